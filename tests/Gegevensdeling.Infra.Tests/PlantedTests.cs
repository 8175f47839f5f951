using Gegevensdeling.Infra.Tests.Laws;
using Xunit;

namespace Gegevensdeling.Infra.Tests;

/// <summary>A fault written into the templates themselves reaches the laws, and other parameters than the sample's work.</summary>
public sealed class PlantedTests
{
    [Fact]
    public async Task Faults_in_the_templates_are_seen_each_by_its_law()
    {
        using var compiler = new Compiler();
        compiler.Plant("modules/storage-account.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true");
        compiler.Plant("modules/storage-account.bicep", "isVersioningEnabled: false", "isVersioningEnabled: true");
        compiler.Plant("modules/drop-users.bicep", "resourceName: container[i].name", "resourceName: container[0].name");
        compiler.Plant("modules/vaults.bicep", "purgeProtection: false", "purgeProtection: true");
        compiler.Plant("modules/application.bicep", "principalId: app.outputs.principalId\n    custom", "principalId: '77777777-7777-4777-8777-777777777777'\n    custom");
        var deployment = await compiler.PredictAsync("main.sample.bicepparam", TestContext.Current.CancellationToken);
        Assert.Equal(4, StorageLaws.NoKeysAndNoPublic(deployment).Count(wrong => wrong.EndsWith("allowSharedKeyAccess", StringComparison.Ordinal)));
        Assert.Equal(4, StorageLaws.NothingDeletedIsKept(deployment).Count());
        Assert.Contains("ocmwproefdorp: sees ocmw-voorbeeldstad", StorageLaws.EachUserSeesItsOwnContainer(deployment));
        Assert.Equal(["2 vaults, 0 without purge protection, 2 with"], VaultLaws.OnePurgesAndOneNever(deployment));
        Assert.NotEmpty(RoleLaws.OnlyTheApp(deployment));
    }

    [Fact]
    public async Task Without_municipalities_and_with_listed_clients_the_laws_hold_and_the_doors_are_closed()
    {
        using var compiler = new Compiler();
        compiler.Plant("main.sample.bicepparam", "  { party: 'ocmw-voorbeeldstad', addresses: ['192.0.2.10'] }\n", string.Empty);
        compiler.Plant("main.sample.bicepparam", "  { party: 'ocmw-proefdorp', addresses: ['198.51.100.0/29', '198.51.100.20'] }\n", string.Empty);
        compiler.Plant("main.sample.bicepparam", "param operatorAddresses = ['203.0.113.7']", "param otlpEndpoint = 'https://collector.example'\nparam allowedClients = ['192.0.2.0/24']");
        var deployment = await compiler.PredictAsync("main.sample.bicepparam", TestContext.Current.CancellationToken);
        Assert.Empty(deployment.Of(StorageLaws.User));
        Assert.All(deployment.Of(StorageLaws.Account), account => Assert.Equal("Disabled", account.Text("publicNetworkAccess")));
        Assert.All(deployment.Of(VaultLaws.Vault), vault => Assert.Equal("Disabled", vault.Text("publicNetworkAccess")));
        var site = deployment.Of(AppLaws.Site).Single();
        Assert.Equal("Deny", site.Text("siteConfig", "ipSecurityRestrictionsDefaultAction"));
        Assert.Equal(2, site["siteConfig", "ipSecurityRestrictions"]!.AsArray().Count);
        Assert.Equal("https://collector.example", deployment.Of(AppLaws.Settings).Single().Text("OTEL_EXPORTER_OTLP_ENDPOINT"));
    }
}
