using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>Lets something happen just before the next key is stored.</summary>
internal sealed class Meanwhile
{
    public Func<Task>? BeforePut { get; set; }

    public IKeyStore Between(IKeyStore inner) => new Keys(inner, this);

    private sealed class Keys(IKeyStore inner, Meanwhile meanwhile) : KeyStoreBetween(inner)
    {
        public override async Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation)
        {
            if (meanwhile.BeforePut is { } happens)
            {
                meanwhile.BeforePut = null;
                await happens();
            }

            await base.PutAsync(exchange, key, cancellation);
        }
    }
}
