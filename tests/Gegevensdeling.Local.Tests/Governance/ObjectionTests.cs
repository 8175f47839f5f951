using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>W22 over real HTTP: an objection or a restriction stops the referral at once, and is decided within its term.</summary>
public sealed class ObjectionTests
{
    private const string Ocmw = "maatschappelijk-werkers@ocmw-mechelen.example";
    private const string OcmwHead = "hoofd-sociale-dienst@ocmw-mechelen.example";
    private static readonly object Objection = new { soort = "bezwaar", wijze = "telefoon" };
    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("W22")]
    public async Task An_objection_at_the_team_stops_every_route_to_content_and_erases_when_it_is_well_founded()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        var dossier = await MakeAsync(rig, rig.Team, exchange);
        foreach (var (who, route) in new[] { (rig.Worker, "openen"), (rig.Worker, "bestand"), (rig.Team, "sleutel/tonen") })
            Assert.Contains("bezwaar", (await rig.DoAsync(who, exchange, route)).Refuses(409, "toestand-beperkt").Detail, StringComparison.Ordinal);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Refuses(409, "toestand-beperkt");
        (await rig.DoAsync(rig.Worker, exchange, "niet-voor-ons", new { reden = "verhuisd" })).Refuses(409, "toestand-beperkt");
        Assert.Equal("beperkt", (await rig.GetAsync(rig.Worker, "/doorverwijzingen")).Is(200).Json.GetProperty("doorverwijzingen")[0].GetProperty("toestand").GetString());
        Assert.Contains(recorder.Messages, mail => mail.To == Ocmw && mail.Subject == $"Verzoek {dossier}: doorverwijzing voorlopig stopgezet");

        (await DecideAsync(rig, SyntheticPeople.SendingDpo, dossier, "gegrond")).Refuses(403, "niet-bevoegd");
        (await DecideAsync(rig, rig.Head, dossier, "gegrond")).Refuses(422, "andere-partij");
        (await DecideAsync(rig, SyntheticPeople.SendingSignatory, dossier, "gegrond")).Is(204);
        await rig.TurnAsync(TimeSpan.FromMinutes(2));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        Assert.True(await rig.IsErasedAsync(exchange));
        Assert.Contains("verzoek-betrokkene", (await rig.SeeAsync(rig.Head, exchange, "wisbewijs")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains(recorder.Messages, mail => mail.To == Ocmw && mail.Subject.EndsWith("gewist op verzoek", StringComparison.Ordinal));
        (await InformAsync(rig, rig.Team, dossier, rig.Clock.GetUtcNow())).Is(204);
        Assert.Equal("afgesloten", (await SeeAsync(rig, rig.Team, dossier)).Is(200).Json.GetProperty("toestand").GetString());
        (await DecideAsync(rig, SyntheticPeople.SendingSignatory, dossier, "ongegrond", "dwingende-gronden")).Refuses(409, "al-afgesloten");
    }

    [Fact]
    [Requirement("W22", "R13", "W12")]
    public async Task An_objection_at_the_OCMW_is_not_told_to_the_team_and_nothing_it_asks_shows_it()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var (other, exchange) = (await rig.ReferAsync(Client.Of(1)), await rig.ReferAsync());
        recorder.Messages.Clear();
        var dossier = await MakeAsync(rig, rig.Worker, exchange);
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(recorder.Messages, mail => mail.To.Contains("opgroeien", StringComparison.Ordinal));
        Assert.Equal([OcmwHead, "privacy@mechelen.be", rig.Worker.Mail!], recorder.Messages.Select(mail => mail.To));
        foreach (var who in new[] { rig.Team, SyntheticPeople.SendingDpo, SyntheticPeople.SendingSignatory })
            (await SeeAsync(rig, who, dossier)).Refuses(404, "niet-gevonden");
        (await InformAsync(rig, rig.Team, dossier, rig.Clock.GetUtcNow())).Refuses(404, "niet-gevonden");
        foreach (var (path, body) in new (string, object?)[] { ("sleutel/tonen", null), ("sleutel/onderbroken", null), ("sleutel/verloren", new { reden = "verloren" }), ("openen", null), ("contact", new { wijze = "mail" }) })
            Assert.Equal((await rig.DoAsync(rig.Team, other, path, body)).Comparable, (await rig.DoAsync(rig.Team, exchange, path, body)).Comparable);
        Assert.Equal(
            (await rig.SeeAsync(rig.Team, other, "sleutel")).Comparable.Replace(other.Value, "", StringComparison.Ordinal),
            (await rig.SeeAsync(rig.Team, exchange, "sleutel")).Comparable.Replace(exchange.Value, "", StringComparison.Ordinal));

        (await rig.DoAsync(rig.Worker, exchange, "bezwaar", Objection)).Refuses(409, "al-in-behandeling");
        (await DecideAsync(rig, rig.Head, dossier, "ongegrond", "recht-niet-van-toepassing")).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "opname", new { })).Refuses(409, "toestand-beperkt");
        Assert.Contains(recorder.Messages, mail => mail.To == rig.Worker.Mail && mail.Subject.EndsWith("verwittig de betrokkene", StringComparison.Ordinal));
        (await InformAsync(rig, rig.Worker, dossier, rig.Clock.GetUtcNow())).Is(204);
        await rig.OpenAsync(exchange);
        Assert.DoesNotContain(recorder.Messages.Where(mail => mail.Exchange.Value == dossier), mail => mail.To.Contains("opgroeien", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("W22", "W12")]
    public async Task The_team_gets_the_same_answers_to_an_objection_whether_the_referral_had_ended_or_not()
    {
        await using var rig = await Rig.StartAsync();
        var (running, ended) = (await rig.ReferAsync(Client.Of(1)), await rig.ReferAsync(Client.Of(2)));
        foreach (var exchange in new[] { running, ended })
        {
            await rig.TakeAsync(exchange);
            (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        }

        (await rig.DoAsync(rig.Worker, ended, "intrekking", new { wijze = "telefoon" })).Is(204);
        var heard = new List<string>();
        foreach (var exchange in new[] { running, ended })
        {
            var dossier = await MakeAsync(rig, rig.Team, exchange);
            string[] said =
            [
                (await rig.DoAsync(rig.Team, exchange, "bezwaar", Objection)).Comparable, (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Comparable, (await SeeAsync(rig, rig.Team, dossier)).Comparable,
                (await DecideAsync(rig, SyntheticPeople.SendingSignatory, dossier, "gegrond")).Comparable, (await InformAsync(rig, rig.Team, dossier, rig.Clock.GetUtcNow())).Comparable,
                (await SeeAsync(rig, rig.Team, dossier)).Comparable, (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Comparable, (await rig.SeeAsync(rig.Team, exchange, "sleutel")).Comparable,
                (await rig.DoAsync(rig.Team, exchange, "intrekking", new { wijze = "telefoon" })).Comparable,
            ];
            heard.Add(string.Join('\n', said).Replace(dossier, "DOSSIER", StringComparison.Ordinal).Replace(exchange.Value, "VERWIJZING", StringComparison.Ordinal));
        }

        Assert.Equal(heard[0], heard[1]);
        (await rig.DoAsync(rig.Worker, ended, "bezwaar", Objection)).Refuses(422, "doorverwijzing-beeindigd");
    }

    [Fact]
    [Requirement("W22")]
    public async Task A_restriction_stays_until_it_is_lifted_and_the_person_hears_of_it_before()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var exchange = await rig.ReferAsync();
        (await rig.DoAsync(rig.Worker, exchange, "bezwaar", new { soort = "beperking", wijze = "mail" })).Refuses(422, "grond-ontbreekt");
        (await rig.DoAsync(rig.Worker, exchange, "bezwaar", new { soort = "bezwaar", grond = "onrechtmatig", wijze = "mail" })).Refuses(422, "grond-niet-verwacht");
        var dossier = await MakeAsync(rig, rig.Worker, exchange, new { soort = "beperking", grond = "juistheid-betwist", wijze = "mail" });
        (await InformAsync(rig, rig.Worker, dossier, rig.Clock.GetUtcNow())).Refuses(422, "nog-niet-beslist");
        (await DecideAsync(rig, rig.Head, dossier, "gegrond")).Is(204);
        (await DecideAsync(rig, rig.Head, dossier, "ongegrond", "dwingende-gronden")).Refuses(409, "al-beslist");
        (await InformAsync(rig, rig.Worker, dossier, rig.Clock.GetUtcNow())).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(100));
        (await rig.DoAsync(rig.Worker, exchange, "opname", new { })).Refuses(409, "toestand-beperkt");
        Assert.Contains(recorder.Messages, mail => mail.To == OcmwHead && mail.Subject.EndsWith("loopt de beperking nog terecht?", StringComparison.Ordinal));
        Assert.DoesNotContain(recorder.Messages, mail => mail.Exchange == exchange && mail.Subject.Contains("geopend", StringComparison.Ordinal));

        (await DecideAsync(rig, rig.Head, dossier, "opgeheven", "dwingende-gronden")).Refuses(422, "grond-past-niet");
        (await DecideAsync(rig, rig.Head, dossier, "opgeheven", "juistheid-nagegaan")).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "opname", new { })).Refuses(409, "toestand-beperkt");
        (await InformAsync(rig, rig.Worker, dossier, rig.Clock.GetUtcNow().AddDays(1))).Refuses(422, "datum-in-toekomst");
        (await InformAsync(rig, rig.Worker, dossier, rig.Clock.GetUtcNow().AddDays(-1))).Refuses(422, "datum-voor-beslissing");
        (await InformAsync(rig, rig.Worker, dossier, rig.Clock.GetUtcNow())).Is(204);
        await rig.OpenAsync(exchange);
    }

    [Fact]
    [Requirement("W22")]
    public async Task Sending_waits_while_an_objection_runs_and_a_withdrawal_goes_on()
    {
        var faults = new Faults(() => new IOException("mail is down"));
        await using var rig = await Rig.StartAsync(between: ports => faults.Between(recorder.Between(ports)));
        faults.FailAt("Outbox.SendAsync");
        var (kept, withdrawn) = (await rig.ReferAsync(), await rig.ReferAsync(Client.Of(1)));
        var dossier = await MakeAsync(rig, rig.Worker, kept);
        await MakeAsync(rig, rig.Worker, withdrawn);
        faults.Heal();
        await rig.TurnAsync(TimeSpan.FromDays(2));
        Assert.DoesNotContain(recorder.Messages, mail => mail.Attachment is not null);

        (await rig.DoAsync(rig.Worker, withdrawn, "intrekking", new { wijze = "telefoon" })).Is(204);
        (await DecideAsync(rig, rig.Head, dossier, "ongegrond", "verzoek-ingetrokken")).Is(204);
        (await InformAsync(rig, rig.Worker, dossier, rig.Clock.GetUtcNow())).Is(204);
        await rig.TurnAsync(TimeSpan.FromHours(2));
        Assert.Equal(kept, Assert.Single(recorder.Messages, mail => mail.Attachment is not null).Exchange);
        Assert.True(await rig.IsErasedAsync(withdrawn));
    }

    [Fact]
    [Requirement("W22")]
    public async Task Who_must_decide_is_reminded_before_the_month_ends_and_the_officer_hears_when_it_has()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between); // Monday 2 March: due on Thursday 2 April
        var dossier = await MakeAsync(rig, rig.Worker, await rig.ReferAsync());
        await rig.TurnAsync(TimeSpan.FromDays(20));
        Assert.Equal(1, Mails("beslis op tijd"));
        (await rig.PostAsync(rig.Head, $"/bezwaren/{dossier}/verlenging", new { reden = "complex" })).Is(204);
        (await rig.PostAsync(rig.Head, $"/bezwaren/{dossier}/verlenging", new { reden = "complex" })).Refuses(409, "al-verlengd");
        await rig.TurnAsync(TimeSpan.FromDays(60));
        Assert.Equal("2026-06-02", (await SeeAsync(rig, rig.Head, dossier)).Json.GetProperty("beslissenVoor").GetString());
        Assert.Equal((2, 0), (Mails("beslis op tijd"), Mails("de termijn is verstreken")));
        await rig.TurnAsync(TimeSpan.FromDays(30));
        Assert.Equal(3, Mails("beslis op tijd"));
        Assert.True(Mails("de termijn is verstreken") >= 2);
        Assert.Contains(recorder.Messages, mail => mail.To == "privacy@mechelen.be" && mail.Subject.EndsWith("de termijn is verstreken", StringComparison.Ordinal));

        int Mails(string subject) => recorder.Messages.Count(mail => mail.To == OcmwHead && mail.Subject == $"Verzoek {dossier}: {subject}");
    }

    [Fact]
    [Requirement("W22")]
    public async Task Nonsense_is_refused_by_name_and_changes_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        (await rig.DoAsync(rig.Worker, new("DV-0000-0000-0000"), "bezwaar", Objection)).Refuses(404, "niet-gevonden");
        (await rig.DoAsync(rig.Worker, exchange, "bezwaar", new { soort = "boos", wijze = "telefoon" })).Refuses(400, "velden-ongeldig");
        (await rig.DoAsync(rig.Worker, exchange, "bezwaar", new { soort = "bezwaar", wijze = "telefoon", tekst = "ik wil dit niet" })).Refuses(400, "velden-ongeldig");
        (await SeeAsync(rig, rig.Worker, "BZ-0000-0000-0000")).Refuses(404, "niet-gevonden");
        (await SeeAsync(rig, rig.Worker, exchange.Value)).Refuses(404, "niet-gevonden");
        var key = "zelfde-vraag";
        var once = (await rig.PostAsync(rig.Worker, $"/doorverwijzingen/{exchange}/bezwaar", Objection, key: key)).Is(201);
        Assert.Equal(once.Text, (await rig.PostAsync(rig.Worker, $"/doorverwijzingen/{exchange}/bezwaar", Objection, key: key)).Is(201).Text);
        var dossier = once.Json.GetProperty("dossier").GetString()!;
        (await DecideAsync(rig, SyntheticPeople.HeadOfService(rig.Kasterlee), dossier, "gegrond")).Refuses(404, "niet-gevonden");
        (await DecideAsync(rig, rig.Worker, dossier, "gegrond")).Refuses(403, "niet-bevoegd");
        (await DecideAsync(rig, rig.Head, dossier, "gegrond", "dwingende-gronden")).Refuses(422, "grond-niet-verwacht");
        (await DecideAsync(rig, rig.Head, dossier, "ongegrond")).Refuses(422, "grond-ontbreekt");
        (await DecideAsync(rig, rig.Head, dossier, "opgeheven", "verzoek-ingetrokken")).Refuses(422, "beslissing-past-niet");
        foreach (var reference in new[] { "", "x", "Jan Janssens, jan@voorbeeld.example", "dossier 85.07.30-033.28", new string('a', 81) })
            (await DecideAsync(rig, rig.Head, dossier, "gegrond", reference: reference)).Refuses(422, "kenmerk-ongeldig");
        Assert.Equal("te-beslissen", (await SeeAsync(rig, rig.Head, dossier)).Is(200).Json.GetProperty("toestand").GetString());
    }

    private static async Task<string> MakeAsync(Rig rig, Parties.Caller who, ExchangeId exchange, object? body = null) =>
        (await rig.DoAsync(who, exchange, "bezwaar", body ?? Objection)).Is(201).Json.GetProperty("dossier").GetString()!;

    private static Task<Answer> DecideAsync(Rig rig, Parties.Caller who, string dossier, string verdict, string? ground = null, string reference = "beslissing 2026/14") =>
        rig.PostAsync(who, $"/bezwaren/{dossier}/beslissing", ground is null ? new { beslissing = verdict, kenmerk = reference } : new { beslissing = verdict, grond = ground, kenmerk = reference });

    private static Task<Answer> InformAsync(Rig rig, Parties.Caller who, string dossier, DateTimeOffset on) =>
        rig.PostAsync(who, $"/bezwaren/{dossier}/verwittiging", new { wijze = "telefoon", op = on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });

    private static Task<Answer> SeeAsync(Rig rig, Parties.Caller who, string dossier) => rig.GetAsync(who, $"/bezwaren/{dossier}");
}
