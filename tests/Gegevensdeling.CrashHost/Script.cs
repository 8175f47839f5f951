using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;

namespace Gegevensdeling.CrashHost;

/// <summary>One step of a script; played again from its start when the process was killed in it.</summary>
public delegate Task Step(Play play, CancellationToken cancellation);

/// <summary>What people do to one referral, in order.</summary>
public sealed record Script(string Name, IReadOnlyList<Step> Steps)
{
    private const string Consent = """
        {"gegeven":true,"op":"2026-02-27","vorm":"mondeling","geinformeerdOver":["welke-gegevens","aan-wie","waarvoor","wat-ermee-gebeurt","wat-te-verwachten"]}
        """;

    private const string Client = """
        {"voornaam":"Amélie","naam":"Vandenproef","adres":{"straat":"Proefdreef","nummer":"12","postcode":"2800","gemeente":"Mechelen"},"emailadres":"amelie.vandenproef@proefpost.example"}
        """;

    /// <summary>From consent to the second certificate, with a key that is lost on the way.</summary>
    public static Script Whole { get; } = new("verloop",
    [
        Refer, Take, Open,
        (play, cancellation) => play.DoAsync(Worker(play), "sleutel/vraag", null, cancellation),
        Reveal,
        (play, cancellation) => play.DoAsync(Worker(play), "sleutel/ontvangst", null, cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "sleutel/gewist", null, cancellation, "-ocmw"),
        (play, cancellation) => play.DoAsync(Team, "sleutel/gewist", null, cancellation, "-team"),
        (play, cancellation) => play.DoAsync(Worker(play), "sleutel/verloren", """{"reden":"verloren"}""", cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "sleutel/vraag", null, cancellation, "-opnieuw"),
        TheNewKeyOpensTheNewArchive,
        (play, cancellation) => play.WaitWorkingDaysAsync("herinnering", play.Protocol.Referral!.FollowUp.ReminderEvery, cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "contact", """{"wijze":"telefoon"}""", cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "uitkomst", """{"wenstHulp":true,"clientdossierAangemaakt":true,"wijze":"telefoon"}""", cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "verklaring", """{"gewist":["mailbox","downloads","papier"]}""", cancellation),
        PurgeHistory,
    ]);

    /// <summary>Withdrawn at the team before anybody at the OCMW took it.</summary>
    public static Script Withdrawal { get; } = new("intrekking",
    [
        Refer,
        (play, cancellation) => play.DoAsync(Team, "intrekking", """{"wijze":"telefoon"}""", cancellation),
        (play, cancellation) => play.WaitWorkingDaysAsync("verklaring-gevraagd", play.Protocol.Referral!.FollowUp.ReminderEvery, cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "verklaring", """{"gewist":["mailbox","downloads","papier"]}""", cancellation),
        PurgeHistory,
    ]);

    /// <summary>Withdrawn at the OCMW while the workers of the engine stand still: the sweep alone erases.</summary>
    public static Script Swept { get; } = new("opruimronde",
    [
        Refer, Take,
        async (play, cancellation) =>
        {
            await play.Place.Engine.StopAsync(cancellation);
            await play.DoAsync(Worker(play), "intrekking", """{"wijze":"telefoon"}""", cancellation);
            await play.Place.TurnToAsync(play.Place.Now.AddMinutes(5), cancellation);
            await play.Place.SweepAsync(cancellation);
            await play.Place.Engine.StartProcessingAsync();
            await play.Place.Engine.WaitUntilIdleAsync(cancellation);
        },
        (play, cancellation) => play.DoAsync(Worker(play), "verklaring", """{"gewist":["mailbox","downloads","papier"]}""", cancellation),
        PurgeHistory,
    ]);

    /// <summary>A defect that is reported, acknowledged and corrected with new content (art. 7); then the client withdraws.</summary>
    public static Script Correction { get; } = new("verbetering",
    [
        Refer, Take, Open, ReportDefect, AcknowledgeDefect, ReplaceContent, TheCorrectionIsClosed, TheNewKeyOpensTheNewArchive,
        (play, cancellation) => play.DoAsync(Worker(play), "intrekking", """{"wijze":"telefoon"}""", cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "verklaring", """{"gewist":["mailbox","downloads","papier"]}""", cancellation),
        PurgeHistory,
    ]);

    /// <summary>Without a pause, so that each orchestration ends in its first run: what is committed as a history.</summary>
    public static Script Recorded { get; } = new("historiek",
    [
        .. Whole.Steps.Take(9),
        (play, cancellation) => play.DoAsync(Worker(play), "contact", """{"wijze":"telefoon"}""", cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "uitkomst", """{"wenstHulp":true,"clientdossierAangemaakt":true,"wijze":"telefoon"}""", cancellation),
        (play, cancellation) => play.DoAsync(Team, "intrekking", """{"wijze":"telefoon"}""", cancellation),
        (play, cancellation) => play.DoAsync(Worker(play), "verklaring", """{"gewist":["mailbox","downloads","papier"]}""", cancellation),
    ]);

    public static Script Find(string name) => new[] { Whole, Withdrawal, Swept, Correction }.Single(script => script.Name == name);

    private static Caller Team => SyntheticPeople.TeamMember;

    private static Caller Worker(Play play) => SyntheticPeople.SocialWorker(play.Protocol);

    private static async Task Refer(Play play, CancellationToken cancellation)
    {
        var body = $$"""{"protocol":"mechelen-2024","toestemming":{{Consent}},"client":{{Client}}}""";
        Play.Expect(await play.AskAsync(Team, "doorverwijzen", "/doorverwijzingen", body, play.PurposeOf(Team.Party), cancellation), 201, "doorverwijzen");
    }

    private static Task Take(Play play, CancellationToken cancellation) => play.DoAsync(Worker(play), "opname", "{}", cancellation);

    /// <summary>Content is shown once a request: who saw nothing asks anew.</summary>
    public static async Task Open(Play play, CancellationToken cancellation)
    {
        var worker = Worker(play);
        var answer = await play.AskAsync(worker, "openen", $"/doorverwijzingen/{play.Reference}/openen", null, play.PurposeOf(worker.Party), cancellation);
        if (answer.Status == 409)
            answer = await play.AskAsync(worker, "openen-opnieuw", $"/doorverwijzingen/{play.Reference}/openen", null, play.PurposeOf(worker.Party), cancellation);
        Play.Expect(answer, 200, "openen");
        if (answer.Json.GetProperty("client").GetProperty("naam").GetString() != "Vandenproef")
            throw new InvalidOperationException("other content");
    }

    /// <summary>W6: who does not see the key, because showing it was interrupted, begins a new handover.</summary>
    public static async Task Reveal(Play play, CancellationToken cancellation)
    {
        var answer = await play.AskAsync(Team, "sleutel-tonen", $"/doorverwijzingen/{play.Reference}/sleutel/tonen", null, play.PurposeOf(Team.Party), cancellation);
        if (answer.Status == 409)
        {
            await play.DoAsync(Team, "sleutel/onderbroken", null, cancellation);
            answer = await play.AskAsync(Team, "sleutel-tonen-opnieuw", $"/doorverwijzingen/{play.Reference}/sleutel/tonen", null, play.PurposeOf(Team.Party), cancellation);
        }

        if (answer.Status == 409)
        {
            await play.DoAsync(Team, "sleutel/onderbroken", null, cancellation, "-nogmaals");
            answer = await play.AskAsync(Team, "sleutel-tonen-nogmaals", $"/doorverwijzingen/{play.Reference}/sleutel/tonen", null, play.PurposeOf(Team.Party), cancellation);
        }

        Play.Expect(answer, 200, "sleutel-tonen");
    }

    private static async Task TheNewKeyOpensTheNewArchive(Play play, CancellationToken cancellation)
    {
        var current = (await play.Place.Law.Referrals.GetAsync(play.Reference, cancellation)).State.Current!;
        var key = await play.Place.Law.Ports.Keys.GetAsync(play.Reference, cancellation) ?? throw new InvalidOperationException("no key");
        await using var archive = await play.Place.Law.Ports.Blobs.OpenAsync(new(play.Reference, current.Id), cancellation) ?? throw new InvalidOperationException("no archive");
        using var opened = await SealedArchive.OpenAsync(archive, key, ArchiveLimits.Default, cancellation);
        if (opened.Entries.Count != 2 || await play.Place.Law.Ports.Blobs.CountAsync(play.Reference, cancellation) != 1 || await play.Place.Law.Ports.Keys.CountAsync(play.Reference, cancellation) != 1)
            throw new InvalidOperationException("not one archive and one key");
    }

    public static async Task ReportDefect(Play play, CancellationToken cancellation) => Play.Expect(
        await play.AskAsync(Worker(play), "fout", $"/doorverwijzingen/{play.Reference}/fout", """{"soort":"verouderd","gegevens":["adres"],"wijze":"telefoon"}""", null, cancellation), 201, "fout");

    public static async Task AcknowledgeDefect(Play play, CancellationToken cancellation) => Play.Expect(
        await play.AskAsync(Team, "fout-ontvangst", $"/verbeteringen/{play.Correction}/ontvangst", """{"wijze":"toepassing"}""", null, cancellation), 204, "fout-ontvangst");

    public static async Task ReplaceContent(Play play, CancellationToken cancellation)
    {
        var body = $$"""{"client":{{Client.Replace("\"12\"", "\"14\"", StringComparison.Ordinal)}}}""";
        Play.Expect(await play.AskAsync(Team, "fout-inhoud", $"/verbeteringen/{play.Correction}/inhoud", body, play.PurposeOf(Team.Party), cancellation), 204, "fout-inhoud");
    }

    /// <summary>What a dead process left half done, the dossier's own orchestration finishes within the hour.</summary>
    private static async Task TheCorrectionIsClosed(Play play, CancellationToken cancellation)
    {
        await play.UntilAsync("verbeterd", play.Place.Now.AddHours(1), cancellation);
        if (!(await play.Place.Law.Dossiers.GetAsync(play.Correction, cancellation)).Closed)
            throw new InvalidOperationException("the correction is not closed");
    }

    private static async Task PurgeHistory(Play play, CancellationToken cancellation)
    {
        await play.UntilAsync("historiek", play.Place.Now.AddDays(play.Protocol.Retention.History.Days + 1), cancellation);
        play.Place.CollectMail(play.Reference); // mailboxes keep what they got
        await play.Place.SweepAsync(cancellation);
    }
}
