using Azure.Storage.Blobs.Specialized;
using Gegevensdeling.Azure.Drop;
using Gegevensdeling.Exchanges;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Drop;

public sealed class BlobDropTests(DropAccount account) : DropStoreContract, IClassFixture<DropAccount>, IAsyncLifetime
{
    protected override IDropStore Store => new BlobDrop(account.Client);

    public async ValueTask InitializeAsync()
    {
        foreach (var party in new[] { Turnhout, Kasterlee })
            await account.Client.CreateBlobContainerAsync(party.Value, cancellationToken: Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        if (account.IsThere)
        {
            await foreach (var container in account.Client.GetBlobContainersAsync(cancellationToken: Cancelled))
                await account.Client.DeleteBlobContainerAsync(container.Name, cancellationToken: Cancelled);
        }
    }

    [Fact]
    public async Task A_write_whose_commit_was_answered_with_silence_can_be_repeated()
    {
        var silent = new BlobDrop(account.ClientThatLosesTheAnswerOfTheCommit());
        var lost = await Assert.ThrowsAnyAsync<Exception>(() => silent.WriteAsync(One, async (target, token) => await target.WriteAsync(new byte[] { 1 }, token), Cancelled));
        Assert.DoesNotContain(One.Exchange.Value, lost.Message, StringComparison.Ordinal);
        Assert.Equal([1], Assert.Single(await SeenByAsync(Turnhout)).Value);
        await WriteAsync(One, [1]);
        Assert.Equal(1, await Store.CountAsync(One.Exchange, Cancelled));
    }

    protected override async Task<IReadOnlyDictionary<string, byte[]>> SeenByAsync(PartyId party)
    {
        var (container, seen) = (account.Client.GetBlobContainerClient(party.Value), new Dictionary<string, byte[]>());
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Cancelled))
            seen.Add(blob.Name, (await container.GetBlobClient(blob.Name).DownloadContentAsync(Cancelled)).Value.Content.ToArray());
        return seen;
    }

    protected override Task LeaveHalfAsync(DropName name) => account.Client.GetBlobContainerClient(name.Party.Value).GetBlockBlobClient(name.FileName)
        .StageBlockAsync(Convert.ToBase64String("0123456789abcdef000000"u8), new MemoryStream([1]), cancellationToken: Cancelled);
}
