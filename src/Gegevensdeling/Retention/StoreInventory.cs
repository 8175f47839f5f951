using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>What the stores hold, read from the stores themselves, whatever the register says. The sweep and the look after a restore go by the same one.</summary>
public sealed class StoreInventory(IBlobStore blobs, IKeyStore keys, IOutbox outbox, IDropStore drop)
{
    /// <summary>Everything of which a store holds something, once each.</summary>
    /// <param name="read">Reads the list of one store: the caller says what it means that a store cannot be listed.</param>
    public async Task<IReadOnlyCollection<ExchangeId>> ExchangesAsync(Func<Func<CancellationToken, IAsyncEnumerable<StoredCopy>>, Task<IReadOnlyList<StoredCopy>>> read)
    {
        var found = new HashSet<ExchangeId>();
        foreach (var list in new Func<CancellationToken, IAsyncEnumerable<StoredCopy>>[] { blobs.ListAsync, keys.ListAsync, outbox.ListAttachmentsAsync, drop.ListAsync })
            found.UnionWith((await read(list)).Select(copy => copy.Exchange));
        return found;
    }
}
