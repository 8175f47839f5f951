using System.Text;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>
/// F2, F3: each exchange in each of its ends, and then somebody who holds every store, every log and a backup of everything from before the end, but no key store and no
/// live keys of the system. Planted people are the prize.
/// </summary>
public sealed class EveryEndTests
{
    [Fact]
    [Requirement("F2", "F3", "F10")]
    public async Task Of_a_referral_nothing_is_left_whatever_its_end()
    {
        await using var watched = await Watched.StartAsync();
        var rig = watched.Rig;
        var people = Enumerable.Range(700, 8).Select(Client.Of).ToArray();
        var all = new List<ExchangeId>();
        foreach (var person in people)
            all.Add(await rig.ReferAsync(person));
        await rig.OpenAsync(all[5]);
        using var backup = new Backup(rig.Root, ["sleutels", "systeemsleutels"]);

        (await rig.DoAsync(rig.Team, all[0], "intrekking", new { wijze = "telefoon" })).Is(204);
        (await rig.DoAsync(rig.Worker, all[1], "intrekking", new { wijze = "telefoon" })).Is(204);
        await OutcomeAsync(rig, all[2], new { wenstHulp = false, wijze = "telefoon" });
        await OutcomeAsync(rig, all[3], new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" });
        (await rig.DoAsync(rig.Worker, all[4], "niet-voor-ons", new { reden = "verhuisd" })).Is(204);
        await rig.TurnAsync(LegalCalendar.AddWorkingDays(rig.Clock.GetUtcNow(), rig.Mechelen.Referral!.FollowUp.UnreachableAfter + 1) - rig.Clock.GetUtcNow());
        (await rig.DoAsync(rig.Worker, all[5], "onbereikbaar")).Is(204);
        var dossier = (await rig.DoAsync(rig.Worker, all[6], "bezwaar", new { soort = "bezwaar", wijze = "telefoon" })).Is(201).Json.GetProperty("dossier").GetString()!;
        (await rig.PostAsync(rig.Head, $"/bezwaren/{dossier}/beslissing", new { beslissing = "gegrond", kenmerk = "beslissing 2026/14" })).Is(204);
        (await rig.PostAsync(SyntheticSigner, "/protocollen/mechelen-2024/einde", new { oorzaak = "inbreuk", vanaf = Today(rig), kenmerk = "E-1" })).Is(204);
        await FinishAsync(rig);

        await NothingAsync(watched, backup, all, people.SelectMany(person => person.Words), expected:
        [
            ErasureReason.WithdrawnAtSender, ErasureReason.WithdrawnAtReceiver, ErasureReason.NoHelpWanted, ErasureReason.ClientFile, ErasureReason.NotForUs, ErasureReason.Unreachable,
            ErasureReason.RequestedBySubject, ErasureReason.ProtocolEnded,
        ]);
    }

    [Theory]
    [InlineData("geannuleerd", ErasureReason.Voided, ErasureReason.Voided)]
    [InlineData("vervangen", ErasureReason.Voided, ErasureReason.Voided)]
    [InlineData("ontvangen en gebruikt", ErasureReason.ReceiptConfirmed, ErasureReason.NoLongerNeeded)]
    [InlineData("termijn verstreken", ErasureReason.TermEnded, ErasureReason.TermEnded)]
    [InlineData("protocol geëindigd", ErasureReason.ProtocolEnded, ErasureReason.ProtocolEnded)]
    [Requirement("F2", "F3", "F10")]
    public async Task Of_a_request_and_its_answer_nothing_is_left_whatever_their_end(string end, ErasureReason ofRequest, ErasureReason ofAnswer)
    {
        await using var watched = await Watched.StartAsync();
        var rig = watched.Rig;
        await rig.SweepAsync();
        var (turnhout, children) = (new Turnhout(rig), Enumerable.Range(31, 4).Select(Children.Child).ToArray());
        var (request, answer) = await turnhout.DeliveredAsync(children);
        using var backup = new Backup(rig.Root, ["sleutels", "systeemsleutels"]);
        List<ExchangeId> others = [];
        switch (end)
        {
            case "geannuleerd":
                (await turnhout.OfRequestAsync(turnhout.Service, request, "annulering")).Is(204);
                break;
            case "vervangen":
                others.Add(new(Turnhout.Reference(await turnhout.AskAsync(Children.Column(children[..1]), Turnhout.Workbook, replaces: request))));
                (await turnhout.OfRequestAsync(turnhout.Service, others[0].Value, "annulering")).Is(204);
                break;
            case "ontvangen en gebruikt":
                await turnhout.OpenAsync(answer);
                (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
                break;
            case "termijn verstreken":
                await rig.TurnAsync(TimeSpan.FromDays(366));
                break;
            default:
                (await rig.PostAsync(SyntheticSigner, "/protocollen/turnhout-2021/einde", new { oorzaak = "inbreuk", vanaf = Today(rig), kenmerk = "E-1" })).Is(204);
                break;
        }

        await FinishAsync(rig);
        var extracts = await rig.Host.Law.Ports.Register.OfProtocolAsync(turnhout.Protocol.Id, liveOnly: false, Rig.Cancelled).Where(head => head.Kind == ExtractKind.Name).Select(head => head.Id).ToListAsync(Rig.Cancelled);
        if (end is "geannuleerd" or "vervangen")
            await rig.TurnAsync(TimeSpan.FromDays(32)); // an extract has a term of its own
        await rig.SweepAsync();
        await NothingAsync(watched, backup, [new(request), new(answer), .. extracts, .. others], children.Append(Children.Parent(1)), expected: [ofRequest, ofAnswer]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("F2", "F3", "F10", "D5")]
    public async Task Of_debtors_nothing_is_left_whatever_the_end_of_their_month_and_their_list(bool compared)
    {
        await using var watched = await Watched.StartAsync();
        var rig = watched.Rig;
        var maldegem = await Maldegem.OpenAsync(rig);
        var people = Enumerable.Range(60, 5).Select(Person.Of).ToArray();
        var first = (await maldegem.DeliverAsync(Sheets.Debtors(people))).Is(201).Json.GetProperty("verwijzing").GetString()!;
        (await maldegem.DeliverAsync(Sheets.Debtors(people[..4]), replaces: first)).Is(201);
        using var before = new Backup(rig.Root, ["sleutels", "systeemsleutels"]);
        if (compared)
        {
            (await maldegem.ClientsAsync(Sheets.Clients(people[..3]))).Is(200);
            (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
            (await maldegem.DetailsAsync(Sheets.Details((people[0], "0012345", "100,00")))).Is(201);
            (await maldegem.OfListAsync(maldegem.Town, "afsluiting", new { rijksregisternummer = people[0].Number, reden = "betaald" })).Is(204);
        }

        using var backup = new Backup(rig.Root, ["sleutels", "systeemsleutels"]);
        await rig.TurnAsync(TimeSpan.FromDays(31));
        (await rig.PostAsync(new MaldegemOffice(rig).TownSignatory, $"{MaldegemOffice.Path}/einde", new { oorzaak = "inbreuk", vanaf = Today(rig), kenmerk = "E-1" })).Is(204);
        await FinishAsync(rig);

        var words = people.SelectMany(person => new[] { person.Number, person.Last });
        var all = (await maldegem.HeadsAsync()).Select(head => head.Id).ToList();
        await NothingAsync(watched, before, all, words, expected: []);
        await NothingAsync(watched, backup, all, words, expected: compared
            ? [ErasureReason.TermEnded, ErasureReason.Voided, ErasureReason.NoLongerNeeded, ErasureReason.ProtocolEnded]
            : [ErasureReason.TermEnded, ErasureReason.Voided]);
    }

    private static Parties.Caller SyntheticSigner => Gegevensdeling.Local.Host.SyntheticPeople.SendingSignatory;

    private static string Today(Rig rig) => LegalCalendar.DateOf(rig.Clock.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task OutcomeAsync(Rig rig, ExchangeId exchange, object outcome)
    {
        await rig.ContactAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", outcome)).Is(204);
    }

    private static async Task FinishAsync(Rig rig)
    {
        for (var time = 0; time < 3; time++)
        {
            await rig.TurnAsync(TimeSpan.FromHours(25));
            await rig.SweepAsync();
        }
    }

    /// <summary>Every end was reached and is certified; no byte of anybody, and no key that opens an archive, in all that is held.</summary>
    private static async Task NothingAsync(Watched watched, Backup backup, IReadOnlyList<ExchangeId> all, IEnumerable<string> words, IReadOnlyList<ErasureReason> expected)
    {
        var (rig, reasons) = (watched.Rig, new List<string>());
        foreach (var exchange in all)
        {
            Assert.NotNull((await rig.Host.Law.Ports.Register.FindAsync(exchange, Rig.Cancelled))!.ErasedAt);
            var certificate = await rig.Host.Law.Ports.Evidence.FindAsync(exchange, Retention.Eraser.CertificateName(1), Rig.Cancelled);
            reasons.Add(System.Text.Json.JsonDocument.Parse(certificate!).RootElement.GetProperty("inhoud").GetProperty("reden").GetString()!);
        }

        Assert.All(expected, reason => Assert.Contains(System.Text.Json.JsonSerializer.SerializeToElement(reason, EvidenceJson.Options).GetString(), reasons));

        await rig.StopAsync();
        var held = Attack.Everything(rig.Root, "systeemsleutels").Concat(Attack.Everything(backup.Path)).Append(Encoding.UTF8.GetBytes(watched.Log)).ToList();
        await rig.RestartAsync();
        var prize = new Haystack(words);
        foreach (var bytes in held)
            prize.Bytes("held", bytes);
        Assert.True(prize.Found.Count == 0, $"{prize.Found.Count} times a person");

        var keys = held.SelectMany(Attack.Candidates).Distinct(StringComparer.Ordinal).ToList();
        var archives = Directory.GetFiles(backup.Path, "*.7z", SearchOption.AllDirectories);
        Assert.NotEmpty(archives);
        foreach (var archive in archives)
        {
            foreach (var key in keys)
                Assert.False(await Attack.OpensAsync(await File.ReadAllBytesAsync(archive, Rig.Cancelled), key));
        }
    }
}
