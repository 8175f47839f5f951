using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Gegevensdeling.Audit;

namespace Gegevensdeling.Azure.Audit;

/// <summary>The audit chains in append blobs. The container carries an immutability policy that allows protected appends: nobody can change what stands there.</summary>
public sealed class AppendBlobAuditLog : IAuditLog
{
    /// <summary>An append blob takes 50,000 blocks and not one more (learn.microsoft.com/rest/api/storageservices/append-block); it is left well before.</summary>
    private const int BlocksInBlob = 49_000;

    private readonly BlobContainerClient container;
    private readonly int blocksInBlob;
    private readonly ConcurrentDictionary<string, ChainWriter> writers = new(StringComparer.Ordinal);

    public AppendBlobAuditLog(BlobContainerClient container)
        : this(container, BlocksInBlob)
    {
    }

    internal AppendBlobAuditLog(BlobContainerClient container, int blocksInBlob) => (this.container, this.blocksInBlob) = (container, blocksInBlob);

    /// <exception cref="InvalidDataException">The chain ends in something that this log did not write.</exception>
    public async Task AppendAsync(AuditEvent draft, CancellationToken cancellation)
    {
        _ = AuditChain.Next(null, draft); // what cannot be chained fails alone, not with all who share its block
        await writers.GetOrAdd(AuditChain.NameOf(draft), chain => new(new(container, chain), blocksInBlob)).AppendAsync(draft).WaitAsync(cancellation);
    }

    public IAsyncEnumerable<ChainedAuditEvent> ReadAsync(string chain, CancellationToken cancellation) => new ChainBlobs(container, chain).ReadAsync(cancellation);

    public async Task<IReadOnlyList<string>> ChainsAsync(CancellationToken cancellation)
    {
        var chains = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions(), cancellation))
        {
            if (blob.Name.EndsWith(ChainBlobs.Extension, StringComparison.Ordinal))
                chains.Add(blob.Name[..blob.Name.LastIndexOf('/')]);
        }

        return [.. chains];
    }
}
