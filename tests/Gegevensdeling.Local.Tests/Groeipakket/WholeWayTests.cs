using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;
using static Gegevensdeling.Local.Tests.Groeipakket.Turnhout;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>The request of Turnhout from the sealed spreadsheet to the end of its protocol.</summary>
public sealed class WholeWayTests
{
    private static readonly string Right = Children.Child(1);
    private static readonly string Not = Children.Child(2);

    [Fact]
    [Requirement("P4", "P8", "P13", "P14", "P20")]
    public async Task From_the_sealed_request_to_the_destroyed_keys_each_step_follows_the_text()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);

        // C2: a sealed spreadsheet; its key by telephone, from DPO to DPO.
        var request = await turnhout.SealedRequestAsync(Children.Column("INSZ", Right, Not));
        Assert.Equal("wacht-op-antwoord", State(await turnhout.RequestAsync(request)));

        var answer = await turnhout.AnsweredAsync(request, Children.Extract((Right, "2020-01-01", "", Children.Parent(1), Children.Parent(2))));
        Assert.Equal("verzonden", State(await turnhout.AnswerAsync(answer)));
        Assert.Single(Directory.GetFiles(Path.Combine(rig.Root, "sftp"), "*.7z", SearchOption.AllDirectories));

        var shown = (await turnhout.PostAsync(turnhout.TeamDpo, $"/groeipakketantwoorden/{answer}/sleutel/tonen")).Is(200);
        Assert.Equal(41, shown.Json.GetProperty("sleutel").GetString()!.Length);
        (await turnhout.PostAsync(turnhout.ServiceDpo, $"/groeipakketantwoorden/{answer}/sleutel/ontvangst", new { kanaal = "telefoon" })).Is(204);

        var opened = (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/openen")).Is(200);
        Assert.Equal(
            [["INSZ", "Recht op sociale toeslag", "Begunstigde 1", "Begunstigde 2"], [Right, "ja", Children.Parent(1), Children.Parent(2)], [Not, "nee"]],
            Children.Rows(opened.Raw).Select(row => row.Reverse().SkipWhile(string.IsNullOrEmpty).Reverse().ToArray()));

        // P13: what Opgroeien regie holds goes on receipt, the place on its SFTP server included.
        Assert.Equal("gewist", State(await turnhout.RequestAsync(request)));
        Assert.Empty(Directory.GetFiles(Path.Combine(rig.Root, "sftp"), "*.7z", SearchOption.AllDirectories));
        Assert.Equal("ontvangen", State(await turnhout.AnswerAsync(answer)));

        // P14: both wipe both keys.
        (await turnhout.PostAsync(turnhout.ServiceDpo, $"/groeipakketvragen/{request}/sleutel/gewist")).Is(204);
        (await turnhout.PostAsync(turnhout.TeamDpo, $"/groeipakketvragen/{request}/sleutel/gewist")).Is(204);
        (await turnhout.PostAsync(turnhout.ServiceDpo, $"/groeipakketantwoorden/{answer}/sleutel/gewist")).Is(204);
        (await turnhout.PostAsync(turnhout.TeamDpo, $"/groeipakketantwoorden/{answer}/sleutel/gewist")).Is(204);

        // P12, P20: irrelevant, so destroyed; and with the data the protocol ends.
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/niet-meer-nodig")).Is(204);
        Assert.Equal("gewist", State(await turnhout.AnswerAsync(answer)));
        (await rig.GetAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/wisbewijs")).Is(200);
        await rig.SweepAsync();
        await rig.TurnAsync(TimeSpan.FromDays(1));
        (await turnhout.AskAsync(Children.Column(Right), Turnhout.Workbook)).Refuses(422, "protocol-beeindigd");
    }
}
