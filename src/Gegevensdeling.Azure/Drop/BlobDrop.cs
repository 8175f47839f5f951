using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Gegevensdeling.Azure.Stores;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Drop;

/// <summary>
/// Blob SFTP: one container and one local user a municipality, both named as its party id and made by the deployment. A block blob is there for
/// a reader only once its block list is committed (learn.microsoft.com/rest/api/storageservices/put-block-list).
/// </summary>
public sealed class BlobDrop(BlobServiceClient account) : IDropStore
{
    public async Task WriteAsync(DropName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        try
        {
            var blob = account.GetBlobContainerClient(name.Party.Value).GetBlockBlobClient(name.FileName);
            await using var upload = new BlockStream(blob);
            await write(upload, cancellation);
            await blob.CommitBlockListAsync(await upload.CompleteAsync(cancellation), cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            throw new DropMissingException(name.Party, missing);
        }
    }

    public async Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        await foreach (var (container, blob) in BlobsAsync(DropName.PrefixOf(exchange), cancellation))
        {
            var client = container.GetBlockBlobClient(blob.Name);
            if (IsUncommitted(blob))
                await DiscardAsync(client, cancellation);
            await client.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        }
    }

    public async Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await BlobsAsync(DropName.PrefixOf(exchange), cancellation).CountAsync(cancellation);

    public async IAsyncEnumerable<StoredCopy> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var oldest = new Dictionary<ExchangeId, DateTimeOffset>();
        await foreach (var (_, blob) in BlobsAsync(null, cancellation))
        {
            // Blocks that were never committed have no time of their own; the service drops them a week after the last one.
            var (exchange, since) = (DropName.ExchangeOf(blob.Name), blob.Properties.LastModified ?? DateTimeOffset.MinValue);
            oldest[exchange] = oldest.TryGetValue(exchange, out var known) && known < since ? known : since;
        }

        foreach (var (exchange, since) in oldest)
            yield return new(exchange, since);
    }

    /// <summary>
    /// Blocks without a blob cannot be deleted; an empty blob takes their place, and goes. The condition keeps an archive that was
    /// committed meanwhile.
    /// </summary>
    private static async Task DiscardAsync(BlockBlobClient client, CancellationToken cancellation)
    {
        try
        {
            await client.CommitBlockListAsync([], new() { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException committed) when (committed.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // the archive itself is deleted next
        }
    }

    private static bool IsUncommitted(BlobItem blob) => blob.Properties.LastModified is null || blob.Properties.ETag is null;

    private async IAsyncEnumerable<(BlobContainerClient Container, BlobItem Blob)> BlobsAsync(string? prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var found in account.GetBlobContainersAsync(cancellationToken: cancellation))
        {
            var container = account.GetBlobContainerClient(found.Name);
            await foreach (var blob in container.GetBlobsAsync(new() { States = BlobStates.Uncommitted | BlobStates.Snapshots, Prefix = prefix }, cancellation))
                yield return (container, blob);
        }
    }
}
