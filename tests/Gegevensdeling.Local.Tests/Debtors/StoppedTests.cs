using Gegevensdeling.Api.Routes;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>While the protocol of Maldegem is suspended, and once it has ended, no route moves or shows anything of a debtor.</summary>
public sealed class StoppedTests
{
    [Fact]
    [Requirement("G10")]
    public async Task A_suspended_protocol_shows_and_moves_nothing_and_goes_on_where_it_was_after_release()
    {
        await using var rig = await Rig.StartAsync();
        var on = await DebtorCase.StartAsync(rig);
        var office = new MaldegemOffice(rig);
        (await office.DoAsync(office.TownDpo, "schorsing", new { reden = "inbreuk-protocol" })).Is(204);
        await EverythingRefusesAsync(on, "protocol-geschorst");

        (await office.DoAsync(office.TownDpo, "onderzoek", new { uitkomst = "inbreuk-vastgesteld", kenmerk = "O-1" })).Is(204);
        (await office.DoAsync(office.TownSignatory, "vrijgave", new { kenmerk = "2026/017" })).Is(204);
        Assert.Equal(2, (await on.Maldegem.RowsAsync()).Count);
        (await on.Maldegem.DetailsAsync(Sheets.Details((DebtorCase.Listed, "0012345", "100,00")))).Is(201);
    }

    [Fact]
    [Requirement("G10", "D5")]
    public async Task What_waits_under_a_suspension_is_not_asked_for_and_still_erased_in_time()
    {
        var post = (Postbox?)null;
        await using var rig = await Rig.StartAsync(between: ports => ports with { Outbox = post = new(ports.Outbox) });
        var maldegem = await Maldegem.OpenAsync(rig);
        var office = new MaldegemOffice(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Person.Of(1), Person.Of(2)))).Is(201);
        var asked = post!.Count("Debiteuren maart 2026");
        (await office.DoAsync(office.Dpo, "schorsing", new { reden = "inbreuk-protocol" })).Is(204);
        await new Standing(rig, maldegem).RefusesAsync(422, "protocol-geschorst", () => maldegem.DeliverAsync(Sheets.Debtors(Person.Of(1))));
        await new Standing(rig, maldegem).RefusesAsync(422, "protocol-geschorst", () => maldegem.ClientsAsync(Sheets.Clients(Person.Of(1))));
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        Assert.Equal(asked, post.Count("Debiteuren maart 2026"));
        Assert.Empty(await maldegem.StoredAsync());
        Assert.Empty(await maldegem.KeysAsync());
    }

    [Fact]
    [Requirement("G8", "G9", "D8")]
    public async Task A_protocol_that_ended_shows_and_moves_nothing_and_everything_is_erased_with_proof()
    {
        await using var rig = await Rig.StartAsync();
        var on = await DebtorCase.StartAsync(rig);
        var office = new MaldegemOffice(rig);
        (await office.DoAsync(office.TownSignatory, "einde", new { oorzaak = "inbreuk", vanaf = "2026-03-02", kenmerk = "E-1" })).Is(204);
        await EverythingRefusesAsync(on, "protocol-beeindigd");
        await rig.TurnAsync(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Empty(await on.Maldegem.StoredAsync());
        Assert.Empty(await on.Maldegem.KeysAsync());
        foreach (var head in await on.Maldegem.HeadsAsync())
        {
            Assert.NotNull(head.ErasedAt);
            Assert.Contains("wisbewijs-1", await rig.Host.Law.Ports.Evidence.NamesAsync(head.Id, Rig.Cancelled));
        }
    }

    /// <summary>None is forgotten, since the table is walked; but an objection, which protects, is taken at any time (W22).</summary>
    private static async Task EverythingRefusesAsync(DebtorCase on, string code)
    {
        var standing = new Standing(on.Rig, on.Maldegem);
        var (before, walked) = (await standing.LinesAsync(), 0);
        foreach (var route in LawRoutes.Create(on.Rig.Host.Law, on.Rig.Host.Engine).Routes.Where(route => DebtorCase.IsOf(route) && route.Verb == Verb.Post && route.Name != "debiteurenlijst-bezwaar"))
        {
            Standing.NamesNobody((await on.AskAsync(route, By(on.Maldegem, ((Access.Granted)route.Access).Action))).Refuses(422, code));
            walked++;
        }

        Assert.Equal(16, walked);
        if (code == "protocol-geschorst")
            Assert.Equal(before, await standing.LinesAsync());
    }

    private static Caller By(Maldegem maldegem, ProtocolAction action) => action.Grants[0] switch
    {
        { Role: Role.DebtTeam } => maldegem.Town,
        { Role: Role.SocialWorker } => maldegem.Worker,
        { Role: Role.HeadOfSocialService } => maldegem.Head,
        var other => throw new InvalidOperationException(other.Role.Word()),
    };
}
