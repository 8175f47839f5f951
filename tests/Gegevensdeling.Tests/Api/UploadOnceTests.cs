using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Xunit;

namespace Gegevensdeling.Tests.Api;

/// <summary>A file happens once, although its hash is known only when it has passed.</summary>
public sealed class UploadOnceTests : IDisposable
{
    private readonly Face face = new();
    private readonly UploadRoutes routes = new();

    public void Dispose() => face.Dispose();

    [Fact]
    public async Task The_same_file_again_gets_the_same_answer_and_does_nothing()
    {
        var first = await Send("een");
        var again = await Send("een");
        Assert.Equal((201, first.Text, "true"), (again.Status, again.Text, again.Headers["Idempotency-Replayed"].ToString()));
        Assert.Single(routes.Runs);
    }

    [Theory]
    [InlineData("twee")]
    [InlineData("een ")]
    [InlineData("ee")]
    public async Task The_same_key_with_another_file_is_refused_without_running(string other)
    {
        await Send("een");
        var reply = await Send(other);
        Assert.Equal((422, "andere-inhoud"), (reply.Status, reply.Code));
        Assert.Single(routes.Runs);
        Assert.Equal("true", (await Send("een")).Headers["Idempotency-Replayed"].ToString());
    }

    [Theory]
    [InlineData("?periode=2026-02", "text/csv", "andere-inhoud")]
    [InlineData("?periode=2026-01", UploadRoutes.Archive, "andere-inhoud")]
    public async Task The_same_key_with_another_question_is_refused_after_the_first_bytes(string query, string type, string code)
    {
        await face.SendAsync(routes.Table, Question("een") with { Query = "?periode=2026-01" });
        var flow = new Flow(2000);
        var reply = await face.SendAsync(routes.Table, Question("een") with { Query = query, ContentType = type, Body = null, Flow = flow });
        Assert.Equal((422, code), (reply.Status, reply.Code));
        Assert.Equal(100, flow.Given);
        Assert.Single(routes.Runs);
    }

    [Fact]
    public async Task A_repetition_that_breaks_off_is_told_so_and_gets_no_answer_of_the_first()
    {
        await Send("een");
        var reply = await face.SendAsync(routes.Table, Question("een") with { Body = null, Flow = new Flow(10, () => throw new IOException()) });
        Assert.Equal((400, "bestand-onvolledig"), (reply.Status, reply.Code));
        Assert.True(face.Store.Rows.Single().Done);
        Assert.Equal("true", (await Send("een")).Headers["Idempotency-Replayed"].ToString());
    }

    [Fact]
    public async Task What_was_shown_is_not_shown_again()
    {
        Task<Reply> Check(string text) => face.SendAsync(
            routes.Table,
            Api.Question.Post("/keuringen", face.Token(Face.Ocmw, Role.SocialWorker), text).With("Doel", "hulpvraag") with { ContentType = UploadRoutes.Archive });
        Assert.Equal(201, (await Check("een")).Status);
        Assert.Equal("al-getoond", (await Check("een")).Code);
        Assert.Equal("andere-inhoud", (await Check("twee")).Code);
        Assert.Single(routes.Runs);
    }

    [Fact]
    public async Task After_a_crash_it_runs_again_under_the_same_reference()
    {
        var inside = new TaskCompletionSource();
        routes.On = async (_, _) =>
        {
            inside.SetResult();
            await new TaskCompletionSource().Task;
            return ApiAnswer.Done();
        };
        _ = Send("een");
        await inside.Task;
        face.Dispatcher = face.Process("twee", only: true);
        routes.On = null;
        Assert.Equal(201, (await Send("een")).Status);
        Assert.Equal([("een-1", false), ("een-1", true)], routes.Runs.Select(run => (run.Reservation, run.Retried)));
        Assert.Equal("true", (await Send("een")).Headers["Idempotency-Replayed"].ToString());
    }

    [Fact]
    public async Task After_a_failure_the_key_belongs_to_the_file_that_was_read_and_another_one_has_no_end()
    {
        routes.On = async (request, file) =>
        {
            await routes.ReadAsync(request, file);
            throw new TimeoutException();
        };
        Assert.Equal(503, (await Send("een")).Status);
        routes.On = null;
        routes.Facts.Clear();
        Assert.Equal("andere-inhoud", (await Send("twee")).Code);
        Assert.Empty(routes.Facts);
        Assert.Equal(201, (await Send("een")).Status);
        Assert.Equal(["een-1", "een-1", "een-1"], routes.Runs.Select(run => run.Reservation));
    }

    [Fact]
    public async Task A_file_that_was_too_long_does_not_hold_the_key()
    {
        Assert.Equal(413, (await face.SendAsync(routes.Table, Question("een") with { Body = null, Flow = new Flow(5000) })).Status);
        Assert.Equal(201, (await Send("een")).Status);
    }

    [Fact]
    public async Task What_a_handler_leaves_unread_counts_all_the_same()
    {
        routes.On = (_, _) => SampleRoutes.Answer(ApiAnswer.Done());
        Assert.Equal(204, (await Send("een en meer")).Status);
        Assert.Equal("andere-inhoud", (await Send("een en minder")).Code);
        Assert.Equal("true", (await Send("een en meer")).Headers["Idempotency-Replayed"].ToString());
    }

    [Fact]
    public async Task What_a_handler_leaves_unread_is_bounded_too()
    {
        routes.On = (_, _) => SampleRoutes.Answer(ApiAnswer.Done());
        Assert.Equal(413, (await face.SendAsync(routes.Table, Question("een") with { Body = null, Flow = new Flow(5000) })).Status);
        Assert.False(face.Store.Rows.Single().Done);
    }

    [Theory]
    [InlineData(2000, 2000)]
    [InlineData(9000, 2100)]
    public async Task A_refusal_is_heard_after_the_rest_was_read_and_the_file_may_be_corrected(int length, int read)
    {
        routes.On = (_, _) => SampleRoutes.Answer(ApiAnswer.Refuse(new("protocol-geschorst", "art. 11", "Geschorst.")));
        var flow = new Flow(length);
        var reply = await face.SendAsync(routes.Table, Question("een") with { Body = null, Flow = flow });
        Assert.Equal((422, "protocol-geschorst", read), (reply.Status, reply.Code, flow.Given));
        Assert.Empty(face.Store.Rows);
        routes.On = null;
        Assert.Equal(201, (await Send("twee")).Status);
    }

    [Fact]
    public async Task While_the_first_one_runs_a_second_one_is_not_read()
    {
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        routes.On = async (request, file) =>
        {
            inside.SetResult();
            await go.Task;
            return await routes.ReadAsync(request, file);
        };
        var first = Send("een");
        await inside.Task;
        var flow = new Flow(2000);
        var second = await face.SendAsync(routes.Table, Question("een") with { Body = null, Flow = flow });
        go.SetResult();
        Assert.Equal((409, "nog-bezig", 100), (second.Status, second.Code, flow.Given));
        Assert.Equal(201, (await first).Status);
    }

    [Fact]
    public async Task The_store_knows_no_file_and_does_not_tell_that_two_claims_had_the_same_one()
    {
        await Send("een", "sleutel-1");
        await Send("een", "sleutel-2");
        Assert.All(face.Store.Rows, row => Assert.Matches("^[0-9a-f]{128}$", row.Content));
        Assert.Equal(2, face.Store.Rows.Select(row => row.Content[64..]).Distinct().Count());
        var plain = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("een")));
        Assert.All(face.Store.Rows, row => Assert.DoesNotContain(plain, row.ToString(), StringComparison.Ordinal));
    }

    private Question Question(string text, string key = "sleutel-1") =>
        Api.Question.Post("/bestanden", face.Token(Face.Team, Role.TeamMember), text, key) with { ContentType = "text/csv" };

    private Task<Reply> Send(string text, string key = "sleutel-1") => face.SendAsync(routes.Table, Question(text, key));
}
