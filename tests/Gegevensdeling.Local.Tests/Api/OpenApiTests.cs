using Gegevensdeling.Api.OpenApi;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Local.Tests.Host;
using Xunit;

namespace Gegevensdeling.Local.Tests.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_committed_document_is_the_one_made_from_the_route_table()
    {
        await using var rig = await Rig.StartAsync();
        var document = OpenApiDocument.Write(LawRoutes.Create(rig.Host.Law, rig.Host.Engine));
        var path = Path.GetFullPath(Path.Combine(Rig.CommittedProtocols(), "../docs/openapi.json"));
        if (Environment.GetEnvironmentVariable("GEGEVENSDELING_WRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(path, document, Rig.Cancelled);
        Assert.True(File.Exists(path) && document == await File.ReadAllTextAsync(path, Rig.Cancelled), "docs/openapi.json is old: run the tests once with GEGEVENSDELING_WRITE_OPENAPI=1");
    }
}
