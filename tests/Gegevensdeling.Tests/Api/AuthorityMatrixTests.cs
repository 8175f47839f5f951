using Gegevensdeling.Api.OpenApi;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class AuthorityMatrixTests
{
    [Fact]
    [Requirement("G21")]
    public async Task Every_role_on_every_side_may_what_the_approved_table_says() =>
        await Approved.EqualAsync("sample-matrix.approved.txt", await AuthorityMatrix.RenderAsync(new SampleRoutes().Table));

    [Fact]
    public async Task One_grant_too_many_shows_in_the_table()
    {
        var routes = new SampleRoutes();
        var wider = new ProtocolAction(SampleRoutes.Open.Name, SampleRoutes.Open.Article, SampleRoutes.Open.Content, [.. SampleRoutes.Open.Grants, new Grant(Role.Dpo, Sides.Sender)]);
        var planted = new RouteTable(routes.Table.Routes.Select(route =>
            route.Name == "voorbeeld-openen" ? route with { Access = Access.To(wider, (_, _) => Task.FromResult(Standing.Unknown)) } : route));
        Assert.NotEqual(await AuthorityMatrix.RenderAsync(routes.Table), await AuthorityMatrix.RenderAsync(planted));
    }

    [Fact]
    public async Task The_openapi_document_is_the_approved_one() =>
        await Approved.EqualAsync("sample-openapi.approved.json", OpenApiDocument.Write(new SampleRoutes().Table));

    [Fact]
    public void The_same_table_gives_the_same_document() =>
        Assert.Equal(OpenApiDocument.Write(new SampleRoutes().Table), OpenApiDocument.Write(new SampleRoutes().Table));
}
