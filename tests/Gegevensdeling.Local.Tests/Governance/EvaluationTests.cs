using System.Text.Json;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>R16, R19 over real HTTP: the system opens an evaluation a year, prepares each side's report and asks both what came of it.</summary>
public sealed class EvaluationTests
{
    private const string First = "/evaluaties/EV-mechelen-2024-202604";
    private const string Second = "/evaluaties/EV-mechelen-2024-202704";
    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("R16")]
    public async Task An_evaluation_is_opened_a_year_after_the_start_and_both_sides_are_invited()
    {
        await using var rig = await StartAsync();
        (await rig.GetAsync(rig.Head, First)).Refuses(404, "niet-gevonden");
        await SweepAsync(rig, TimeSpan.FromDays(30)); // Mechelen began on 1 April 2024
        await SweepAsync(rig, TimeSpan.FromDays(1));
        var invited = recorder.Messages.Where(mail => mail.Subject == "Evaluatie Mechelen: uitnodiging").ToList();
        Assert.Equal(["dpo@opgroeien.be", "hoofd-sociale-dienst@ocmw-mechelen.example", "privacy@mechelen.be"], invited.Select(mail => mail.To).Order());
        Assert.Contains("30 april 2026", invited[0].Text, StringComparison.Ordinal); // 20 working days; Easter Monday is none
        var report = (await rig.GetAsync(rig.Head, First)).Is(200).Json;
        Assert.Equal((2025, "uitgenodigd"), (report.GetProperty("jaren")[0].GetInt32(), report.GetProperty("toestand").GetString()));
        foreach (var who in new[] { rig.Team, rig.Worker, SyntheticPeople.Operator })
            (await rig.GetAsync(who, First)).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SyntheticPeople.HeadOfService(rig.Kasterlee), First)).Refuses(404, "niet-gevonden");

        await SweepAsync(rig, TimeSpan.FromDays(23));
        Assert.Equal(3, Mails("volgende week"));
        (await HoldAsync(rig, rig.Head, "2026-04-30")).Refuses(422, "datum-in-toekomst");
        (await HoldAsync(rig, rig.Head, "2026-03-31")).Refuses(422, "datum-voor-uitnodiging");
        (await HoldAsync(rig, rig.Head, "2026-04-20", [])).Refuses(422, "besluit-ontbreekt");
        (await HoldAsync(rig, rig.Head, "2026-04-20", ["ongewijzigd-verder", "opzeggen"])).Refuses(422, "besluiten-tegenstrijdig");
        (await HoldAsync(rig, rig.Head, "2026-04-20", reference: "gesprek met mevrouw, tel. 0470 00 00 17 00")).Refuses(422, "kenmerk-ongeldig");
        (await HoldAsync(rig, rig.Head, "2026-04-20")).Is(204);
        Assert.Equal(3, Mails("vastgelegd"));
        (await HoldAsync(rig, SyntheticPeople.SendingDpo, "2026-04-21")).Refuses(409, "al-afgesloten");
        Assert.Equal("gehouden", (await rig.GetAsync(SyntheticPeople.SendingDpo, First)).Is(200).Json.GetProperty("toestand").GetString());
        await SweepAsync(rig, TimeSpan.FromDays(60));
        Assert.Equal(0, Mails("nog niet gehouden"));
    }

    [Fact]
    [Requirement("R16", "R19", "W12", "R13")]
    public async Task Each_side_reads_its_own_figures_the_wishes_and_what_went_late_without_small_numbers()
    {
        await using var rig = await StartAsync();
        await SweepAsync(rig, TimeSpan.FromDays(31)); // opens the first, over 2025
        foreach (var number in Enumerable.Range(1, 6))
            await rig.ReferAsync(Client.Of(number));
        foreach (var number in Enumerable.Range(10, 5))
            (await rig.CreateAsync(Host.Referrals.Body(Client.Of(number)).With("client.rijksregisternummer", "85073003328"))).Is(422);
        var exchange = await rig.ReferAsync();
        (await rig.DoAsync(rig.Worker, exchange, "bezwaar", new { soort = "bezwaar", wijze = "telefoon" })).Is(201);
        await SweepAsync(rig, TimeSpan.FromDays(60));
        foreach (var _ in Enumerable.Range(0, 5))
            await SweepAsync(rig, TimeSpan.FromDays(61));

        var (team, ocmw) = ((await rig.GetAsync(SyntheticPeople.SendingDpo, Second)).Is(200), (await rig.GetAsync(rig.Head, Second)).Is(200));
        Assert.Equal(["doorverwijzingen", "afgeleverd", "niet afgeleverd"], Names(team.Json.GetProperty("cijfers")[0].GetProperty("cijfers")));
        Assert.Contains("in een cliëntdossier", Names(ocmw.Json.GetProperty("cijfers")[0].GetProperty("cijfers")));
        Assert.Equal(5, team.Json.GetProperty("cijfers")[0].GetProperty("gewensteGegevens")[0].GetProperty("aantal").GetInt32());
        Assert.Empty(Names(ocmw.Json.GetProperty("cijfers")[0].GetProperty("gewensteGegevens")));

        // An objection at the OCMW is a small number there, and is not even a line at the team.
        Assert.Null(Number(ocmw.Json.GetProperty("dossiers"), "bezwaar"));
        Assert.Contains("bezwaar", Names(ocmw.Json.GetProperty("dossiers")));
        Assert.DoesNotContain("bezwaar", Names(team.Json.GetProperty("dossiers")));
        Assert.DoesNotContain("doorverwijzing", Names(team.Json.GetProperty("termijnenGemist")));
        Assert.Null(Number(ocmw.Json.GetProperty("termijnenGemist"), "doorverwijzing")); // six of seven: the one that is left is a small number too
        Assert.Equal(1, Number(ocmw.Json.GetProperty("termijnenGemist"), "evaluatie")); // the first was never held
        Assert.DoesNotContain("Vandenproef", ocmw.Text, StringComparison.Ordinal);

        var page = (await rig.GetAsync(rig.Head, Second + "/verslag")).Is(200);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("<html lang=\"nl-BE\">", page.Text, StringComparison.Ordinal);
        Assert.Contains("<td>verborgen</td>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("R16")]
    public async Task An_evaluation_that_is_not_held_is_asked_for_moved_and_lapses_when_the_next_begins()
    {
        await using var rig = await StartAsync();
        await SweepAsync(rig, TimeSpan.FromDays(31));
        (await MoveAsync(rig, SyntheticPeople.SendingDpo, "2026-04-01")).Refuses(422, "datum-voorbij");
        (await MoveAsync(rig, SyntheticPeople.SendingDpo, "2026-05-09")).Refuses(422, "geen-werkdag");
        (await MoveAsync(rig, SyntheticPeople.SendingDpo, "2027-04-01")).Refuses(422, "datum-te-ver");
        (await MoveAsync(rig, SyntheticPeople.SendingDpo, "2026-05-11")).Is(204);
        Assert.Equal(6, Mails("uitnodiging"));
        await SweepAsync(rig, TimeSpan.FromDays(50));
        Assert.Equal(3, Mails("wat kwam eruit?"));
        await SweepAsync(rig, TimeSpan.FromDays(30));
        Assert.True(Mails("nog niet gehouden") >= 4);
        await SweepAsync(rig, TimeSpan.FromDays(290));
        Assert.Equal("vervallen", (await rig.GetAsync(rig.Head, First)).Is(200).Json.GetProperty("toestand").GetString());
        Assert.Equal("uitgenodigd", (await rig.GetAsync(rig.Head, Second)).Is(200).Json.GetProperty("toestand").GetString());
        (await MoveAsync(rig, SyntheticPeople.SendingDpo, "2027-05-11")).Refuses(409, "al-afgesloten");
    }

    private Task<Rig> StartAsync() => Rig.StartAsync(between: recorder.Between);

    private static async Task SweepAsync(Rig rig, TimeSpan later)
    {
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(later);
        Assert.Empty((await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Failed);
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
    }

    private int Mails(string subject) => recorder.Messages.Count(mail => mail.Subject == $"Evaluatie Mechelen: {subject}");

    private static Task<Answer> HoldAsync(Rig rig, Caller who, string on, string[]? outcomes = null, string reference = "verslag 2026/3") =>
        rig.PostAsync(who, First + "/gehouden", new { op = on, besluiten = outcomes ?? ["velden-besproken", "protocol-aanpassen"], kenmerk = reference });

    private static Task<Answer> MoveAsync(Rig rig, Caller who, string on) => rig.PostAsync(who, First + "/datum", new { op = on });

    private static IEnumerable<string> Names(JsonElement figures) => figures.EnumerateArray().Select(figure => figure.GetProperty("wat").GetString()!);

    private static int? Number(JsonElement figures, string what) =>
        figures.EnumerateArray().Single(figure => figure.GetProperty("wat").GetString() == what).GetProperty("aantal") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
