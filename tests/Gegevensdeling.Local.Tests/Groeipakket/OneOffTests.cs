using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;
using static Gegevensdeling.Local.Tests.Groeipakket.Turnhout;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>EENMALIG (article 5): one request that is answered and received, whoever asks when.</summary>
public sealed class OneOffTests
{
    private static readonly byte[] First = Children.Column("INSZ", Children.Child(1));
    private static readonly byte[] Second = Children.Column("INSZ", Children.Child(2));

    [Fact]
    [Requirement("P1", "W14")]
    public async Task After_receipt_no_second_request_begins_whatever_it_names()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        (await turnhout.AskAsync(Second, Workbook)).Refuses(409, "al-beantwoord");
        (await turnhout.AskAsync(Second, Workbook, replaces: request)).Refuses(409, "al-beantwoord");
        (await turnhout.AskAsync(Second, Workbook, who: turnhout.City)).Refuses(409, "al-beantwoord");
        (await turnhout.OfRequestAsync(turnhout.Service, request, "annulering")).Refuses(422, "aanvraag-beeindigd");
        Assert.Equal(["gewist"], await turnhout.StatesAsync());
    }

    [Fact]
    [Requirement("P1")]
    public async Task Of_many_at_once_exactly_one_begins()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => turnhout.AskAsync(number % 2 == 0 ? First : Second, Workbook, who: number % 3 == 0 ? turnhout.City : turnhout.Service)));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers, answer => Assert.True(answer.Status == 201 || answer.Code is "al-een-aanvraag" or "aanvraag-beeindigd", answer.Text));
        Assert.Single(await turnhout.StatesAsync(), state => state == "wacht-op-antwoord");
        Assert.Single(turnhout.Stored());
    }

    [Fact]
    [Requirement("P1")]
    public async Task One_that_was_being_stored_when_another_came_is_not_replaced_unasked()
    {
        var interposed = new Interposed();
        await using var rig = await Rig.StartAsync(between: interposed.Between);
        var turnhout = new Turnhout(rig);
        Task<Answer>? first = null, second = null;

        // The first has its claim and is not complete; the second is admitted and claims too. Before it can end the first, that is complete.
        var complete = new TaskCompletionSource();
        interposed.Before(IsFact<RequestFact.Stored>, async () =>
        {
            interposed.Before(IsFact<RequestFact.Replaced>, async () =>
            {
                complete.SetResult();
                await first!;
            });
            second = turnhout.AskAsync(Second, Workbook);
            await complete.Task;
        });
        first = turnhout.AskAsync(First, Workbook);
        Assert.Equal(201, (await first).Status);
        (await second!).Refuses(409, "al-een-aanvraag");
        await rig.SweepAsync();
        Assert.Equal(["gewist", "wacht-op-antwoord"], await turnhout.StatesAsync());
        Assert.Single(turnhout.Stored());
    }

    [Fact]
    [Requirement("W14")]
    public async Task A_replacement_names_what_it_replaces_and_erases_it_with_its_answer_and_both_keys()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.AskAsync(Second, Workbook)).Refuses(409, "al-een-aanvraag");
        (await turnhout.AskAsync(Second, Workbook, replaces: answer)).Refuses(409, "al-een-aanvraag");
        var old = (await turnhout.OfAnswerAsync(turnhout.Service, answer, "bestand")).Is(200);
        Assert.NotEmpty(old.Raw);

        var next = Reference(await turnhout.AskAsync(Second, Workbook, replaces: request));
        Assert.Equal(request, (await turnhout.RequestAsync(next)).GetProperty("vervangt").GetString());
        Assert.Equal(["gewist", "wacht-op-antwoord"], await turnhout.StatesAsync());
        Assert.Equal("gewist", State(await turnhout.AnswerAsync(answer)));
        Assert.Empty(turnhout.Dropped());
        foreach (var (who, what) in new[] { (turnhout.Service, "openen"), (turnhout.Service, "bestand"), (turnhout.TeamDpo, "sleutel/tonen") })
            (await turnhout.OfAnswerAsync(who, answer, what)).Refuses(422, "antwoord-beeindigd");
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "ontvangst", new { sha256 = new string('a', 64) })).Refuses(422, "antwoord-beeindigd");
        Assert.Equal("vervallen", (await turnhout.CertificateAsync($"/groeipakketvragen/{request}")).GetProperty("reden").GetString());
        Assert.Equal("vervallen", (await turnhout.CertificateAsync($"/groeipakketantwoorden/{answer}")).GetProperty("reden").GetString());
        foreach (var gone in new[] { request, answer })
            Assert.Equal((0, 0), (await rig.Host.Law.Ports.Keys.CountAsync(new(gone), Rig.Cancelled), await rig.Host.Law.Ports.Blobs.CountAsync(new(gone), Rig.Cancelled)));
    }

    [Fact]
    [Requirement("W14")]
    public async Task A_cancelled_request_goes_with_its_answer_and_another_may_come()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.OfRequestAsync(turnhout.Service, request, "annulering")).Is(204);
        Assert.Equal(("gewist", "gewist"), (State(await turnhout.RequestAsync(request)), State(await turnhout.AnswerAsync(answer))));
        Assert.Empty(turnhout.Dropped());
        Reference(await turnhout.AskAsync(Second, Workbook));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("W14", "P13")]
    public async Task Receipt_and_replacement_at_once_never_give_both(bool beforeTheReplacementIsRecorded)
    {
        var interposed = new Interposed();
        await using var rig = await Rig.StartAsync(between: interposed.Between);
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));

        // The answer is opened when the replacement was admitted already: before it claims, or between its claim and the end of the first.
        interposed.Before(
            (method, arguments) => beforeTheReplacementIsRecorded ? IsFact<RequestFact.Replaced>(method, arguments) : IsClaim(method, arguments),
            async () => (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200));
        (await turnhout.AskAsync(Second, Workbook, replaces: request)).Refuses(409, "al-beantwoord");
        Assert.Equal("ontvangen", State(await turnhout.AnswerAsync(answer)));

        // What was claimed in vain opens no way for another.
        (await turnhout.AskAsync(Second, Workbook)).Refuses(409, "al-beantwoord");
        (await turnhout.AskAsync(Second, Workbook, replaces: request)).Refuses(409, "al-beantwoord");
        Assert.Empty(turnhout.Dropped());

        // P20: nor does it keep the protocol alive.
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(2));
        await rig.SweepAsync();
        (await turnhout.AskAsync(Second, Workbook)).Refuses(422, "protocol-beeindigd");
    }

    [Fact]
    [Requirement("W14", "P13")]
    public async Task A_replacement_that_is_first_makes_the_opening_that_was_under_way_fail()
    {
        var interposed = new Interposed();
        await using var rig = await Rig.StartAsync(between: interposed.Between);
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        interposed.Before(IsFact<RequestFact.AnswerReceived>, async () => Reference(await turnhout.AskAsync(Second, Workbook, replaces: request)));
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Refuses(422, "aanvraag-beeindigd");
        Assert.Equal(["gewist", "wacht-op-antwoord"], await turnhout.StatesAsync());
        Assert.Equal("gewist", State(await turnhout.AnswerAsync(answer)));
    }

    [Fact]
    [Requirement("W14")]
    public async Task A_replacement_that_died_after_its_claim_still_ends_the_first_when_it_is_sent_again()
    {
        var interposed = new Interposed();
        await using var rig = await Rig.StartAsync(between: interposed.Between);
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        interposed.Before(IsFact<RequestFact.Replaced>, () => throw new IOException("planted"));
        Assert.True((await turnhout.AskAsync(Second, Workbook, replaces: request, key: "nog-eens")).Status >= 500);
        Reference(await turnhout.AskAsync(Second, Workbook, replaces: request, key: "nog-eens"));
        Assert.Equal(["gewist", "wacht-op-antwoord"], await turnhout.StatesAsync());
        Assert.Equal("gewist", State(await turnhout.AnswerAsync(answer)));
    }

    private static bool IsClaim(string method, object?[] arguments) => method == nameof(IRegister.InsertAsync) && arguments[0] is ExchangeHead { Kind: RequestKind.Name };

    private static bool IsFact<TFact>(string method, object?[] arguments) =>
        method == nameof(IRegister.AppendAsync) && arguments.OfType<FactRow>().Any(row => FactJson.Read(row.Json) is TFact);
}
