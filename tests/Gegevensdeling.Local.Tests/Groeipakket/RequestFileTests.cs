using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;
using static Gegevensdeling.Local.Tests.Groeipakket.Turnhout;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>What is uploaded as a request: taken, or refused with a reason and not stored; wrong rows are the requester's to decide on (P2, P3, W13).</summary>
public sealed class RequestFileTests
{
    private const string OldWorkbook = "application/vnd.ms-excel";

    private static readonly (string Name, byte[] File, string Type, string Code)[] Bad =
    [
        ("a 7z without a key", Fixtures.Plain7z, SevenZip, "niet-versleuteld"),
        ("a 7z that was cut off", Fixtures.Plain7z[..40], SevenZip, "archief-beschadigd"),
        ("a workbook with a formula", Fixtures.Workbook("formula.xlsx"), Workbook, "formule"),
        ("an old workbook with a formula", Fixtures.Workbook("formula.xls"), OldWorkbook, "formule"),
        ("a workbook with a hidden row", Fixtures.Workbook("hidden-row.xlsx"), Workbook, "verborgen-inhoud"),
        ("a workbook with two sheets", Fixtures.Workbook("second.xlsx"), Workbook, "tweede-blad"),
        ("a workbook with merged cells", Fixtures.Workbook("merged.xlsx"), Workbook, "samengevoegde-cellen"),
        ("another column", Fixtures.Workbook("column-b.xlsx"), Workbook, "andere-kolom"),
        ("a password that is no protection", Fixtures.Workbook("libreoffice-protected.xls"), OldWorkbook, "zwakke-versleuteling"),
        ("no number that is right", Children.Column("INSZ", "12345678901"), Workbook, "geen-juiste-rij"),
        ("bytes", [1, 2, 3, 4, 5, 6, 7, 8], Workbook, "geen-werkmap"),
        ("a zip that is no workbook", [.. "PK\u0003\u0004"u8, .. new byte[60]], Workbook, "werkmap-beschadigd"),
    ];

    [Fact]
    [Requirement("P2", "P3")]
    public async Task A_file_that_can_be_no_request_is_refused_by_name_and_nothing_of_it_is_stored()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        foreach (var (name, file, type, code) in Bad)
        {
            var answer = await turnhout.AskAsync(file, type);
            Assert.True(answer.Code == code && answer.Status is >= 400 and < 500, $"{name}: {answer.Status} {answer.Code}");
            Assert.False(string.IsNullOrWhiteSpace(answer.Detail));
        }

        Assert.Empty(await turnhout.StatesAsync());
        Assert.Empty(turnhout.Stored());
        Assert.Empty(await rig.Host.Law.Ports.Keys.ListAsync(Rig.Cancelled).ToListAsync(Rig.Cancelled));
    }

    [Fact]
    [Requirement("P2", "P4")]
    public async Task What_is_wrong_inside_a_sealed_file_is_found_after_the_key_told_to_the_requester_and_erased()
    {
        Postbox? post = null;
        await using var rig = await Rig.StartAsync(between: ports => ports with { Outbox = post = new(ports.Outbox) });
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Fixtures.Workbook("formula.xlsx"));
        var line = await turnhout.RequestAsync(request);
        Assert.Equal(("gewist", "formule"), (State(line), line.GetProperty("geweigerdOm").GetString()));
        var told = post!.Sent.Where(message => message.Subject.EndsWith("geweigerd", StringComparison.Ordinal)).ToList();
        Assert.Equal(new[] { turnhout.Service.Mail, turnhout.Protocol.ContactsOf(turnhout.Service.Party).Colleagues!.Mail }.Order(), told.Select(message => message.To).Order());
        Assert.All(told, message => Assert.Contains("formule", message.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(turnhout.Stored());
        Reference(await turnhout.AskAsync(Children.Column(Children.Child(1)), Workbook));
    }

    [Fact]
    [Requirement("W13")]
    public async Task Wrong_rows_are_listed_without_their_numbers_and_the_requester_goes_on_without_them_or_corrects()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (child, old) = (Children.Child(1), Children.Insz(new(1980, 1, 1), 3));
        var request = await turnhout.SealedRequestAsync(Children.Column("INSZ", child, "12345678901", old, child));
        var line = await turnhout.RequestAsync(request);
        Assert.Equal("wacht-op-aanvrager", State(line));
        Assert.Equal((4, 2, 2), (line.GetProperty("rijen").GetInt32(), line.GetProperty("juist").GetInt32(), line.GetProperty("fout").GetInt32()));
        var report = (await rig.GetAsync(turnhout.Service, $"/groeipakketvragen/{request}/verslag")).Is(200);
        Assert.Equal([3, 4, 5], report.Json.GetProperty("rijen").EnumerateArray().Select(row => row.GetProperty("rij").GetInt32()));
        Assert.DoesNotContain("12345678901", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(old, report.Text, StringComparison.Ordinal);
        (await rig.GetAsync(turnhout.Team, $"/groeipakketvragen/{request}/verslag")).Refuses(403, "niet-bevoegd");

        // W13: an age outside the period is said, and is no error.
        Assert.False(report.Json.GetProperty("rijen")[1].GetProperty("fout").GetBoolean());

        var extract = Reference(await turnhout.UploadExtractAsync(Children.Extract((child, "2020-01-01", "", Children.Parent(1), ""))));
        (await turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = extract })).Refuses(422, "wacht-op-aanvrager");
        (await turnhout.OfRequestAsync(turnhout.Team, request, "inhoud")).Refuses(422, "wacht-op-aanvrager");
        (await turnhout.OfRequestAsync(turnhout.Service, request, "verder")).Is(204);
        (await turnhout.OfRequestAsync(turnhout.Service, request, "verder")).Is(204);
        Assert.Equal("wacht-op-antwoord", State(await turnhout.RequestAsync(request)));
        var answer = Reference(await turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = extract }));
        Assert.True((await turnhout.AnswerAsync(answer)).GetProperty("overgeslagen").GetInt32() > 0);

        // Or another file in its place.
        var next = Reference(await turnhout.AskAsync(Children.Column("INSZ", child), Workbook, replaces: request));
        Assert.Equal("wacht-op-antwoord", State(await turnhout.RequestAsync(next)));
        Assert.Equal("gewist", State(await turnhout.AnswerAsync(answer)));
    }
}
