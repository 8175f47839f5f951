using Azure.Storage.Blobs.Specialized;
using Gegevensdeling.Azure.Drop;
using Gegevensdeling.Exchanges;
using Gegevensdeling.PortContracts;
using Gegevensdeling.StandIns;
using Gegevensdeling.Stores;
using Xunit;
using Sky = Gegevensdeling.StandIns.Weather;

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

    [Fact]
    public async Task Whatever_the_weather_an_archive_is_whole_or_absent_and_arrives_when_it_clears()
    {
        await using var front = await WeatherProxy.StartAsync(account.Client.Uri, account.Certificate, Cancelled);
        var drop = new BlobDrop(account.ClientAt(front.Address));
        foreach (var sky in new[] { Sky.Unreachable, Sky.Slow(TimeSpan.FromSeconds(5)), Sky.Throttling, Sky.Down, Sky.Refusing, Sky.AcknowledgementLost })
        {
            front.Turn(sky);
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => drop.WriteAsync(One, async (target, token) => await target.WriteAsync(new byte[] { 1, 2, 3 }, token), Cancelled));
            Assert.True(AzureOutages.Recognise(failure), failure.GetType().Name);
            Assert.All((await SeenByAsync(Turnhout)).Values, archive => Assert.Equal([1, 2, 3], archive));
            front.Turn(Sky.Fair);
            await drop.WriteAsync(One, async (target, token) => await target.WriteAsync(new byte[] { 1, 2, 3 }, token), Cancelled);
            Assert.Equal([1, 2, 3], Assert.Single(await SeenByAsync(Turnhout)).Value);
            await drop.DeleteAsync(One.Exchange, Cancelled);
            Assert.Equal(0, await drop.CountAsync(One.Exchange, Cancelled));
        }
    }

    protected override async Task<IReadOnlyDictionary<string, byte[]>> SeenByAsync(PartyId party)
    {
        var (container, seen) = (account.Client.GetBlobContainerClient(party.Value), new Dictionary<string, byte[]>());
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Cancelled))
            seen.Add(blob.Name, (await container.GetBlobClient(blob.Name).DownloadContentAsync(Cancelled)).Value.Content.ToArray());
        return seen;
    }

    protected override Task LeaveHalfAsync(DropName name) => account.Client.GetBlobContainerClient(name.Party.Value).GetBlockBlobClient(name.FileName)
        .StageBlockAsync(Convert.ToBase64String("0123456789abcdef0000"u8), new MemoryStream([1]), cancellationToken: Cancelled);
}
