using System.Text;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;
using static Gegevensdeling.Local.Tests.Groeipakket.Turnhout;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>The answer is looked up in an extract or by hand, in the requester's own file (C2; P5 to P7).</summary>
public sealed class AnswerMakingTests
{
    private static readonly string[] Kids = [Children.Child(1), Children.Child(2), Children.Child(3)];
    private static readonly string Parent = Children.Parent(1);

    private static readonly (string Name, string[][] Rows)[] WrongByHand =
    [
        ("another number in column A", [["INSZ"], [Kids[0], "ja", Parent], [Children.Child(9), "nee"], [Kids[2], "nee"]]),
        ("another order", [["INSZ"], [Kids[1], "nee"], [Kids[0], "ja", Parent], [Kids[2], "nee"]]),
        ("a row that is missing", [["INSZ"], [Kids[0], "ja", Parent], [Kids[1], "nee"]]),
        ("a row too many", [["INSZ"], [Kids[0], "ja", Parent], [Kids[1], "nee"], [Kids[2], "nee"], [Children.Child(9), "nee"]]),
        ("neither ja nor nee", [["INSZ"], [Kids[0], "misschien", Parent], [Kids[1], "nee"], [Kids[2], "nee"]]),
        ("no answer", [["INSZ"], [Kids[0], "ja", Parent], [Kids[1]], [Kids[2], "nee"]]),
        ("a beneficiary of a child without a right", [["INSZ"], [Kids[0], "ja", Parent], [Kids[1], "nee", Parent], [Kids[2], "nee"]]),
        ("a right without a beneficiary", [["INSZ"], [Kids[0], "ja"], [Kids[1], "nee"], [Kids[2], "nee"]]),
        ("a beneficiary that is no INSZ", [["INSZ"], [Kids[0], "ja", "12345678901"], [Kids[1], "nee"], [Kids[2], "nee"]]),
        ("a third beneficiary", [["INSZ"], [Kids[0], "ja", Parent, Children.Parent(2), Children.Parent(3)], [Kids[1], "nee"], [Kids[2], "nee"]]),
    ];

    [Fact]
    [Requirement("P5", "P6", "P7", "X7")]
    public async Task A_right_counts_from_the_first_of_march_and_what_the_file_asked_stays_as_it_was()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Children.Column(["INSZ", .. Kids]));
        var answer = await turnhout.AnsweredAsync(request, Children.Extract(
            (Kids[2], "2020-03-01", "2020-03-01", Parent, Children.Parent(2)), (Kids[0], "2019-01-01", "2020-02-29", Parent, "")));
        Assert.Equal(
            [["INSZ", "Recht op sociale toeslag", "Begunstigde 1", "Begunstigde 2"], [Kids[0], "nee"], [Kids[1], "nee"], [Kids[2], "ja", Parent, Children.Parent(2)]],
            await OpenedAsync(turnhout, answer));
    }

    [Fact]
    [Requirement("P5")]
    public async Task An_extract_from_before_the_request_is_refused_and_so_is_one_of_tomorrow()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Children.Column(Kids));
        var yesterday = Reference(await turnhout.UploadExtractAsync(Extract(), "2026-03-01"));
        (await turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = yesterday })).Refuses(422, "uittreksel-te-oud");
        (await turnhout.UploadExtractAsync(Extract(), "2026-03-03")).Refuses(422, "peildatum-in-toekomst");
        (await turnhout.UploadExtractAsync(Extract(), "3 maart")).Refuses(400, "onbekende-parameter");
        (await turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = "KU-0000-0000-0000" })).Refuses(422, "geen-uittreksel");
        Assert.Equal("wacht-op-antwoord", State(await turnhout.RequestAsync(request)));
        Assert.Empty(turnhout.Dropped());
    }

    [Fact]
    [Requirement("P5", "P6")]
    public async Task By_hand_the_team_fills_in_the_requesters_file_and_one_wrong_cell_refuses_all_of_it()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Children.Column(["INSZ", .. Kids]));
        var fetched = (await turnhout.OfRequestAsync(turnhout.Team, request, "inhoud")).Is(200);
        Assert.Equal(["INSZ", .. Kids], Children.Rows(fetched.Raw).Select(row => row[0]));
        var before = turnhout.Stored();
        foreach (var (name, rows) in WrongByHand)
        {
            var refused = await ByHandAsync(turnhout, request, rows);
            Assert.True(refused.Status == 422 && refused.Code is "antwoord-niet-in-orde" or "andere-kolom", $"{name}: {refused.Status} {refused.Code}");
            Assert.DoesNotContain(Kids[0], refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, turnhout.Stored());
        Assert.Empty(turnhout.Dropped());
        var answer = Reference(await ByHandAsync(turnhout, request, [["INSZ"], [Kids[0], "ja", Parent], [Kids[1], "nee"], [Kids[2], "JA", Parent, Children.Parent(2)]]));
        Assert.Equal(
            [["INSZ", "Recht op sociale toeslag", "Begunstigde 1", "Begunstigde 2"], [Kids[0], "ja", Parent], [Kids[1], "nee"], [Kids[2], "ja", Parent, Children.Parent(2)]],
            await OpenedAsync(turnhout, answer));
        Assert.Contains(
            (await turnhout.CertificateAsync($"/groeipakketvragen/{request}")).GetProperty("verklaard").EnumerateArray(),
            part => part.GetProperty("wat").GetString() == "downloads"); // P13: what the team took out is the team's to declare
    }

    [Fact]
    [Requirement("W14")]
    public async Task Until_receipt_the_answer_is_made_again_and_the_earlier_one_is_void()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, first) = await turnhout.DeliveredAsync(Kids);
        var second = await turnhout.AnsweredAsync(request, Extract());
        Assert.Equal(("gewist", "verzonden"), (State(await turnhout.AnswerAsync(first)), State(await turnhout.AnswerAsync(second))));
        Assert.Equal(second, (await turnhout.RequestAsync(request)).GetProperty("antwoord").GetString());
        Assert.Contains(second, Assert.Single(turnhout.Dropped()), StringComparison.Ordinal);
        (await turnhout.OfAnswerAsync(turnhout.Service, first, "openen")).Refuses(422, "antwoord-beeindigd");
        (await turnhout.OfAnswerAsync(turnhout.Service, second, "openen")).Is(200);
        var extract = Reference(await turnhout.UploadExtractAsync(Extract()));
        (await turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = extract })).Refuses(422, "aanvraag-beeindigd");
    }

    [Fact]
    [Requirement("P5", "P13")]
    public async Task An_extract_gives_way_to_the_next_whole_or_not_at_all_and_has_a_term_of_its_own()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var first = Reference(await turnhout.UploadExtractAsync(Extract()));
        var stored = turnhout.Stored();
        foreach (var (csv, code) in new[] { ("insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2\n12345678901;2020-01-01;;;\n", "uittreksel-insz"), ("", "bestand-ontbreekt"), ("x\n", "uittreksel-kolommen"), ("insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2\n" + Kids[0] + ";2020-", "uittreksel-afgekapt") })
            Assert.Equal(code, (await turnhout.UploadExtractAsync(Encoding.UTF8.GetBytes(csv))).Code);
        Assert.Equal(stored, turnhout.Stored());
        Assert.Equal([first], (await ExtractsAsync(rig, turnhout)).Where(one => one.State == "verzegeld").Select(one => one.Exchange));

        await rig.TurnAsync(TimeSpan.FromDays(1));
        var second = Reference(await turnhout.UploadExtractAsync(Extract(), "2026-03-03"));
        Assert.Equal([second], (await ExtractsAsync(rig, turnhout)).Where(one => one.State == "verzegeld").Select(one => one.Exchange));
        Assert.Single(turnhout.Stored());
        Assert.NotNull((await turnhout.HeadAsync(first))!.ErasedAt);

        // Thirty days later, at the start of that day in Brussels, where it is summer time by then.
        var end = new DateTimeOffset(2026, 4, 1, 22, 0, 0, TimeSpan.Zero);
        await rig.TurnAsync(end - rig.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Single(turnhout.Stored());
        await rig.TurnAsync(TimeSpan.FromSeconds(1));
        Assert.Empty(turnhout.Stored());
        Assert.NotNull((await turnhout.HeadAsync(second))!.ErasedAt);
    }

    private static byte[] Extract() => Children.Extract((Kids[0], "2020-01-01", "", Parent, ""));

    private static Task<Answer> ByHandAsync(Turnhout turnhout, string request, string[][] rows) =>
        turnhout.UploadAsync(turnhout.Team, $"/groeipakketvragen/{request}/antwoord", Children.Workbook([.. rows]), Turnhout.Workbook);

    private static async Task<IReadOnlyList<string[]>> OpenedAsync(Turnhout turnhout, string answer) =>
        [.. Children.Rows((await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200).Raw).Select(row => row.Reverse().SkipWhile(string.IsNullOrEmpty).Reverse().ToArray())];

    private static async Task<IReadOnlyList<(string Exchange, string State)>> ExtractsAsync(Rig rig, Turnhout turnhout) =>
        [.. (await rig.GetAsync(turnhout.Team, "/kadasteruittreksels")).Is(200).Json.GetProperty("uittreksels").EnumerateArray().Select(one => (one.GetProperty("verwijzing").GetString()!, Turnhout.State(one)))];
}
