using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>Sealed archives as block blobs: <c>exchanges/{exchange}/{artefact}.7z</c>.</summary>
public sealed class BlobArchiveStore(BlobContainerClient container) : IBlobStore
{
    /// <summary>Every form in which something of a blob can still be there.</summary>
    private const BlobStates Any = BlobStates.Snapshots | BlobStates.Uncommitted | BlobStates.Version | BlobStates.Deleted;
    private const string Root = "exchanges/";

    /// <summary>Makes the container and sees by a trial that what is deleted there is gone.</summary>
    /// <remarks>A trial, because a blob service tells nobody whether it keeps versions, and its other settings only to who may manage the account.</remarks>
    /// <exception cref="InvalidOperationException">The account keeps deleted blobs or older versions: an erasure there would not be one.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var trial = container.GetBlobClient($"proef/{Guid.NewGuid():N}");
        BlobContentInfo written = await trial.UploadAsync(BinaryData.FromString("proef"), overwrite: true, cancellation);
        await trial.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        var left = await ItemsAsync(trial.Name, cancellation).ToListAsync(cancellation);
        foreach (var version in left.Where(item => item.VersionId is not null))
            await trial.WithVersion(version.VersionId).DeleteIfExistsAsync(cancellationToken: cancellation);
        if (written.VersionId is not null || left.Count > 0)
            throw new InvalidOperationException($"Het opslagaccount van container '{container.Name}' bewaart wat gewist is: zet versiebeheer en soft delete voor blobs uit (F2).");
    }

    public async Task WriteAsync(BlobName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var blob = BlobOf(name);
        await using var target = new BlockStream(blob);
        try
        {
            await write(target, cancellation);
            var blocks = await target.CompleteAsync(cancellation);
            await blob.CommitBlockListAsync(blocks, Options(name), cancellation);
        }
        catch
        {
            if (target.HasStaged)
                await TryDiscardAsync(blob);
            throw;
        }
    }

    public async Task<Stream?> OpenAsync(BlobName name, CancellationToken cancellation)
    {
        try
        {
            return await BlobOf(name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        // Where versions are kept a deleted blob becomes one more of them, so there it takes a second look.
        for (var versions = true; versions;)
        {
            versions = false;
            await foreach (var item in ItemsAsync(FolderOf(exchange), cancellation))
            {
                var blob = container.GetBlockBlobClient(item.Name);
                if (item is { VersionId: { } version, Deleted: false })
                    versions |= await blob.WithVersion(version).DeleteIfExistsAsync(cancellationToken: cancellation);
                else if (item is { Deleted: false, Snapshot: null })
                    await DeleteAsync(blob, cancellation);
            }
        }
    }

    public Task DeleteAsync(BlobName name, CancellationToken cancellation) => DeleteAsync(BlobOf(name), cancellation);

    public async IAsyncEnumerable<StoredCopy> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        StoredCopy? current = null;
        await foreach (var item in ItemsAsync(Root, cancellation)) // in the order of their names, so an exchange's stand together
        {
            // Of a half-written one the service tells no time: it may be of any age.
            var copy = new StoredCopy(new(item.Name.Split('/')[1]), item.Properties.CreatedOn ?? item.Properties.LastModified ?? DateTimeOffset.UnixEpoch);
            if (current is { } before && before.Exchange == copy.Exchange)
            {
                current = before with { Since = before.Since < copy.Since ? before.Since : copy.Since };
                continue;
            }

            if (current is { } complete)
                yield return complete;
            current = copy;
        }

        if (current is { } last)
            yield return last;
    }

    public async Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => await ItemsAsync(FolderOf(exchange), cancellation).CountAsync(cancellation);

    private AsyncPageable<BlobItem> ItemsAsync(string prefix, CancellationToken cancellation) => container.GetBlobsAsync(new GetBlobsOptions { States = Any, Prefix = prefix }, cancellation);

    private static async Task DeleteAsync(BlockBlobClient blob, CancellationToken cancellation)
    {
        await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        await DiscardAsync(blob, cancellation);
    }

    /// <summary>
    /// Throws away blocks that no list holds. The service has no word for that: a blob that was never committed cannot be deleted, and keeps its
    /// blocks for a week. Committing what was committed, or nothing, drops them.
    /// </summary>
    private static async Task DiscardAsync(BlockBlobClient blob, CancellationToken cancellation)
    {
        BlockList blocks;
        try
        {
            blocks = await blob.GetBlockListAsync(BlockListTypes.All, cancellationToken: cancellation);
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return;
        }

        if (!blocks.UncommittedBlocks.Any())
            return;
        var committed = blocks.CommittedBlocks.Select(block => block.Name).ToList();
        if (committed.Count == 0)
        {
            await DiscardUncommittedAsync(blob, cancellation);
            return;
        }

        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        await blob.CommitBlockListAsync(
            committed,
            new CommitBlockListOptions { Conditions = new() { IfMatch = properties.ETag }, Metadata = properties.Metadata, HttpHeaders = new() { ContentType = properties.ContentType } },
            cancellation);
    }

    /// <summary>An empty blob takes the place of the blocks, and goes. The conditions keep an archive that another attempt committed meanwhile.</summary>
    private static async Task DiscardUncommittedAsync(BlockBlobClient blob, CancellationToken cancellation)
    {
        try
        {
            BlobContentInfo empty = await blob.CommitBlockListAsync([], new CommitBlockListOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = empty.ETag }, cancellation);
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            // An archive stands there now: it is not ours to discard.
        }
    }

    /// <summary>What cannot be thrown away now is a half-written archive that the sweep finds.</summary>
    private static async Task TryDiscardAsync(BlockBlobClient blob)
    {
        try
        {
            await DiscardAsync(blob, CancellationToken.None);
        }
        catch (Exception failure) when (AzureOutages.Recognise(failure) || failure is RequestFailedException)
        {
        }
    }

    private static CommitBlockListOptions Options(BlobName name) => new()
    {
        HttpHeaders = new() { ContentType = "application/x-7z-compressed" },
        Metadata = new Dictionary<string, string> { ["uitwisseling"] = name.Exchange.Value },
    };

    private static string FolderOf(ExchangeId exchange) => $"{Root}{StoreKeys.Safe(exchange.Value)}/";

    private BlockBlobClient BlobOf(BlobName name) => container.GetBlockBlobClient($"{FolderOf(name.Exchange)}{StoreKeys.Safe(name.Artefact.Value)}.7z");
}
