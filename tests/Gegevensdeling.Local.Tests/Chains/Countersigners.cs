using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Local.Tests.Chains;

/// <summary>A host on which both parties of Mechelen have a key of their own.</summary>
internal sealed class Countersigners : IAsyncDisposable
{
    public const string Heads = "/protocollen/mechelen-2024/auditkoppen";

    private readonly ProtocolCopy copy = new();

    public SigningKey Ocmw { get; } = SigningKey.Create();

    public SigningKey Opgroeien { get; } = SigningKey.Create();

    public Rig Rig { get; private set; } = null!;

    /// <summary>What an auditor has of the parties' keys.</summary>
    public string Keys => Path.Combine(copy.Path, "sleutels");

    public Caller OcmwDpo => SyntheticPeople.ReceivingDpo(Rig.Mechelen);

    public static async Task<Countersigners> StartAsync()
    {
        var made = new Countersigners();
        Directory.CreateDirectory(made.Keys);
        await File.WriteAllTextAsync(Path.Combine(made.Keys, "ocmw-mechelen.jwks.json"), new PublicKeySet([made.Ocmw.Public]).ToJson(), Rig.Cancelled);
        await File.WriteAllTextAsync(Path.Combine(made.Keys, "opgroeien-regie.jwks.json"), new PublicKeySet([made.Opgroeien.Public]).ToJson(), Rig.Cancelled);
        made.Rig = await Rig.StartAsync(protocols: made.copy.Path);
        return made;
    }

    /// <summary>The newest head, as this person is shown it.</summary>
    public async Task<(string Name, string Sha256)> NewestAsync(Caller who)
    {
        var head = (await Rig.GetAsync(who, Heads)).Is(200).Json.GetProperty("koppen").EnumerateArray().Last();
        return (head.GetProperty("kop").GetString()!, head.GetProperty("sha256").GetString()!);
    }

    public static object Signed(SigningKey key, string party, string head, string sha256)
    {
        var signed = SignedDocument.Sign(AuditCountersignature.Issue(new(head), sha256, new PartyId(party), Rig.Begin), AuditCountersignature.JwsType, key);
        return System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(signed.ToJws());
    }

    public Task<Answer> CountersignAsync(Caller who, string head, object body) => Rig.PostAsync(who, $"{Heads}/{head}/medeondertekening", body);

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        copy.Dispose();
        Ocmw.Dispose();
        Opgroeien.Dispose();
    }
}
