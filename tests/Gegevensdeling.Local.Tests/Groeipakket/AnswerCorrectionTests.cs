using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>Article 7 of a Groeipakket answer over HTTP: from the report of a defect to the answer, and never a value.</summary>
public sealed class AnswerCorrectionTests
{
    private const string Service = "sociale-dienst@ocmw-turnhout.example";
    private const string Team = "groeipakket@kindengezin.be";
    private static readonly object Wrong = new { soort = "foutief", gegevens = new[] { "recht-sociale-toeslag" }, rijen = new[] { 3, 2, 3 }, naMeldingBetrokkene = true, wijze = "telefoon" };
    private static readonly object ByTelephone = new { wijze = "telefoon" };
    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("G17", "W14")]
    public async Task A_defect_is_reported_after_receipt_acknowledged_investigated_and_answered_without_a_value()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var turnhout = new Turnhout(rig);
        var answer = await turnhout.SentAsync();
        var early = (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/fout", Wrong)).Refuses(422, "nog-niet-ontvangen");
        Assert.Contains("vervangt u de aanvraag", early.Detail, StringComparison.Ordinal);
        await turnhout.OpenAsync(answer);
        recorder.Messages.Clear();

        var dossier = await ReportAsync(turnhout, answer, Wrong);
        var told = Assert.Single(recorder.Messages);
        Assert.Equal((Team, $"Verbetering {dossier}: er is een fout gemeld"), (told.To, told.Subject));
        Assert.Contains("In het antwoord: de rijen 2, 3. Een betrokkene heeft dit zelf gemeld.", told.Text, StringComparison.Ordinal);
        (await turnhout.PostAsync(turnhout.Team, Path(dossier, "maatregel"), Measure("aangepast"))).Refuses(409, "toestand-niet-bevestigd");
        (await turnhout.PostAsync(turnhout.Team, Path(dossier, "ontvangst"), ByTelephone)).Is(204);
        Assert.Equal("in-onderzoek", await StateAsync(rig, turnhout.Service, dossier));
        (await turnhout.PostAsync(turnhout.Team, Path(dossier, "maatregel"), Measure("overtollig-gewist"))).Refuses(422, "maatregel-past-niet");
        (await turnhout.PostAsync(turnhout.Team, Path(dossier, "maatregel"), Measure("aangepast"))).Is(204);
        Assert.Contains(recorder.Messages, mail => mail.To == Service && mail.Text.Contains("De juiste waarde hoort u aan de telefoon", StringComparison.Ordinal));
        foreach (var who in new[] { turnhout.Service, turnhout.Head, turnhout.ServiceDpo, turnhout.Team, turnhout.TeamDpo })
            Assert.Equal("afgesloten", await StateAsync(rig, who, dossier));
        (await turnhout.PostAsync(turnhout.Service, Path(dossier, "niet-meer-nodig"))).Refuses(409, "al-afgesloten");
        var listed = (await rig.GetAsync(turnhout.TeamDpo, $"/groeipakketantwoorden/{answer}/verbeteringen")).Is(200).Json.GetProperty("verbeteringen")[0];
        Assert.Equal(("aangepast", "[2,3]"), (listed.GetProperty("maatregel").GetString(), listed.GetProperty("rijen").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)));
        Assert.All(recorder.Messages, mail => Assert.DoesNotContain(Children.Child(1), mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("G17", "P15")]
    public async Task Only_the_social_service_reports_and_only_the_team_handles()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var answer = await turnhout.OpenedAsync();
        foreach (var who in new[] { turnhout.Head, turnhout.ServiceDpo, turnhout.Team, turnhout.TeamDpo })
            (await turnhout.PostAsync(who, $"/groeipakketantwoorden/{answer}/fout", Wrong)).Refuses(403, "niet-bevoegd");
        (await turnhout.PostAsync(turnhout.City, $"/groeipakketantwoorden/{answer}/fout", Wrong)).Refuses(404, "niet-gevonden");
        var dossier = await ReportAsync(turnhout, answer, Wrong);
        (await turnhout.PostAsync(turnhout.Service, Path(dossier, "ontvangst"), ByTelephone)).Refuses(403, "niet-bevoegd");
        (await turnhout.PostAsync(turnhout.TeamDpo, Path(dossier, "maatregel"), Measure("aangepast"))).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(turnhout.City, Path(dossier))).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(rig.Worker, Path(dossier))).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Mechelen), Path(dossier))).Refuses(404, "niet-gevonden");
    }

    [Fact]
    [Requirement("G17")]
    public async Task Superfluous_rows_are_not_settled_before_the_service_declares_them_erased()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var turnhout = new Turnhout(rig);
        var dossier = await ReportAsync(turnhout, await turnhout.OpenedAsync(), new { soort = "overtollig", gegevens = new[] { "insz-begunstigde" }, rijen = new[] { 2 }, wijze = "toepassing" });
        (await turnhout.PostAsync(turnhout.Service, Path(dossier, "gewist"))).Refuses(422, "niets-te-wissen");
        (await turnhout.PostAsync(turnhout.Team, Path(dossier, "ontvangst"), ByTelephone)).Is(204);
        (await turnhout.PostAsync(turnhout.Team, Path(dossier, "maatregel"), Measure("overtollig-gewist"))).Is(204);
        Assert.Equal("rijen-te-wissen", await StateAsync(rig, turnhout.Team, dossier));
        await rig.TurnAsync(TimeSpan.FromDays(16));
        Assert.Contains(recorder.Messages, mail => mail.To == Service && mail.Subject.EndsWith("overtollige rijen te wissen", StringComparison.Ordinal));
        (await turnhout.PostAsync(turnhout.Service, Path(dossier, "gewist"))).Is(204);
        Assert.Equal("afgesloten", await StateAsync(rig, turnhout.Service, dossier));
        Assert.Contains(recorder.Messages, mail => mail.To == Team && mail.Subject.EndsWith("overtollige rijen gewist", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("G17")]
    public async Task A_report_that_nobody_handles_is_repeated_and_reaches_both_data_protection_officers()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var turnhout = new Turnhout(rig);
        var dossier = await ReportAsync(turnhout, await turnhout.OpenedAsync(), Wrong);
        recorder.Messages.Clear();
        await rig.TurnAsync(TimeSpan.FromDays(4));
        Assert.Equal([Team], About(dossier).Select(mail => mail.To));
        await rig.TurnAsync(TimeSpan.FromDays(6));
        Assert.Equal(["dpo@opgroeien.be", "informatieveiligheid@turnhout.be"], About(dossier).Where(mail => mail.Subject.EndsWith("blijft liggen", StringComparison.Ordinal)).Select(mail => mail.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Requirement("G17", "P12")]
    public async Task A_dossier_outlives_its_answer_and_then_closes()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var turnhout = new Turnhout(rig);
        var answer = await turnhout.OpenedAsync();
        var dossier = await ReportAsync(turnhout, answer, Wrong);
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/niet-meer-nodig")).Is(204);
        Assert.Equal("gewist", Turnhout.State(await turnhout.AnswerAsync(answer)));
        Assert.Equal("gemeld", await StateAsync(rig, turnhout.Service, dossier));
        await rig.TurnAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        Assert.Equal("niet-meer-nodig", await StateAsync(rig, turnhout.Service, dossier));
        Assert.Equal(2, About(dossier).Count(mail => mail.Subject.EndsWith("niet meer nodig", StringComparison.Ordinal) && mail.To is Team or Service));
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/fout", Wrong)).Refuses(422, "antwoord-beeindigd");
    }

    private static object Measure(string measure) => new { maatregel = measure, wijze = "telefoon" };

    private static string Path(string dossier, string? step = null) => $"/antwoordverbeteringen/{dossier}{(step is null ? "" : $"/{step}")}";

    private static async Task<string> ReportAsync(Turnhout turnhout, string answer, object defect) =>
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/fout", defect)).Is(201).Json.GetProperty("verbetering").GetString()!;

    private static async Task<string> StateAsync(Rig rig, Gegevensdeling.Parties.Caller who, string dossier) =>
        (await rig.GetAsync(who, Path(dossier))).Is(200).Json.GetProperty("toestand").GetString()!;

    private IEnumerable<Gegevensdeling.Stores.OutboundMessage> About(string dossier) => recorder.Messages.Where(mail => mail.Exchange == new ExchangeId(dossier));
}
