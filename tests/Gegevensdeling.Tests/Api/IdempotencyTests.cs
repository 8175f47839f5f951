using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class IdempotencyTests : IDisposable
{
    private const string Good = """{"persoon":{"voornaam":"An","naam":"Voorbeeld"},"dag":"2026-03-02"}""";

    private readonly Face face = new();
    private readonly SampleRoutes routes = new();
    private readonly List<string> reservations = [];

    public IdempotencyTests() => Answer(request => ApiAnswer.Made(new SampleAnswer(request.Reservation), $"/voorbeelden/{request.Reservation}"));

    public void Dispose() => face.Dispose();

    [Theory]
    [InlineData(null, "herhaalsleutel-ontbreekt")]
    [InlineData("", "herhaalsleutel-ongeldig")]
    [InlineData("\"\"", "herhaalsleutel-ongeldig")]
    [InlineData("met spatie", "herhaalsleutel-ongeldig")]
    [InlineData("é", "herhaalsleutel-ongeldig")]
    [InlineData("\"open", "herhaalsleutel-ongeldig")]
    public async Task Every_post_needs_a_key(string? key, string code)
    {
        var question = Question.Post("/voorbeelden", Team, Good);
        question.Headers.Remove("Idempotency-Key");
        if (key is not null)
            question.With("Idempotency-Key", key);
        var reply = await face.SendAsync(routes.Table, question);
        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Empty(reservations);
    }

    [Theory]
    [InlineData(128, 201)]
    [InlineData(129, 400)]
    public async Task A_key_is_bounded(int length, int status) => Assert.Equal(status, (await Make(key: new string('k', length))).Status);

    [Fact]
    public async Task The_same_post_again_gets_the_same_answer_and_does_nothing()
    {
        var first = await Make();
        var again = await Make();
        Assert.Equal((201, first.Text, first.Headers.Location.ToString()), (again.Status, again.Text, again.Headers.Location.ToString()));
        Assert.False(first.Headers.ContainsKey("Idempotency-Replayed"));
        Assert.Equal("true", again.Headers["Idempotency-Replayed"].ToString());
        Assert.Single(reservations);
        Assert.Equal([AccessOutcome.Allowed, AccessOutcome.Replayed], face.Records.Select(access => access.Outcome));
    }

    [Fact]
    public async Task A_key_in_quotation_marks_is_the_same_key()
    {
        await Make(key: "abc");
        Assert.Equal("true", (await Make(key: "\"abc\"")).Headers["Idempotency-Replayed"].ToString());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await Make();
        var other = await Make(Good.Replace("An", "Bo", StringComparison.Ordinal));
        Assert.Equal((422, "andere-inhoud"), (other.Status, other.Code));
        Assert.Single(reservations);
    }

    [Fact]
    public async Task The_same_key_for_another_exchange_is_refused()
    {
        var route = routes["voorbeeld-nemen"] with { Access = Access.To(SampleRoutes.Take, (_, _) => Task.FromResult(Standing.At(Sides.Receiver))) };
        await face.SendAsync(route, Question.Post("/voorbeelden/een/nemen", Worker));
        Assert.Equal("andere-inhoud", (await face.SendAsync(route, Question.Post("/voorbeelden/twee/nemen", Worker))).Code);
    }

    [Fact]
    public async Task The_same_key_of_another_person_or_for_another_route_is_another_key()
    {
        await Make();
        var other = face.Issuer.Issue(new Caller(Face.Team, new HashSet<Role> { Role.TeamMember }, "persoon-2", "Bo Voorbeeld", null), TimeSpan.FromHours(1));
        Assert.Equal(201, (await face.SendAsync(routes.Table, Question.Post("/voorbeelden", other, Good))).Status);
        Assert.Equal(201, (await face.SendAsync(routes.Table, Question.Post("/voorbeelden/een/nemen", Worker))).Status);
        Assert.Equal(3, reservations.Count);
    }

    [Fact]
    public async Task What_was_shown_is_not_shown_again()
    {
        Answer(_ => ApiAnswer.Ok(new SampleAnswer("GEHEIM-1234")));
        var question = Question.Post("/voorbeelden/een/openen", Worker).With("Doel", "hulpvraag");
        Assert.Contains("GEHEIM-1234", (await face.SendAsync(routes.Table, question)).Text, StringComparison.Ordinal);
        var again = await face.SendAsync(routes.Table, question);
        Assert.Equal((409, "al-getoond"), (again.Status, again.Code));
        Assert.DoesNotContain("GEHEIM", again.Text + string.Concat(face.Store.Rows), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shown_is_known_as_shown_before_it_leaves()
    {
        var known = false;
        Answer(_ => new ApiAnswer.Content("application/x-7z-compressed", "een.7z", (_, _) =>
        {
            known = face.Store.Rows.Single().Done;
            return Task.CompletedTask;
        }));
        await face.SendAsync(routes.Table, Question.Post("/voorbeelden/een/openen", Worker).With("Doel", "hulpvraag"));
        Assert.True(known);
    }

    [Fact]
    public async Task The_second_of_two_at_once_is_asked_to_wait()
    {
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        routes.On = async (_, _) =>
        {
            inside.SetResult();
            await go.Task;
            return ApiAnswer.Ok(new SampleAnswer("een"));
        };
        var first = Make();
        await inside.Task;
        var second = await Make();
        face.Dispatcher = face.Process("twee");
        var elsewhere = await Make();
        go.SetResult();

        Assert.Equal((409, "nog-bezig", "2"), (second.Status, second.Code, second.Headers.RetryAfter.ToString()));
        Assert.Equal((409, "nog-bezig"), (elsewhere.Status, elsewhere.Code));
        Assert.Equal(200, (await first).Status);
        Assert.Equal("true", (await Make()).Headers["Idempotency-Replayed"].ToString());
    }

    [Fact]
    public async Task After_a_failure_the_next_attempt_continues_under_the_same_reference()
    {
        Answer(_ => throw new IOException("disk full"));
        Assert.Equal(503, (await Make()).Status);
        bool? retried = null;
        Answer(request =>
        {
            retried = request.Retried;
            return ApiAnswer.Made(new SampleAnswer(request.Reservation), "/voorbeelden/x");
        });
        Assert.Equal(201, (await Make()).Status);
        Assert.Equal(["een-1", "een-1"], reservations);
        Assert.True(retried);
    }

    [Fact]
    public async Task A_refusal_changes_nothing_and_the_question_may_be_corrected_under_the_same_key()
    {
        Answer(_ => ApiAnswer.Refuse(new Refusal("geen-toestemming", "art. 5", "Er is geen toestemming.")));
        Assert.Equal(422, (await Make()).Status);
        Assert.Empty(face.Store.Rows);
        Answer(_ => ApiAnswer.Done());
        Assert.Equal(204, (await Make(Good.Replace("An", "Bo", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_refusal_after_a_failure_keeps_the_reference_that_may_stand_for_something()
    {
        Answer(_ => throw new IOException("disk full"));
        await Make();
        Answer(_ => ApiAnswer.Refuse(new Refusal("geen-toestemming", "art. 5", "Er is geen toestemming.")));
        await Make();
        Answer(_ => ApiAnswer.Done());
        await Make();
        Assert.Equal(["een-1", "een-1", "een-1"], reservations);
    }

    [Theory]
    [InlineData(true, 0, 201)]
    [InlineData(false, 9, 409)]
    [InlineData(false, 11, 201)]
    public async Task The_claim_of_a_dead_process_is_taken_over(bool onlyProcess, int minutesLater, int status)
    {
        await DieHalfWay();
        face.Dispatcher = face.Process("twee", onlyProcess);
        face.Clock.Advance(TimeSpan.FromMinutes(minutesLater));
        Answer(request => ApiAnswer.Made(new SampleAnswer(request.Reservation), "/voorbeelden/x"));
        Assert.Equal(status, (await Make()).Status);
        Assert.All(reservations, reservation => Assert.Equal("een-1", reservation));
    }

    [Fact]
    public async Task A_claim_whose_release_failed_is_found_ownerless_by_the_same_process()
    {
        Answer(_ =>
        {
            face.Store.Broken = true;
            throw new IOException("disk full");
        });
        Assert.Equal(503, (await Make()).Status);
        face.Store.Broken = false;
        Answer(_ => ApiAnswer.Done());
        Assert.Equal(204, (await Make()).Status);
        Assert.Equal(["een-1", "een-1"], reservations);
    }

    [Fact]
    public async Task An_answer_that_could_not_be_kept_does_not_leave()
    {
        Answer(_ =>
        {
            face.Store.Broken = true;
            return ApiAnswer.Ok(new SampleAnswer("GEHEIM"));
        });
        var reply = await face.SendAsync(routes.Table, Question.Post("/voorbeelden/een/openen", Worker).With("Doel", "hulpvraag"));
        Assert.Equal(503, reply.Status);
        Assert.DoesNotContain("GEHEIM", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_begun_is_finished_when_the_client_hangs_up()
    {
        CancellationToken seen = new(canceled: true);
        var route = routes["voorbeeld-nemen"] with
        {
            Handler = (_, cancellation) =>
            {
                seen = cancellation;
                return SampleRoutes.Answer(ApiAnswer.Done());
            },
        };
        await face.SendAsync(route, Question.Post("/voorbeelden/een/nemen", Worker));
        Assert.False(seen.CanBeCanceled);
    }

    [Fact]
    public async Task A_post_that_answers_with_a_document_and_does_not_say_that_it_reveals_is_a_defect()
    {
        Answer(_ => new ApiAnswer.Document("application/jose", "x"));
        Assert.Equal(500, (await Make()).Status);
    }

    [Fact]
    public async Task Answers_are_forgotten_after_a_day()
    {
        await Make();
        face.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await face.Ledger.PurgeAsync(TestContext.Current.CancellationToken));
        face.Clock.Advance(TimeSpan.FromHours(2));
        routes.On = (request, _) => SampleRoutes.Answer(ApiAnswer.Ok(new SampleAnswer(request.Reservation)));
        Assert.Equal(200, (await Make()).Status);
        face.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await face.Ledger.PurgeAsync(TestContext.Current.CancellationToken));
        Assert.Empty(face.Store.Rows);
    }

    [Fact]
    public async Task The_store_tells_nobody_who_asked_what()
    {
        await Make(key: "sleutel-van-an");
        var row = Assert.Single(face.Store.Rows);
        Assert.Matches("^[0-9a-f]{64}$", row.Key);
        Assert.Matches("^[0-9a-f]{64}$", row.Content);
        foreach (var word in new[] { "sleutel-van-an", "persoon-1", "Voorbeeld", "opgroeien" })
            Assert.DoesNotContain(word, row.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(row.Content, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Good))));
    }

    [Fact]
    public void The_parts_of_a_hash_do_not_run_into_each_other() =>
        Assert.NotEqual(KeyedHash.Of(new byte[32], ["ab", "c"], default), KeyedHash.Of(new byte[32], ["a", "bc"], default));

    private string Team => face.Token(Face.Team, Role.TeamMember);

    private string Worker => face.Token(Face.Ocmw, Role.SocialWorker);

    private Task<Reply> Make(string json = Good, string key = "sleutel-1") => face.SendAsync(routes.Table, Question.Post("/voorbeelden", Team, json, key));

    private void Answer(Func<ApiRequest, ApiAnswer> answer) => routes.On = (request, _) =>
    {
        reservations.Add(request.Reservation);
        return SampleRoutes.Answer(answer(request));
    };

    /// <summary>An attempt that claims and then never gets to its end, as when the process is killed.</summary>
    private async Task DieHalfWay()
    {
        var inside = new TaskCompletionSource();
        routes.On = async (request, _) =>
        {
            reservations.Add(request.Reservation);
            inside.SetResult();
            await new TaskCompletionSource().Task;
            return ApiAnswer.Done();
        };
        _ = Make();
        await inside.Task;
    }
}
