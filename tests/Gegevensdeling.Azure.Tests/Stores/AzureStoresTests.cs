using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

public sealed class AzureStoresTests(Cloud cloud)
{
    [Fact]
    public async Task Made_from_options_and_the_identity_alone_all_stores_work_and_a_second_start_finds_them()
    {
        for (var start = 0; start < 2; start++)
        {
            var stores = new AzureStores(
                new() { BlobEndpoint = cloud.Azurite.Blobs, TableEndpoint = cloud.Azurite.Tables }, new() { BlobEndpoint = cloud.Azurite.Blobs }, new(cloud.Credential) { Transport = cloud.Transport });
            await stores.EnsureAsync(TestContext.Current.CancellationToken);
            Assert.Null(await stores.Register.FindAsync(new("DV-NIET"), TestContext.Current.CancellationToken));
            Assert.Equal(0, await stores.Archives.CountAsync(new("DV-NIET"), TestContext.Current.CancellationToken));
            Assert.Null(await stores.Staff.FindAsync(new("m-2026-niemand"), TestContext.Current.CancellationToken));
            Assert.Empty(await stores.Evidence.NamesAsync(new("DV-NIET"), TestContext.Current.CancellationToken));
            Assert.Equal(0, await stores.Once.PurgeAsync(default(DateTimeOffset).AddYears(1), TestContext.Current.CancellationToken));
        }
    }
}
