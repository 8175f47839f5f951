using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;
using static Gegevensdeling.Local.Tests.Groeipakket.Turnhout;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>W22 in a file of many people: it waits while one of them is heard, and no decision erases it.</summary>
public sealed class FileObjectionTests
{
    private const string Service = "sociale-dienst@ocmw-turnhout.example";
    private const string Team = "groeipakket@kindengezin.be";
    private static readonly object Objection = new { soort = "bezwaar", wijze = "telefoon" };
    private static readonly object Restriction = new { soort = "beperking", grond = "juistheid-betwist", wijze = "mail" };
    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("W22", "P12")]
    public async Task An_objection_to_an_answer_stops_it_and_its_request_and_lifts_without_the_row()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Children.Column("INSZ", Children.Child(1)));
        var answer = await turnhout.AnsweredAsync(request, Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")));
        var dossier = await MakeAsync(turnhout, turnhout.Service, $"groeipakketantwoorden/{answer}", Objection);
        Assert.Equal(("beperkt", "beperkt"), (State(await turnhout.RequestAsync(request)), State(await turnhout.AnswerAsync(answer))));
        foreach (var (who, path) in new[] { (turnhout.Service, "openen"), (turnhout.Service, "bestand"), (turnhout.TeamDpo, "sleutel/tonen") })
            (await turnhout.PostAsync(who, $"/groeipakketantwoorden/{answer}/{path}")).Refuses(409, "toestand-beperkt");
        (await turnhout.PostAsync(turnhout.Team, $"/groeipakketvragen/{request}/inhoud")).Refuses(409, "toestand-beperkt");
        Assert.Contains(recorder.Messages, mail => mail.To == Team && mail.Subject == $"Verzoek {dossier}: bestand voorlopig stopgezet");

        (await DecideAsync(turnhout, turnhout.Head, dossier, "gegrond")).Refuses(422, "beslissing-past-niet");
        (await DecideAsync(turnhout, SyntheticPeople.SendingSignatory, dossier, "rij-niet-meer-gebruiken")).Refuses(422, "andere-partij");
        (await DecideAsync(turnhout, turnhout.ServiceDpo, dossier, "rij-niet-meer-gebruiken")).Refuses(403, "niet-bevoegd");
        (await DecideAsync(turnhout, turnhout.Head, dossier, "rij-niet-meer-gebruiken")).Is(204);
        Assert.Equal([Team, Service], recorder.Messages.Where(mail => mail.Subject.EndsWith("gebruik één rij niet meer", StringComparison.Ordinal)).Select(mail => mail.To).Where(to => to is Team or Service).Order(StringComparer.Ordinal));
        Assert.Contains(recorder.Messages, mail => mail.Subject.EndsWith("verwittig de betrokkene", StringComparison.Ordinal) && mail.Text.Contains("De termijn van één jaar (artikel 3) loopt door", StringComparison.Ordinal));
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/openen")).Refuses(409, "toestand-beperkt");
        (await InformAsync(rig, turnhout, turnhout.Service, dossier)).Is(204);
        Assert.Equal("afgesloten", (await rig.GetAsync(turnhout.TeamDpo, $"/bestandsbezwaren/{dossier}")).Is(200).Json.GetProperty("toestand").GetString());
        await turnhout.OpenAsync(answer);
        Assert.Equal("ontvangen", State(await turnhout.AnswerAsync(answer)));
    }

    [Fact]
    [Requirement("W22", "W14")]
    public async Task Each_of_many_people_is_heard_and_the_file_waits_for_the_last_of_them()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Children.Column("INSZ", Children.Child(1)));
        var first = await MakeAsync(turnhout, turnhout.Service, $"groeipakketvragen/{request}", Objection);
        var second = await MakeAsync(turnhout, turnhout.TeamDpo, $"groeipakketvragen/{request}", Restriction);
        Assert.NotEqual(first, second);
        (await DecideAsync(turnhout, turnhout.Head, first, "ongegrond", "dwingende-gronden")).Is(204);
        (await InformAsync(rig, turnhout, turnhout.ServiceDpo, first)).Is(204);
        Assert.Equal("beperkt", State(await turnhout.RequestAsync(request)));
        (await DecideAsync(turnhout, SyntheticPeople.SendingSignatory, second, "opgeheven", "juistheid-nagegaan")).Is(204);
        (await InformAsync(rig, turnhout, turnhout.TeamDpo, second)).Is(204);
        Assert.Equal("wacht-op-antwoord", State(await turnhout.RequestAsync(request)));
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketvragen/{request}/annulering")).Is(204);
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketvragen/{request}/bezwaar", Objection)).Refuses(422, "aanvraag-beeindigd");
    }

    [Fact]
    [Requirement("W22", "P12")]
    public async Task The_years_term_runs_on_while_an_answer_is_restricted()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var answer = await turnhout.OpenedAsync();
        await MakeAsync(turnhout, turnhout.ServiceDpo, $"groeipakketantwoorden/{answer}", Restriction);
        await rig.TurnAsync(TimeSpan.FromDays(364));
        Assert.Equal("beperkt", State(await turnhout.AnswerAsync(answer)));
        await rig.TurnAsync(TimeSpan.FromDays(2));
        Assert.Equal("gewist", State(await turnhout.AnswerAsync(answer)));
    }

    [Fact]
    [Requirement("W22", "P15", "W12")]
    public async Task Only_the_social_service_and_the_officers_of_both_sides_record_it_and_a_referrals_routes_do_not_know_it()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var answer = await turnhout.OpenedAsync();
        foreach (var who in new[] { turnhout.Team, turnhout.Head, SyntheticPeople.SendingSignatory })
            (await turnhout.PostAsync(who, $"/groeipakketantwoorden/{answer}/bezwaar", Objection)).Refuses(403, "niet-bevoegd");
        (await turnhout.PostAsync(turnhout.City, $"/groeipakketantwoorden/{answer}/bezwaar", Objection)).Refuses(404, "niet-gevonden");
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketvragen/{answer}/bezwaar", Objection)).Refuses(404, "niet-gevonden");
        var dossier = await MakeAsync(turnhout, turnhout.TeamDpo, $"groeipakketantwoorden/{answer}", Objection);
        (await rig.GetAsync(turnhout.ServiceDpo, $"/bezwaren/{dossier}")).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(turnhout.City, $"/bestandsbezwaren/{dossier}")).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(turnhout.Team, $"/bestandsbezwaren/{dossier}")).Is(200);
        var other = (await rig.DoAsync(rig.Team, await rig.ReferAsync(), "bezwaar", Objection)).Is(201).Json.GetProperty("dossier").GetString()!;
        (await rig.GetAsync(turnhout.TeamDpo, $"/bestandsbezwaren/{other}")).Refuses(404, "niet-gevonden");
        (await rig.PostAsync(SyntheticPeople.SendingSignatory, $"/bezwaren/{other}/beslissing", new { beslissing = "rij-niet-meer-gebruiken", kenmerk = "2026/14" })).Refuses(422, "beslissing-past-niet");
    }

    private static async Task<string> MakeAsync(Turnhout turnhout, Caller who, string exchange, object body) =>
        (await turnhout.PostAsync(who, $"/{exchange}/bezwaar", body)).Is(201).Json.GetProperty("dossier").GetString()!;

    private static Task<Answer> DecideAsync(Turnhout turnhout, Caller who, string dossier, string verdict, string? ground = null) =>
        turnhout.PostAsync(who, $"/bestandsbezwaren/{dossier}/beslissing", new { beslissing = verdict, grond = ground, kenmerk = "2026/14" });

    private static Task<Answer> InformAsync(Rig rig, Turnhout turnhout, Caller who, string dossier) =>
        turnhout.PostAsync(who, $"/bestandsbezwaren/{dossier}/verwittiging", new { wijze = "telefoon", op = Calendar.LegalCalendar.DateOf(rig.Clock.GetUtcNow()) });
}
