using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class DispatcherTests : IDisposable
{
    private readonly Face face = new();
    private readonly SampleRoutes routes = new();

    public void Dispose() => face.Dispose();

    [Fact]
    public async Task An_anonymous_route_answers_without_a_token_and_is_not_an_access()
    {
        var reply = await face.SendAsync(routes.Table, Question.Get("/gezondheid"));
        Assert.Equal(204, reply.Status);
        Assert.Empty(face.Records);
    }

    [Theory]
    [InlineData("/gezondheid")]
    [InlineData("/voorbeelden/een")]
    [InlineData("/nergens")]
    public async Task Every_answer_forbids_caching_and_guessing_and_opens_no_door_to_other_sites(string path)
    {
        var reply = await face.SendAsync(routes.Table, Question.Get(path).With("Origin", "https://elders.test"));
        Assert.Equal("no-store", reply.Headers.CacheControl.ToString());
        Assert.Equal("nosniff", reply.Headers.XContentTypeOptions.ToString());
        Assert.DoesNotContain(reply.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_a_token_one_is_asked_to_sign_in()
    {
        var reply = await face.SendAsync(routes.Table, Question.Get("/voorbeelden/een"));
        Assert.Equal((401, "niet-aangemeld", "Bearer"), (reply.Status, reply.Code, reply.Headers.WWWAuthenticate.ToString()));
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Empty(face.Records);
    }

    [Fact]
    public async Task A_bad_token_is_refused_without_saying_why()
    {
        var reply = await face.SendAsync(routes.Table, Question.Get("/voorbeelden/een", "geen.token.hier"));
        Assert.Equal((401, "Bearer error=\"invalid_token\""), (reply.Status, reply.Headers.WWWAuthenticate.ToString()));
        Assert.Equal("Meld u aan en probeer opnieuw.", reply.Json["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_caller_without_the_role_learns_nothing_about_which_exchanges_exist()
    {
        var token = face.Token(Face.Ocmw, Role.DebtTeam);
        var known = await face.SendAsync(routes.Table, Question.Get("/voorbeelden/een", token));
        var unknown = await face.SendAsync(routes.Table, Question.Get("/voorbeelden/twee", token));
        Assert.Equal((403, "niet-bevoegd", "art. 6"), (known.Status, known.Code, known.Json["artikel"]!.GetValue<string>()));
        AssertSameBody(known, unknown);
    }

    [Fact]
    public async Task An_exchange_of_others_and_an_unknown_one_get_the_same_answer()
    {
        var route = routes["voorbeeld-lezen"];
        var others = route with { Access = Access.To(SampleRoutes.Read, (_, _) => Task.FromResult(Standing.At(Sides.None))) };
        var token = face.Token(Face.Ocmw, Role.Dpo);
        var foreign = await face.SendAsync(others, Question.Get("/voorbeelden/een", token));
        var unknown = await face.SendAsync(route, Question.Get("/voorbeelden/twee", token));
        Assert.Equal((404, "niet-gevonden"), (foreign.Status, foreign.Code));
        AssertSameBody(foreign, unknown);
    }

    [Fact]
    [Requirement("G1")]
    public async Task What_the_protocol_refuses_is_told_with_its_article_and_recorded()
    {
        routes.On = (_, _) => SampleRoutes.Answer(ApiAnswer.Refuse(new Refusal("geen-toestemming", "art. 5", "Er is geen toestemming."), new FieldProblem("toestemming", "ontbreekt")));
        var reply = await Make("""{"persoon":{"voornaam":"An","naam":"Voorbeeld"},"dag":"2026-03-02"}""");
        Assert.Equal((422, "geen-toestemming", "art. 5", "Er is geen toestemming."),
            (reply.Status, reply.Code, reply.Json["artikel"]!.GetValue<string>(), reply.Json["detail"]!.GetValue<string>()));
        Assert.Equal(["toestemming: ontbreekt"], reply.Fields);
        var refused = face.Records[^1];
        Assert.Equal((AccessOutcome.Refused, "geen-toestemming", "art. 5", reply.Json["correlatie"]!.GetValue<string>()),
            (refused.Outcome, refused.Refusal, refused.Article, refused.Correlation));
    }

    [Fact]
    [Requirement("G1")]
    public async Task A_protocol_that_refuses_before_there_is_an_exchange_does_so_with_its_own_words()
    {
        var route = routes["voorbeeld-maken"] with { Access = Access.To(SampleRoutes.Make, (_, _) => Task.FromResult(Standing.Refuse(new Refusal("protocol-onbekend", "art. 8", "Geen protocol.")))) };
        var reply = await face.SendAsync(route, Question.Post("/voorbeelden", face.Token(Face.Team, Role.TeamMember), Good));
        Assert.Equal((422, "protocol-onbekend"), (reply.Status, reply.Code));
    }

    [Theory]
    [Requirement("G20")]
    [InlineData(null, 400, "doel-ontbreekt")]
    [InlineData("De Hulpvraag", 400, "doel-ongeldig")]
    [InlineData("", 400, "doel-ongeldig")]
    public async Task Content_is_not_given_without_a_purpose(string? purpose, int status, string code)
    {
        var question = Question.Post("/voorbeelden/een/openen", face.Token(Face.Ocmw, Role.SocialWorker));
        if (purpose is not null)
            question.With("Doel", purpose);
        var reply = await face.SendAsync(routes.Table, question);
        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Equal(AccessOutcome.Refused, Assert.Single(face.Records).Outcome);
    }

    [Fact]
    [Requirement("G20")]
    public async Task An_access_to_content_is_recorded_with_its_purpose_before_anything_is_shown()
    {
        var before = -1;
        routes.On = (request, _) =>
        {
            before = face.Records.Count;
            return SampleRoutes.Answer(ApiAnswer.Ok(new SampleAnswer(request.Purpose)));
        };
        var reply = await face.SendAsync(routes.Table, Question.Post("/voorbeelden/een/openen", face.Token(Face.Ocmw, Role.SocialWorker)).With("Doel", "hulpvraag"));
        Assert.Equal((200, 1), (reply.Status, before));
        var access = Assert.Single(face.Records);
        Assert.Equal((AccessOutcome.Allowed, "openen", "hulpvraag", "een", Face.Ocmw), (access.Outcome, access.Action, access.Purpose, access.Values["verwijzing"], access.Caller.Party));
    }

    [Fact]
    public async Task What_cannot_be_recorded_does_not_happen()
    {
        var ran = false;
        routes.On = (_, _) =>
        {
            ran = true;
            return SampleRoutes.Answer(ApiAnswer.Done());
        };
        face.RecorderFails = new IOException("disk full");
        var reply = await Make(Good);
        Assert.Equal((503, false), (reply.Status, ran));
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("DELETE")]
    [InlineData("get")]
    public async Task Other_verbs_are_told_which_exist(string verb)
    {
        var reply = await face.SendAsync(routes.Table, new Question(verb, "/voorbeelden/een"));
        Assert.Equal((405, "methode-niet-toegelaten", "GET"), (reply.Status, reply.Code, reply.Headers.Allow.ToString()));
        var direct = await face.SendAsync(routes["voorbeeld-lezen"], new Question(verb, "/voorbeelden/een"));
        Assert.Equal((405, "GET"), (direct.Status, direct.Headers.Allow.ToString()));
    }

    [Theory]
    [InlineData("/voorbeelden/een/")]
    [InlineData("/Voorbeelden/een")]
    [InlineData("/voorbeelden/een twee")]
    [InlineData("/voorbeelden/jan@voorbeeld.test")]
    [InlineData("//voorbeelden/een")]
    public async Task A_path_that_is_nearly_one_is_none(string path)
    {
        var reply = await face.SendAsync(routes.Table, Question.Get(path, face.Token(Face.Team, Role.TeamMember)));
        Assert.Equal((404, "niet-gevonden"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("?vanaf=abc-1", 200)]
    [InlineData("?naam=Peeters", 400)]
    [InlineData("?vanaf=a&vanaf=b", 400)]
    [InlineData("?vanaf=Jan%20Peeters", 400)]
    public async Task An_address_takes_declared_codes_only(string query, int status)
    {
        var reply = await face.SendAsync(routes.Table, Question.Get("/voorbeelden/een", face.Token(Face.Team, Role.TeamMember)) with { Query = query });
        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task An_outage_asks_to_come_back_and_tells_nothing_of_itself()
    {
        routes.On = (_, _) => throw new IOException("/data/geheim.sqlite: disk full, Peeters 85073003328");
        var reply = await Make(Good);
        Assert.Equal((503, "tijdelijk-niet-beschikbaar", "30"), (reply.Status, reply.Code, reply.Headers.RetryAfter.ToString()));
        AssertSaysNothing(reply, "IOException");
    }

    [Fact]
    public async Task A_defect_is_answered_with_a_number_to_mention_and_logged_by_type_only()
    {
        routes.On = (_, _) => throw new InvalidOperationException("Peeters 85073003328 /data/geheim.sqlite");
        var reply = await Make(Good);
        Assert.Equal((500, "onverwacht"), (reply.Status, reply.Code));
        AssertSaysNothing(reply, "InvalidOperationException");
        Assert.Contains(face.Log.Lines, line => line.Contains(reply.Json["correlatie"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_archive_that_breaks_before_its_first_byte_becomes_a_problem()
    {
        routes.On = (_, _) => SampleRoutes.Answer(new ApiAnswer.Content("application/x-7z-compressed", "een.7z", (_, _) => throw new IOException("Peeters")));
        var reply = await face.SendAsync(routes.Table, Question.Post("/voorbeelden/een/openen", face.Token(Face.Ocmw, Role.SocialWorker)).With("Doel", "hulpvraag"));
        Assert.Equal((503, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.False(reply.Headers.ContainsKey("Content-Disposition"));
    }

    [Fact]
    public async Task The_log_holds_route_status_code_and_correlation_only()
    {
        await Make("""{"persoon":{"voornaam":"Geheimnaam","naam":5,"rijksregisternummer":"85073003328"},"dag":"Geheimdag"}""");
        var line = Assert.Single(face.Log.Lines);
        Assert.Matches("^Information voorbeeld-maken 422 gegeven-niet-toegelaten-[a-z]+ [0-9a-f]{32} $", line);
    }

    private const string Good = """{"persoon":{"voornaam":"An","naam":"Voorbeeld"},"dag":"2026-03-02"}""";

    private Task<Reply> Make(string json) => face.SendAsync(routes.Table, Question.Post("/voorbeelden", face.Token(Face.Team, Role.TeamMember), json));

    private static void AssertSameBody(Reply one, Reply other)
    {
        var (left, right) = (one.Json.AsObject(), other.Json.AsObject());
        left.Remove("correlatie");
        right.Remove("correlatie");
        Assert.Equal(left.ToJsonString(), right.ToJsonString());
        Assert.Equal(one.Headers.Keys.Order(), other.Headers.Keys.Order());
    }

    private void AssertSaysNothing(Reply reply, string logged)
    {
        foreach (var word in new[] { "Peeters", "85073003328", "geheim", "   at " })
        {
            Assert.DoesNotContain(word, reply.Text, StringComparison.Ordinal);
            Assert.All(face.Log.Lines, line => Assert.DoesNotContain(word, line, StringComparison.Ordinal));
        }

        Assert.Contains(face.Log.Lines, line => line.Contains(logged, StringComparison.Ordinal));
    }
}
