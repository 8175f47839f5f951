using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Api.OpenApi;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class UploadTests : IDisposable
{
    private const int Most = (int)UploadRoutes.Most;

    private readonly Face face = new();
    private readonly UploadRoutes routes = new();

    public void Dispose() => face.Dispose();

    [Fact]
    public async Task A_file_reaches_its_handler_whole_with_its_type_its_length_and_the_parameters()
    {
        UploadedFile? seen = null;
        routes.On = (request, file) => routes.ReadAsync(request, seen = file);
        var reply = await face.SendAsync(routes.Table, Sending(new Flow(Most), "Application/X-7z-Compressed").With("Content-Length", $"{Most}") with { Query = "?periode=2026-01" });
        Assert.Equal((201, UploadRoutes.Archive), (reply.Status, reply.Json["toestand"]!.GetValue<string>()));
        Assert.Equal((UploadRoutes.Archive, Most, "2026-01"), (seen!.MediaType, seen.Length, routes.Runs.Single().Query("periode")));
        Assert.Equal(Most, routes.Facts.Single().Length);
    }

    [Theory]
    [InlineData("?naam=Peeters")]
    [InlineData("?periode=Jan%20Peeters")]
    public async Task A_parameter_that_is_not_declared_is_refused_unread(string query)
    {
        var flow = new Flow(10);
        var reply = await face.SendAsync(routes.Table, Sending(flow) with { Query = query });
        Assert.Equal((400, "onbekende-parameter", 0), (reply.Status, reply.Code, flow.Given));
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("multipart/form-data; boundary=x", null)]
    [InlineData("application/octet-stream", null)]
    [InlineData("text/csv; charset=utf-16", null)]
    [InlineData("text/csv; header=present", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("text/csv", "gzip")]
    public async Task A_file_of_another_type_is_refused(string? type, string? encoding)
    {
        foreach (var announced in new[] { true, false })
        {
            var flow = new Flow(10);
            var question = Sending(flow, type);
            if (encoding is not null)
                question.With("Content-Encoding", encoding);
            var reply = await face.SendAsync(routes.Table, announced ? question.With("Content-Length", "10") : question);
            Assert.Equal((415, "mediatype-niet-ondersteund"), (reply.Status, reply.Code));
            Assert.Equal("Het bestand moet 'application/x-7z-compressed' of 'text/csv' zijn, en de overdracht niet gecomprimeerd.", reply.Json["detail"]!.GetValue<string>());
            Assert.Equal(announced ? 0 : 10, flow.Given);
        }

        Assert.Empty(routes.Runs);
        Assert.Empty(face.Store.Rows);
    }

    // The length that the client announces, or none; a longer file is found while it streams.
    [Theory]
    [InlineData(Most + 1)]
    [InlineData(5)]
    [InlineData(null)]
    public async Task A_file_that_is_too_long_is_refused_whatever_was_announced(int? announced)
    {
        var flow = new Flow(Most * 10);
        var reply = await face.SendAsync(routes.Table, Announce(Sending(flow), announced));
        Assert.Equal((413, "inhoud-te-groot", "Het bestand is te groot: hoogstens 2 KB."), (reply.Status, reply.Code, reply.Json["detail"]!.GetValue<string>()));
        Assert.Empty(routes.Facts);
        Assert.InRange(flow.Given, 0, announced > Most ? 0 : Most + 100);
    }

    [Fact]
    public async Task A_handler_that_knows_nothing_of_limits_cannot_keep_a_file_that_is_too_long()
    {
        routes.On = async (_, file) =>
        {
            await Assert.ThrowsAsync<UploadRefusedException>(() => file!.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
            await Assert.ThrowsAsync<UploadRefusedException>(() => file!.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
            return ApiAnswer.Done();
        };
        Assert.Equal(413, (await face.SendAsync(routes.Table, Sending(new Flow(Most + 1)))).Status);
        Assert.False(face.Store.Rows.Single().Done);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(null)]
    public async Task An_empty_file_is_none(int? announced)
    {
        foreach (var type in new[] { "text/csv", null })
        {
            var reply = await face.SendAsync(routes.Table, Announce(Sending(new Flow(0), type), announced));
            Assert.Equal((400, "bestand-ontbreekt"), (reply.Status, reply.Code));
        }

        Assert.Empty(routes.Runs);
        Assert.Empty(face.Store.Rows);
    }

    public static TheoryData<string, int, int?> CutOff => new()
    {
        { "connection", 500, 1000 }, { "connection", 500, null }, { "connection", 0, 1000 }, { "chunk", 500, null }, { "abort", 500, 1000 }, { "end", 500, 1000 }, { "end", 0, 1000 }, { "end", 1500, 1000 },
    };

    [Theory]
    [MemberData(nameof(CutOff))]
    public async Task A_file_that_is_not_as_long_as_announced_or_breaks_off_leaves_nothing(string how, int came, int? announced)
    {
        var flow = new Flow(came, () => how switch
        {
            "connection" => throw new IOException("reset by Peeters"),
            "chunk" => throw new BadHttpRequestException("bad chunk of Peeters"),
            "abort" => throw new OperationCanceledException("gone"),
            _ => 0,
        });
        var reply = await face.SendAsync(routes.Table, Announce(Sending(flow), announced));
        Assert.Equal((400, "bestand-onvolledig"), (reply.Status, reply.Code));
        Assert.Empty(routes.Facts);
        Assert.DoesNotContain(face.Store.Rows, row => row.Done || row.Holder is not null);
        Assert.All(face.Log.Lines, line => Assert.DoesNotContain("Peeters", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_takes_a_cut_for_the_end_is_not_believed()
    {
        routes.On = async (request, file) =>
        {
            try
            {
                return await routes.ReadAsync(request, file);
            }
            catch (IOException)
            {
                return ApiAnswer.Refuse(new("bestand-vreemd", "art. 6", "Dit is geen archief."));
            }
        };
        var reply = await face.SendAsync(routes.Table, Sending(new Flow(10, () => throw new IOException())));
        Assert.Equal("bestand-onvolledig", reply.Code);
    }

    [Fact]
    public async Task A_file_that_broke_once_has_no_end_for_who_reads_on()
    {
        var cuts = 0;
        routes.On = async (request, file) =>
        {
            await Assert.ThrowsAsync<UploadRefusedException>(() => file!.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
            return await routes.ReadAsync(request, file);
        };
        var reply = await face.SendAsync(routes.Table, Sending(new Flow(10, () => cuts++ == 0 ? throw new IOException() : 0)));
        Assert.Equal(("bestand-onvolledig", 1), (reply.Code, cuts));
        Assert.Empty(routes.Facts);
    }

    [Fact]
    public async Task A_client_that_hangs_up_half_way_leaves_nothing_and_may_come_back()
    {
        using var gone = new CancellationTokenSource();
        var flow = new Flow(500, () =>
        {
            gone.Cancel();
            throw new OperationCanceledException(gone.Token);
        });
        await face.SendAsync(routes.Table, Sending(flow) with { Aborted = gone.Token });
        Assert.Empty(routes.Facts);
        Assert.Equal(201, (await face.SendAsync(routes.Table, Sending(new Flow(600)))).Status);
        Assert.Equal([false, true], routes.Runs.Select(run => run.Retried));
        Assert.Single(routes.Runs.Select(run => run.Reservation).Distinct());
    }

    [Fact]
    public async Task What_was_begun_after_the_last_byte_is_finished_when_the_client_hangs_up()
    {
        using var gone = new CancellationTokenSource();
        routes.On = async (request, file) =>
        {
            var answer = await routes.ReadAsync(request, file);
            await gone.CancelAsync();
            return answer;
        };
        await face.SendAsync(routes.Table, Sending(new Flow(500)) with { Aborted = gone.Token });
        Assert.True(face.Store.Rows.Single().Done);
    }

    [Fact]
    public async Task Where_no_file_is_needed_none_may_come()
    {
        Task<Reply> Answer(string key, Flow? flow, string? type) =>
            face.SendAsync(routes.Table, Question.Post("/antwoorden", Team, key: key) with { Flow = flow, ContentType = type });
        Assert.Equal("geen", (await Answer("a", null, null)).Json["toestand"]!.GetValue<string>());
        Assert.Equal("geen", (await Answer("b", new Flow(0), "application/json")).Json["toestand"]!.GetValue<string>());
        Assert.Equal("text/csv", (await Answer("c", new Flow(10), "text/csv")).Json["toestand"]!.GetValue<string>());
        Assert.Equal(415, (await Answer("d", new Flow(10), "application/json")).Status);
        Assert.Equal("true", (await Answer("a", null, null)).Headers["Idempotency-Replayed"].ToString());
        Assert.Equal("andere-inhoud", (await Answer("a", new Flow(10), "text/csv")).Code);
        Assert.Equal(3, routes.Runs.Count);
    }

    [Fact]
    public async Task Who_may_not_send_is_refused_unread()
    {
        var flow = new Flow(10);
        var question = Sending(flow);
        Assert.Equal(403, (await face.SendAsync(routes.Table, question.With("Authorization", $"Bearer {face.Token(Face.Team, Role.Dpo)}"))).Status);
        Assert.Equal(404, (await face.SendAsync(routes.Table, question.With("Authorization", $"Bearer {face.Token(Face.Ocmw, Role.TeamMember)}"))).Status);
        Assert.Equal(400, (await face.SendAsync(routes.Table, question.With("Idempotency-Key", ""))).Status);
        Assert.Equal(0, flow.Given);
    }

    [Fact]
    public async Task Synchronous_reading_is_a_defect_also_where_a_server_would_allow_it()
    {
        routes.On = (_, file) => Task.FromResult(file!.Content.ReadByte() < 0 ? ApiAnswer.Done() : ApiAnswer.Done());
        Assert.Equal(500, (await face.SendAsync(routes.Table, Sending(new Flow(10)))).Status);
    }

    [Fact]
    public async Task Log_and_audit_hold_nothing_of_a_file()
    {
        await face.SendAsync(routes.Table, Sending(new Flow(500)));
        Assert.Matches(@"^Information bestand-sturen 201 \(null\) [0-9a-f]{32} $", Assert.Single(face.Log.Lines));
        Assert.Equal(AccessOutcome.Allowed, Assert.Single(face.Records).Outcome);
    }

    [Fact]
    public void The_openapi_document_says_which_files()
    {
        var paths = System.Text.Json.Nodes.JsonNode.Parse(OpenApiDocument.Write(routes.Table))!["paths"]!;
        Assert.Equal(
            """{"description":"Het bestand zelf, geen formulier: hoogstens 2 KB.","required":true,"content":{"application/x-7z-compressed":{"schema":{"type":"string","format":"binary"}},"text/csv":{"schema":{"type":"string","format":"binary"}}}}""",
            paths["/bestanden"]!["post"]!["requestBody"]!.ToJsonString());
        Assert.False(paths["/antwoorden"]!["post"]!["requestBody"]!["required"]!.GetValue<bool>());
        Assert.Equal(["periode", "Idempotency-Key"], paths["/bestanden"]!["post"]!["parameters"]!.AsArray().Select(one => one!["name"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(100L * 1024 * 1024, "100 MB")]
    [InlineData(2048, "2 KB")]
    [InlineData(1_000_000, "1000000 bytes")]
    public void A_limit_is_told_as_people_say_it_and_never_rounded(long most, string text) => Assert.Equal(text, new FileBody(["text/csv"], most, true).Most);

    private string Team => face.Token(Face.Team, Role.TeamMember);

    private Question Sending(Flow flow, string? type = "text/csv") => Question.Post("/bestanden", Team) with { Flow = flow, ContentType = type };

    private static Question Announce(Question question, int? length) => length is null ? question : question.With("Content-Length", $"{length}");
}
