using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class RouteTableTests
{
    private static readonly Access Reading = Access.To(SampleRoutes.Read, (_, _) => Task.FromResult(Standing.At(Sides.Sender)));
    private static readonly Access Opening = Access.To(SampleRoutes.Open, (_, _) => Task.FromResult(Standing.At(Sides.Receiver)));

    [Fact]
    public void A_table_that_breaks_a_law_does_not_start()
    {
        AssertRefused("name a stands twice in the route table", Get("a", "/x"), Get("a", "/y"));
        AssertRefused("b and a match the same path", Get("a", "/x/{y}"), Get("b", "/x/{z}"));
        AssertRefused("b and a match the same path", Get("a", "/x/{y}"), Get("b", "/x/lijst"));
        AssertRefused("b and a match the same path", Get("a", "/{x}/lijst"), Get("b", "/x/{y}"));
        AssertRefused("a: a GET has no body", Get("a", "/x") with { Body = typeof(SampleBody) });
        AssertRefused("a: a GET never uses anything up: revealing is a POST", Get("a", "/x", Opening) with { Reveals = true });
        AssertRefused("a: a POST has a caller", Post("a", "/x", Access.Anonymous));
        AssertRefused("a: what reveals is an action on content and needs a purpose", Post("a", "/x", Reading) with { Reveals = true });
        AssertRefused("a b: the name is a plain word", Get("a b", "/x"));
    }

    [Fact]
    public void A_route_with_a_file_keeps_the_same_laws()
    {
        AssertRefused("a: a GET has no file", Get("a", "/x") with { File = new(["text/csv"], 1, Required: true) });
        AssertRefused("a: a body is a contract or a file", File("a", ["text/csv"]) with { Body = typeof(SampleBody) });
        AssertRefused("a: a POST has a caller", File("a", ["text/csv"]) with { Access = Access.Anonymous });
        AssertRefused("a: what reveals is an action on content and needs a purpose", File("a", ["text/csv"]) with { Reveals = true });
        Assert.Single(new RouteTable(File("a", ["application/x-7z-compressed", "text/csv"], FileBody.LargestBytes)).Routes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("multipart/form-data")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    [InlineData("text/*")]
    [InlineData("text/csv; charset=utf-8")]
    [InlineData("Text/csv")]
    public void A_file_is_of_a_plain_type_and_no_form(string type) => AssertRefused("a: a file has media types of its own: plain ones, no form and no JSON", File("a", [type]));

    [Fact]
    public void A_file_has_a_type_and_a_size()
    {
        AssertRefused("a: a file has media types of its own: plain ones, no form and no JSON", File("a", []));
        AssertRefused("a: a file has 1 to 209715200 bytes", File("a", ["text/csv"], 0));
        AssertRefused("a: a file has 1 to 209715200 bytes", File("a", ["text/csv"], FileBody.LargestBytes + 1));
    }

    [Fact]
    public void One_path_may_have_two_verbs()
    {
        var table = new RouteTable(Get("a", "/x/{y}"), Post("b", "/x/{y}", Reading), Get("c", "/x/{y}/z"));
        Assert.Equal([Verb.Get, Verb.Post], table.Allowed("/x/1"));
        Assert.True(table.TryFind(Verb.Post, "/x/1", out var found) && found.Name == "b");
        Assert.False(table.TryFind(Verb.Post, "/x/1/z", out _));
        Assert.Empty(table.Allowed("/x"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("/x/")]
    [InlineData("/x//y")]
    [InlineData("/x/{}")]
    [InlineData("/x/{y z}")]
    [InlineData("/x/*")]
    public void A_path_of_another_form_does_not_start(string path) => Assert.Throws<ArgumentException>(() => new PathTemplate(path));

    [Fact]
    public void A_path_gives_its_values()
    {
        var values = new PathTemplate("/x/{een}/y/{twee}").Match("/x/A-1/y/b_2.c");
        Assert.Equal([("een", "A-1"), ("twee", "b_2.c")], values!.Select(pair => (pair.Key, pair.Value)));
        Assert.Null(new PathTemplate("/x/{een}").Match($"/x/{new string('a', 65)}"));
    }

    // A code gets the status of the longest family that it begins with, at a hyphen; else the protocol has refused: 422.
    [Theory]
    [InlineData("niet-bevoegd", 403)]
    [InlineData("toestand-gewist", 409)]
    [InlineData("al-getoond", 409)]
    [InlineData("alles", 422)]
    [InlineData("herhaalsleutel-ontbreekt", 400)]
    [InlineData("protocol-opgezegd", 422)]
    [InlineData("te-vaak-gevraagd-medewerker", 429)]
    [InlineData("te-vaak-geleverd", 422)]
    public void A_refusals_status_stands_in_one_table(string code, int status) => Assert.Equal(status, RefusalStatus.Of(code));

    [Fact]
    public void Every_refusal_of_the_face_has_its_own_code_and_a_title()
    {
        var refusals = typeof(FaceRefusals).GetProperties().Select(property => property.GetValue(null)).OfType<Gegevensdeling.Protocols.Refusal>().ToList();
        Assert.True(refusals.Count > 15);
        Assert.Equal(refusals.Count, refusals.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(refusals, refusal => Assert.NotEmpty(RefusalStatus.Title(RefusalStatus.Of(refusal.Code))));
    }

    private static void AssertRefused(string why, params IEnumerable<Route> routes) =>
        Assert.Equal(why, Assert.Throws<ArgumentException>(() => new RouteTable(routes)).Message);

    private static Route Get(string name, string path, Access? access = null) => Route.Get(name, path, access ?? Reading, (_, _) => SampleRoutes.Answer(ApiAnswer.Done()));

    private static Route File(string name, IReadOnlyList<string> types, long most = 10) =>
        Route.PostFile(name, "/x", Reading, types, most, (_, _, _) => SampleRoutes.Answer(ApiAnswer.Done()));

    private static Route Post(string name, string path, Access access) => Route.Post(name, path, access, (_, _) => SampleRoutes.Answer(ApiAnswer.Done()));
}
