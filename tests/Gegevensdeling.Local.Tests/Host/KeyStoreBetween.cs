using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>A key store before the real one, that does what it says differently.</summary>
internal abstract class KeyStoreBetween(IKeyStore inner) : IKeyStore
{
    public virtual Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation) => inner.PutAsync(exchange, key, cancellation);

    public Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation) => inner.GetAsync(exchange, cancellation);

    public virtual Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation) => inner.PurgeAsync(exchange, cancellation);

    public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAsync(exchange, cancellation);

    public IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation) => inner.ListAsync(cancellation);
}
