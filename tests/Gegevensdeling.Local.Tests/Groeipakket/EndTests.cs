using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>Everything goes in time, by two enforcers of which neither needs the other (design 4); with the data the protocol ends (P12, P13, P20).</summary>
public sealed class EndTests
{
    private static readonly TimeSpan PastPatience = TimeSpan.FromMinutes(6);

    /// <summary>A year after 2 March 2026, at the start of that day in Brussels.</summary>
    private static readonly DateTimeOffset Year = new(2027, 3, 1, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    [Requirement("P13", "P12", "F2")]
    public async Task With_the_engine_standing_still_the_sweep_erases_what_was_received_and_what_is_not_needed()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        await rig.SweepAsync();
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        Assert.Single(turnhout.Dropped());
        rig.Clock.Advance(PastPatience);
        await rig.SweepAsync();
        Assert.Equal(("gewist", "ontvangen"), (Turnhout.State(await turnhout.RequestAsync(request)), Turnhout.State(await turnhout.AnswerAsync(answer))));
        await IsErasedAsync(rig, request);
        Assert.Empty(turnhout.Dropped()); // Opgroeien regie's copy on its SFTP server is its own

        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
        rig.Clock.Advance(PastPatience);
        await rig.SweepAsync();
        await IsErasedAsync(rig, answer);
        await IsOverAsync(rig, turnhout);
    }

    [Fact]
    [Requirement("P12", "P20")]
    public async Task With_the_engine_standing_still_the_sweep_erases_at_the_year_exactly_and_the_protocol_ends()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        await rig.SweepAsync();
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        rig.Clock.SetUtcNow(Year.AddSeconds(-1));
        await rig.SweepAsync();
        Assert.Equal(("beantwoord", "verzonden"), (Turnhout.State(await turnhout.RequestAsync(request)), Turnhout.State(await turnhout.AnswerAsync(answer))));
        rig.Clock.SetUtcNow(Year);
        await rig.SweepAsync();
        await IsErasedAsync(rig, request);
        await IsErasedAsync(rig, answer);
        Assert.Equal("termijn", (await turnhout.CertificateAsync($"/groeipakketantwoorden/{answer}")).GetProperty("reden").GetString());
        await IsOverAsync(rig, turnhout);
    }

    [Fact]
    [Requirement("P12", "P20")]
    public async Task Without_any_sweep_the_orchestrations_erase_at_the_year_exactly_and_the_protocol_ends()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        await rig.SweepAsync(); // as the host's timer does at its start; never again
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        await rig.TurnAsync(Year.AddSeconds(-1) - rig.Clock.GetUtcNow());
        Assert.Equal(("beantwoord", "verzonden"), (Turnhout.State(await turnhout.RequestAsync(request)), Turnhout.State(await turnhout.AnswerAsync(answer))));
        await rig.TurnAsync(TimeSpan.FromSeconds(1));
        await IsErasedAsync(rig, request);
        await IsErasedAsync(rig, answer);
        Assert.Empty(turnhout.Dropped());
        await IsOverAsync(rig, turnhout);
    }

    [Fact]
    [Requirement("P13", "P20", "P14")]
    public async Task Without_any_sweep_the_orchestrations_erase_on_receipt_and_when_it_is_not_needed()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        await rig.SweepAsync();
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        await IsErasedAsync(rig, request);
        Assert.Empty(turnhout.Dropped());
        var certificate = await turnhout.CertificateAsync($"/groeipakketvragen/{request}");
        Assert.Equal("ontvangst-bevestigd", certificate.GetProperty("reden").GetString());
        foreach (var part in new[] { "aangetoond", "verklaard", "nietHierNaTeGaan", "watBlijft", "bestanden" })
            Assert.NotEmpty(certificate.GetProperty(part).EnumerateArray());
        (await turnhout.AskAsync(Children.Column(Children.Child(2)), Turnhout.Workbook)).Refuses(409, "al-beantwoord");

        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
        await IsErasedAsync(rig, answer);
        await IsOverAsync(rig, turnhout);
    }

    [Fact]
    [Requirement("P20", "W14")]
    public async Task A_cancelled_request_does_not_end_the_protocol()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        await rig.SweepAsync();
        var (request, _) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.OfRequestAsync(turnhout.Service, request, "annulering")).Is(204);
        await rig.SweepAsync();
        await rig.TurnAsync(TimeSpan.FromDays(3));
        await rig.SweepAsync();
        Turnhout.Reference(await turnhout.AskAsync(Children.Column(Children.Child(2)), Turnhout.Workbook));
    }

    [Fact]
    [Requirement("P13", "W14")]
    public async Task An_answer_that_was_sealed_and_never_named_goes_with_its_request()
    {
        var interposed = new Interposed();
        await using var rig = await Rig.StartAsync(between: interposed.Between);
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Children.Column(Children.Child(1)));
        var extract = Turnhout.Reference(await turnhout.UploadExtractAsync(Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), ""))));
        interposed.Before(
            (method, arguments) => method == nameof(IRegister.AppendAsync) && arguments.OfType<FactRow>().Any(row => FactJson.Read(row.Json) is RequestFact.Answered),
            () => throw new IOException("planted"));
        Assert.True((await turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = extract })).Status >= 500);
        var answer = await turnhout.AnsweredAsync(request, Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")));
        Assert.Equal(4, turnhout.Stored().Count); // the request, the extract, and two answers
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        rig.Clock.Advance(PastPatience);
        await rig.SweepAsync();
        Assert.Single(turnhout.Stored()); // the answer that was received: the extract went with the request (P13)
    }

    [Fact]
    [Requirement("G10", "P16")]
    public async Task While_the_protocol_is_suspended_nothing_is_delivered_and_after_the_release_it_is()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        await rig.SweepAsync();
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        var request = await turnhout.SealedRequestAsync(Children.Column(Children.Child(1)));
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        var answer = await turnhout.AnsweredAsync(request, Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")));
        (await LifeAsync(rig, SyntheticPeople.SendingDpo, "schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
        await rig.Host.Engine.StartProcessingAsync();
        await rig.TurnAsync(TimeSpan.FromHours(30));
        Assert.Empty(turnhout.Dropped());
        Assert.Equal("verzegeld", Turnhout.State(await turnhout.AnswerAsync(answer)));
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Refuses(422, "protocol-geschorst");
        (await turnhout.AskAsync(Children.Column(Children.Child(2)), Turnhout.Workbook, replaces: request)).Refuses(422, "protocol-geschorst");

        (await LifeAsync(rig, SyntheticPeople.SendingDpo, "onderzoek", new { uitkomst = "geen-inbreuk", kenmerk = "O-1" })).Is(204);
        (await LifeAsync(rig, SyntheticPeople.SendingSignatory, "vrijgave", new { kenmerk = "2026/017" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromHours(1));
        Assert.Single(turnhout.Dropped());
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
    }

    [Fact]
    [Requirement("G7", "G8")]
    public async Task When_the_protocol_ends_by_notice_before_receipt_request_answer_and_extract_go()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        await rig.SweepAsync();
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        (await LifeAsync(rig, SyntheticPeople.SendingSignatory, "opzegging", new { op = "2026-03-02", kenmerk = "B-1" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(350));
        var request = await turnhout.SealedRequestAsync(Children.Column(Children.Child(1)));
        var extract = Turnhout.Reference(await turnhout.UploadExtractAsync(Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")), "2027-02-15"));
        var answer = Turnhout.Reference(await turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = extract }));
        await rig.TurnAsync(new DateTimeOffset(2027, 3, 2, 22, 59, 0, TimeSpan.Zero) - rig.Clock.GetUtcNow());
        Assert.Equal(3, turnhout.Stored().Count); // until and including that day
        await rig.TurnAsync(TimeSpan.FromHours(1));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromHours(2));
        await rig.SweepAsync();
        Assert.Empty(turnhout.Stored());
        Assert.Empty(turnhout.Dropped());
        foreach (var gone in new[] { request, answer, extract })
            await IsErasedAsync(rig, gone);
        Assert.Equal("beeindigd", (await turnhout.CertificateAsync($"/groeipakketantwoorden/{answer}")).GetProperty("reden").GetString());
    }

    private static Task<Answer> LifeAsync(Rig rig, Caller who, string what, object body) => rig.PostAsync(who, $"/protocollen/turnhout-2021/{what}", body);

    private static async Task IsErasedAsync(Rig rig, string exchange)
    {
        var (ports, id) = (rig.Host.Law.Ports, new ExchangeId(exchange));
        Assert.NotNull((await ports.Register.FindAsync(id, Rig.Cancelled))!.ErasedAt);
        Assert.Equal((0, 0, 0), (await ports.Keys.CountAsync(id, Rig.Cancelled), await ports.Blobs.CountAsync(id, Rig.Cancelled), await ports.Drop.CountAsync(id, Rig.Cancelled)));
        Assert.NotNull(await ports.Evidence.FindAsync(id, "wisbewijs-1", Rig.Cancelled));
    }

    /// <summary>P20: from the day after, nothing may begin.</summary>
    private static async Task IsOverAsync(Rig rig, Turnhout turnhout)
    {
        rig.Clock.Advance(TimeSpan.FromDays(1));
        (await turnhout.AskAsync(Children.Column(Children.Child(2)), Turnhout.Workbook)).Refuses(422, "protocol-beeindigd");
    }
}
