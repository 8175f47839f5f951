using Gegevensdeling.Api.Routes;
using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Api;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Chains;

/// <summary>D17: whoever asks whatever of any route, and whatever the system does by itself to content, a key or what leads to a person, leaves its event.</summary>
[Requirement("D17", "F9")]
public sealed class TrailTests
{
    [Fact]
    public async Task Every_request_around_a_referral_leaves_its_event_refusals_included()
    {
        var trail = new Trail();
        await using var rig = await Rig.StartAsync(between: trail.Between);
        var exchange = await rig.ReferAsync(Client.Of(901));
        await rig.ContactAsync(exchange);
        var dossiers = await Dossiers.OpenAsync(rig, await rig.AcknowledgedAsync(exchange));
        trail.Turn();
        var wrong = new List<string>();
        foreach (var route in LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(route => !Uploads.IsGroeipakket(route)))
        {
            foreach (var who in People(rig))
            {
                if (trail.After(route, who, await RealMatrixTests.AskAsync(rig, route, who, exchange, dossiers)) is { } one)
                    wrong.Add(one);
            }

            await RealMatrixTests.AskAsync(rig, route, null, exchange, dossiers);
            Assert.Empty(trail.Turn().Events); // nobody: anybody on the network could fill the chain
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_request_around_a_live_groeipakket_request_leaves_its_event_refusals_included()
    {
        var trail = new Trail();
        await using var rig = await Rig.StartAsync(between: trail.Between);
        var live = await LiveCase.StartAsync(rig);
        trail.Turn();
        var wrong = await WalkAsync(trail, live, Groeipakket(rig).Where(route => !Uploads.IsOfDossier(route)).OrderByDescending(route => route.Reveals));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_request_around_a_groeipakket_request_that_is_over_leaves_its_event_refusals_included()
    {
        var trail = new Trail();
        await using var rig = await Rig.StartAsync(between: trail.Between);
        var over = await (await LiveCase.StartAsync(rig)).EndAsync();
        trail.Turn();
        var wrong = await WalkAsync(trail, over, Groeipakket(rig));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_step_of_the_system_around_a_referral_leaves_its_event()
    {
        var trail = new Trail();
        await using var rig = await Rig.StartAsync(between: trail.Between);
        var exchange = await rig.ReferAsync(Client.Of(905));
        await rig.TakeAsync(exchange);
        Complete(trail, "referred");
        (string Path, Caller Who, object? Body)[] steps =
        [
            ("bestand", rig.Worker, null), ("sleutel/vraag", rig.Worker, null), ("sleutel/tonen", rig.Team, null), ("sleutel/verloren", rig.Worker, new { reden = "verkeerd-genoteerd" }),
            ("sleutel/vraag", rig.Worker, null), ("sleutel/tonen", rig.Team, null), ("sleutel/ontvangst", rig.Worker, null), ("openen", rig.Worker, null),
        ];
        foreach (var (path, who, body) in steps)
        {
            var answer = await rig.DoAsync(who, exchange, path, body);
            Assert.True(answer.Status is 200 or 204, $"{path}: {answer.Text}");
            Complete(trail, path);
        }

        (await rig.ReplaceAsync(await rig.AcknowledgedAsync(exchange), Client.Of(906))).Is(204);
        await rig.TurnAsync(TimeSpan.FromHours(2));
        Complete(trail, "replaced");
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", new { wenstHulp = false, wijze = "telefoon" })).Is(204);
        Complete(trail, "ended");
        Assert.True(await rig.IsErasedAsync(exchange));
        await rig.TurnAsync(TimeSpan.FromDays(rig.Mechelen.Retention.History.Days + 2));
        await rig.SweepAsync();
        await rig.SweepAsync();
        Complete(trail, "purged");

        var second = await rig.ReferAsync(Client.Of(907));
        (await rig.DoAsync(rig.Team, second, "intrekking", new { wijze = "telefoon" })).Is(204);
        Complete(trail, "withdrawn");
        Assert.Superset(new HashSet<string> { "Keys.PutAsync", "Keys.GetAsync", "Keys.PurgeAsync", "Blobs.WriteAsync", "Blobs.OpenAsync", "Blobs.DeleteAsync", "Outbox.SendAsync", "Outbox.DeleteAttachmentsAsync", "Outbox.ForgetAsync", "Register.RenewPersonAsync" }, trail.Seen);
    }

    [Fact]
    public async Task Every_step_of_the_system_around_a_groeipakket_request_leaves_its_event()
    {
        var trail = new Trail();
        await using var rig = await Rig.StartAsync(between: trail.Between);
        var live = await LiveCase.StartAsync(rig);
        Complete(trail, "answered");
        await live.EndAsync();
        Complete(trail, "ended");
        await rig.TurnAsync(TimeSpan.FromDays(60));
        await rig.SweepAsync();
        await rig.SweepAsync();
        Complete(trail, "purged");
        Assert.Superset(new HashSet<string> { "Drop.WriteAsync", "Drop.DeleteAsync" }, trail.Seen);
    }

    /// <summary>What the sweep finds without any engine: a copy that no row claims, one that came back after its certificate, names whose term is over.</summary>
    [Fact]
    [Requirement("W23", "F2")]
    public async Task What_the_sweep_alone_erases_leaves_its_event()
    {
        var trail = new Trail();
        await using var rig = await Rig.StartAsync(between: trail.Between);
        var ports = rig.Host.Law.Ports;
        var orphan = new ExchangeId("DV-AAAA-BBBB-CCCC");
        await ports.Keys.PutAsync(orphan, "een sleutel", Rig.Cancelled);
        trail.Turn();
        await rig.SweepAsync();
        Assert.Equal((AuditAction.OrphanFound, "in-quarantaine", ReferralEvidence.NoProtocol), Single(trail.Turn().Events, orphan));
        rig.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.SweepAsync();
        Assert.DoesNotContain(trail.Turn().Events, one => one.Exchange == orphan); // it is known already
        rig.Clock.Advance(TimeSpan.FromDays(8));
        await rig.SweepAsync();
        var (untold, events, _) = trail.Turn();
        Assert.Empty(untold);
        Assert.Equal((AuditAction.Erased, "wees", ReferralEvidence.NoProtocol), Single(events, orphan));

        var erased = await rig.ReferAsync(Client.Of(908));
        (await rig.DoAsync(rig.Team, erased, "intrekking", new { wijze = "telefoon" })).Is(204);
        await ports.Keys.PutAsync(erased, "kwam terug", Rig.Cancelled);
        trail.Turn();
        await rig.SweepAsync();
        (untold, events, _) = trail.Turn();
        Assert.Empty(untold);
        Assert.Equal((AuditAction.Erased, "teruggekomen", new ProtocolId("mechelen-2024")), Single(events, erased));

        rig.Clock.Advance(TimeSpan.FromDays(366 * 15));
        await rig.SweepAsync();
        Assert.Contains(trail.Turn().Events, one => one is { Action: AuditAction.StaffForgotten, Exchange: null });
    }

    [Fact]
    public async Task A_request_that_fails_leaves_an_event_that_says_so()
    {
        var faults = new Faults(() => new IOException("weg"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync(Client.Of(909));
        await rig.TakeAsync(exchange);
        faults.FailAt("Blobs.OpenAsync");
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Refuses(503, "tijdelijk-niet-beschikbaar");
        faults.Heal();
        var failed = await rig.Host.Law.Ports.Audit.ReadAsync(WrittenLog.Chain, Rig.Cancelled).SingleAsync(one => one.Event.Outcome == AuditOutcome.Failed, Rig.Cancelled);
        Assert.Equal((AuditAction.Opened, "tijdelijk-niet-beschikbaar", exchange), (failed.Event.Action, failed.Event.Code, failed.Event.Exchange!.Value));
    }

    /// <summary>The law bites: an event that is left out is missed.</summary>
    [Fact]
    public async Task An_effect_without_its_event_is_found()
    {
        var trail = new Trail { Loses = one => one.Action is AuditAction.Opened };
        await using var rig = await Rig.StartAsync(between: trail.Between);
        var exchange = await rig.ReferAsync(Client.Of(910));
        await rig.TakeAsync(exchange);
        trail.Turn();
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        Assert.Contains("Blobs.OpenAsync DV", trail.Turn().Untold);
    }

    private static IEnumerable<Route> Groeipakket(Rig rig) => LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(Uploads.IsGroeipakket);

    private static async Task<List<string>> WalkAsync(Trail trail, LiveCase on, IEnumerable<Route> routes)
    {
        var wrong = new List<string>();
        Caller[] people =
        [
            on.Turnhout.Service, on.Turnhout.City, on.Turnhout.Head, on.Turnhout.ServiceDpo, SyntheticPeople.CityDpo(on.Turnhout.Protocol), on.Turnhout.Team, on.Turnhout.TeamDpo, SyntheticPeople.TeamMember,
            on.Rig.Worker, SyntheticPeople.Operator,
        ];
        foreach (var route in routes)
        {
            foreach (var who in people)
            {
                if (trail.After(route, who, await on.AskAsync(route, who)) is { } one)
                    wrong.Add(one);
            }
        }

        return wrong;
    }

    private static IEnumerable<Caller> People(Rig rig) =>
    [
        SyntheticPeople.TeamMember, SyntheticPeople.SendingDpo, SyntheticPeople.SendingSignatory, SyntheticPeople.Operator, rig.Worker, rig.Colleague, rig.Head,
        SyntheticPeople.ReceivingDpo(rig.Mechelen), SyntheticPeople.SocialWorker(rig.Kasterlee), SyntheticPeople.ReceivingDpo(rig.Kasterlee),
    ];

    private static void Complete(Trail trail, string when)
    {
        var untold = trail.Turn().Untold;
        Assert.True(untold.Count == 0, $"{when}: without an event: {string.Join(", ", untold)}");
    }

    private static (AuditAction Action, string? Code, ProtocolId Protocol) Single(IEnumerable<AuditEvent> events, ExchangeId exchange)
    {
        var one = Assert.Single(events, one => one.Exchange == exchange);
        return (one.Action, one.Code, one.Protocol);
    }
}
