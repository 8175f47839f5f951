using System.Security.Cryptography;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Gegevensdeling.Azure.Stores;
using Gegevensdeling.Azure.Tests.BadWeather;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

public sealed class BlobArchiveStoreTests(Cloud cloud) : BlobStoreContract, IAsyncLifetime
{
    private readonly OwnStorage storage = new(cloud);

    protected override IBlobStore Store => new BlobArchiveStore(storage.Container());

    public async ValueTask InitializeAsync() => await new BlobArchiveStore(storage.Container()).EnsureAsync(Cancelled);

    public ValueTask DisposeAsync() => default;

    [Fact]
    [Requirement("F2")]
    public async Task A_half_written_archive_of_a_killed_process_is_counted_listed_and_deleted()
    {
        var blob = storage.Container().GetBlockBlobClient(One.ToString());
        await StageAsync(blob);
        Assert.Equal(1, await Store.CountAsync(One.Exchange, Cancelled));
        Assert.Equal([One.Exchange], (await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Select(copy => copy.Exchange));
        Assert.Null(await Store.OpenAsync(One, Cancelled));
        await Store.DeleteAsync(One.Exchange, Cancelled);
        Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
        Assert.Empty(await Store.ListAsync(Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    [Requirement("F2")]
    public async Task A_write_over_an_archive_that_fails_late_leaves_no_block_of_it()
    {
        await WriteAsync(One, [1, 2, 3]);
        await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(One, async (target, token) =>
        {
            await target.WriteAsync(new byte[3 * BlockStream.BlockBytes], token);
            throw new IOException("the source broke off");
        }, Cancelled));
        var blob = storage.Container().GetBlockBlobClient(One.ToString());
        BlockList blocks = await blob.GetBlockListAsync(BlockListTypes.All, cancellationToken: Cancelled);
        Assert.Equal((1, 0), (blocks.CommittedBlocks.Count(), blocks.UncommittedBlocks.Count()));
        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: Cancelled);
        Assert.Equal((One.Exchange.Value, 3), (properties.Metadata["uitwisseling"], properties.ContentLength));
    }

    [Fact]
    public async Task Snapshots_are_counted_and_go_with_their_archive()
    {
        await WriteAsync(One, [1]);
        await storage.Container().GetBlockBlobClient(One.ToString()).CreateSnapshotAsync(cancellationToken: Cancelled);
        Assert.Equal(2, await Store.CountAsync(One.Exchange, Cancelled));
        await Store.DeleteAsync(One.Exchange, Cancelled);
        Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
    }

    [Fact]
    public async Task An_archive_is_sealed_straight_into_the_store_and_opens_again()
    {
        var content = RandomNumberGenerator.GetBytes(9 * 1024 * 1024);
        await Store.WriteAsync(One, (target, token) => SealedArchiveWriter.WriteAsync(
            target, "proefsleutel", [new ArchiveEntry("proef.bin", content)], token), Cancelled);
        await using var stored = (await Store.OpenAsync(One, Cancelled))!;
        using var archive = await SealedArchive.OpenAsync(stored, "proefsleutel", ArchiveLimits.Default, Cancelled);
        using var opened = new MemoryStream();
        await archive.ReadAsync(Assert.Single(archive.Entries), opened, Cancelled);
        Assert.Equal(content, opened.ToArray());
    }

    [Fact]
    public async Task A_lost_acknowledgement_changes_nothing_about_an_archive()
    {
        var weather = new LostAcknowledgement(storage.Transport);
        var store = new BlobArchiveStore(storage.Container(weather));
        for (var write = 0; write < 3; write++)
        {
            weather.LoseAt(write);
            await store.WriteAsync(One, async (target, token) => await target.WriteAsync(new byte[BlockStream.BlockBytes + 1], token), Cancelled);
            Assert.True(weather.Lost);
            await using (var stored = await Store.OpenAsync(One, Cancelled))
                Assert.Equal(BlockStream.BlockBytes + 1, stored!.Length);
            weather.LoseAt(0);
            await store.DeleteAsync(One.Exchange, Cancelled);
            Assert.True(weather.Lost);
            Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
        }
    }

    [Fact]
    [Requirement("F2")]
    public async Task An_account_that_keeps_what_is_deleted_is_refused()
    {
        var keeping = new Keeping(storage.Transport);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => new BlobArchiveStore(storage.Container(keeping)).EnsureAsync(Cancelled));
        Assert.Contains("soft delete", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task StageAsync(BlockBlobClient blob)
    {
        using var content = new MemoryStream(new byte[100]);
        await blob.StageBlockAsync(Convert.ToBase64String(new byte[20]), content, cancellationToken: Cancelled);
    }

    /// <summary>Azurite cannot keep what is deleted, so here the deletion goes astray.</summary>
    private sealed class Keeping(global::Azure.Core.Pipeline.HttpPipelineTransport inner) : global::Azure.Core.Pipeline.HttpPipelineTransport
    {
        public override Request CreateRequest() => inner.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            if (message.Request.Method == RequestMethod.Delete)
                message.Request.Uri.Path += "-elders";
            return inner.ProcessAsync(message);
        }
    }
}
