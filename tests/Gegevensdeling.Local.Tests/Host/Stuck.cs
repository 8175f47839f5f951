using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>A key store whose connection hangs, whatever it is told.</summary>
internal sealed class Stuck(Task until) : IKeyStore
{
    public Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation) => until;

    public async Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        await until;
        return null;
    }

    public Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation) => until;

    public async Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        await until;
        return 0;
    }

    public async IAsyncEnumerable<StoredCopy> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await until;
        yield break;
    }
}
