using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>The people of Maldegem around the exchange: who works with the lists, who answers for them.</summary>
internal sealed class MaldegemOffice(Rig rig)
{
    public const string Path = "/protocollen/maldegem-2023";

    public Protocol Protocol => rig.Host.Law.Protocols.Find(new("maldegem-2023"))!;

    /// <summary>The debt team at the municipality.</summary>
    public Caller DebtTeam { get; } = Of("gemeente-maldegem", Role.DebtTeam, "els.wille");

    public Caller TownDpo { get; } = Of("gemeente-maldegem", Role.Dpo, "bram.maertens");

    public Caller TownSignatory { get; } = Of("gemeente-maldegem", Role.Signatory, "lies.goethals");

    public Caller Worker { get; } = Of("ocmw-maldegem", Role.SocialWorker, "nora.baert");

    public Caller Head { get; } = Of("ocmw-maldegem", Role.HeadOfSocialService, "piet.dhondt");

    public Caller Dpo { get; } = Of("ocmw-maldegem", Role.Dpo, "mira.claeys");

    public Caller Signatory { get; } = Of("ocmw-maldegem", Role.Signatory, "joris.vanhulle");

    public Task<Answer> DoAsync(Caller who, string step, object? body = null) => rig.PostAsync(who, $"{Path}/{step}", body);

    public async Task<System.Text.Json.JsonElement> LifeAsync(Caller? who = null) => (await rig.GetAsync(who ?? Dpo, $"{Path}/leven")).Is(200).Json;

    private static Caller Of(string party, Role role, string subject) => new(new(party), new HashSet<Role> { role }, $"{party}/{subject}", subject, $"{subject}@{party}.example");
}
