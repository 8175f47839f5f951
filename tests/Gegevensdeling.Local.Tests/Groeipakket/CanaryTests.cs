using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>F10: planted children and parents; before erasure nowhere outside the sealed files, afterwards nowhere, also where every port fails in turn.</summary>
public sealed class CanaryTests
{
    private static readonly string[] Kids = [Children.Child(11), Children.Child(12), Children.Child(13)];
    private static readonly string[] Parents = [Children.Parent(21), Children.Parent(22)];
    private const string Bad = "99999999912";

    /// <summary>As they are written in files, and as people write them.</summary>
    private static readonly string[] Words =
        [.. Kids.Concat(Parents).Append(Bad).SelectMany(number => new[] { number, $"{number[..2]}.{number[2..4]}.{number[4..6]}-{number[6..9]}.{number[9..]}" })];

    [Fact]
    [Requirement("F10", "F3", "P12", "P13")]
    public async Task Children_and_parents_are_found_nowhere_outside_the_sealed_files_and_nowhere_after()
    {
        using var logs = new LogCapture();
        await using var rig = await Rig.StartAsync(logging: logs.Configure);
        var turnhout = new Turnhout(rig);
        await rig.SweepAsync();
        await PlayAsync(rig, turnhout, () => Nothing(rig, logs, "on the way"));
        Nothing(rig, logs, "erased");
        await rig.TurnAsync(TimeSpan.FromDays(40));
        await rig.SweepAsync();
        await rig.RestartAsync();
        Nothing(rig, logs, "purged and restarted");
        Assert.Empty(turnhout.Stored());
    }

    /// <summary>The same search finds them where they are.</summary>
    [Fact]
    public async Task The_search_finds_a_number_in_an_answer_that_shows_it()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (_, answer) = await turnhout.DeliveredAsync(Kids);
        var opened = (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        Assert.Contains(new Haystack(Words).Bytes("answer", opened.Raw).Found, found => found.Contains(Kids[0], StringComparison.Ordinal));
        Assert.Contains(new Haystack(Words).Bytes("request", Children.Column(Kids)).Found, found => found.Contains(Kids[1], StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("F10")]
    public async Task What_an_exception_says_of_a_child_leaves_by_no_way_whatever_call_fails()
    {
        using var logs = new LogCapture();
        var faults = new Faults(() => new InvalidOperationException(string.Join(' ', Words), new IOException(Kids[0])));
        await using var rig = await Rig.StartAsync(between: faults.Between, logging: logs.Configure);
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Kids);
        var (failed, file) = (0, Children.Column(Kids));
        string[] calls;
        lock (faults.Seen)
            calls = [.. faults.Seen.Where(call => !call.StartsWith("SystemKeys", StringComparison.Ordinal))];
        foreach (var call in calls)
        {
            faults.FailAt(call);
            Answer[] answers =
            [
                await turnhout.AskAsync(file, Turnhout.Workbook, replaces: request),
                await turnhout.UploadExtractAsync(Children.Extract((Kids[0], "2020-01-01", "", Parents[0], ""))),
                await turnhout.OfRequestAsync(turnhout.Team, request, "inhoud"),
                await turnhout.OfAnswerAsync(turnhout.Service, answer, "bestand"),
            ];
            await rig.TurnAsync(TimeSpan.FromMinutes(1));
            failed += answers.Count(one => one.Status >= 500);
            faults.Heal();
        }

        Assert.True(failed > 10 && faults.Hits > 20, $"{failed} answers and {faults.Hits} calls failed: too few to show anything");
        Assert.Contains("InvalidOperationException", logs.Text, StringComparison.Ordinal);
        Nothing(rig, logs, "with faults");
    }

    /// <summary>Plain and sealed, wrong rows, by hand and from an extract, a lost key, by mail, an export.</summary>
    private static async Task PlayAsync(Rig rig, Turnhout turnhout, Action look)
    {
        (await turnhout.AskAsync(Children.Workbook([Kids[0], Parents[0]]), Turnhout.Workbook)).Is(422);
        (await turnhout.UploadExtractAsync(Children.Extract((Kids[0], "ooit", "", Parents[0], "")))).Is(422);
        var plain = Turnhout.Reference(await turnhout.AskAsync(Children.Column([.. Kids, Bad]), Turnhout.Workbook));
        (await rig.GetAsync(turnhout.Service, $"/groeipakketvragen/{plain}/verslag")).Is(200);
        look();
        var request = Turnhout.Reference(await turnhout.AskAsync(await Children.SealedAsync(Children.Column([.. Kids, Bad]), "een lange sleutel 1"), Turnhout.SevenZip, replaces: plain));
        (await turnhout.OfRequestAsync(turnhout.TeamDpo, request, "sleutel", new { sleutel = "een lange sleutel 1", kanaal = "sms" })).Is(204);
        (await turnhout.OfRequestAsync(turnhout.Service, request, "verder")).Is(204);
        (await turnhout.OfRequestAsync(turnhout.Team, request, "inhoud")).Is(200);
        string[][] byHand = [[Kids[0], "ja", Parents[0], Parents[1]], [Kids[1], "nee"], [Kids[2], "nee", Parents[0]], [Bad]];
        (await turnhout.UploadAsync(turnhout.Team, $"/groeipakketvragen/{request}/antwoord", Children.Workbook(byHand), Turnhout.Workbook)).Is(422);
        byHand[2] = [Kids[2], "nee"];
        Turnhout.Reference(await turnhout.UploadAsync(turnhout.Team, $"/groeipakketvragen/{request}/antwoord", Children.Workbook(byHand), Turnhout.Workbook));
        var answer = await turnhout.AnsweredAsync(request, Children.Extract((Kids[0], "2020-01-01", "", Parents[0], Parents[1])));
        await turnhout.KeyAsync(answer);
        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/verloren", new { reden = "verloren" })).Is(204);
        (await turnhout.OfAnswerAsync(turnhout.Team, answer, "mail", new { reden = "storing-sftp" })).Is(204);
        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "mail/goedkeuring")).Is(204);
        look();
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "begunstigden")).Is(200);
        (await turnhout.UploadAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/begunstigden", Children.Column(Parents), Turnhout.Workbook)).Is(200);
        look();
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
        Assert.Equal("gewist", Turnhout.State(await turnhout.AnswerAsync(answer)));
        Assert.NotNull((await rig.Host.Law.Ports.Register.FindAsync(new ExchangeId(request), Rig.Cancelled))!.ErasedAt);
    }

    /// <summary>Every file in every form, every log line, every answer that is not content.</summary>
    private static void Nothing(Rig rig, LogCapture logs, string when)
    {
        var haystack = new Haystack(Words).Folder(rig.Root).Text("logs", logs.Text);
        string[] content = ["/openen", "/inhoud", "/begunstigden"];
        foreach (var (_, path, answer) in rig.Heard.Where(heard => heard.Answer.Status != 200 || !content.Any(one => heard.Path.EndsWith(one, StringComparison.Ordinal))))
            haystack.Bytes($"answer on {path}", [.. answer.Raw, .. System.Text.Encoding.UTF8.GetBytes(answer.Headers.ToString())]);
        Assert.True(haystack.Found.Count == 0, $"{when}:\n{string.Join('\n', haystack.Found.Take(10).Select(found => found[..found.LastIndexOf(':')]))}");
    }
}
