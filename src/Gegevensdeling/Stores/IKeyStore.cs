using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Stores;

/// <summary>One secret an exchange: the key of its sealed archive (F3). A purge is complete when it returns.</summary>
public interface IKeyStore
{
    /// <summary>Stores the key; an earlier key of the exchange is gone for good when this returns (W6).</summary>
    Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation);

    Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>Purges the key, soft-deleted shadows included; nothing happens when there is none.</summary>
    Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>How many copies of the key are left, soft-deleted ones included.</summary>
    Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation);

    IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation);
}

/// <summary>The system's own keys: for signatures, pseudonyms and idempotency. Never those of an exchange.</summary>
public interface ISystemKeys
{
    /// <summary>The key with this name, made by <paramref name="create"/> the first time.</summary>
    Task<byte[]> GetOrCreateAsync(string name, Func<byte[]> create, CancellationToken cancellation);

    /// <summary>
    /// Deletes the key for good: a pseudonym key at the very end of its protocol. Nothing happens when there is none. Where the store keeps what was
    /// deleted for a while (a vault with purge protection), nothing reads it again meanwhile.
    /// </summary>
    Task DeleteAsync(string name, CancellationToken cancellation);

    /// <summary>Names that begin with <paramref name="prefix"/>, in order.</summary>
    Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellation);
}
