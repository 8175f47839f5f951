using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>Lets something happen just before the next key is stored.</summary>
internal sealed class Meanwhile
{
    public Func<Task>? BeforePut { get; set; }

    public IKeyStore Between(IKeyStore inner) => new Keys(inner, this);

    private sealed class Keys(IKeyStore inner, Meanwhile meanwhile) : IKeyStore
    {
        public async Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation)
        {
            if (meanwhile.BeforePut is { } happens)
            {
                meanwhile.BeforePut = null;
                await happens();
            }

            await inner.PutAsync(exchange, key, cancellation);
        }

        public Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation) => inner.GetAsync(exchange, cancellation);

        public Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation) => inner.PurgeAsync(exchange, cancellation);

        public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAsync(exchange, cancellation);

        public IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation) => inner.ListAsync(cancellation);
    }
}
