using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every key store keeps to, here and in the cloud.</summary>
public abstract class KeyStoreContract
{
    protected static readonly ExchangeId One = new("DV-AAAA-1111");
    protected static readonly ExchangeId Two = new("DV-BBBB-2222");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IKeyStore Store { get; }

    [Fact]
    public async Task A_key_is_given_back_as_it_was_put()
    {
        await Store.PutAsync(One, "sleutel-één", Cancelled);
        await Store.PutAsync(Two, "sleutel-twee", Cancelled);
        Assert.Equal("sleutel-één", await Store.GetAsync(One, Cancelled));
        Assert.Equal("sleutel-twee", await Store.GetAsync(Two, Cancelled));
        Assert.Equal([One, Two], (await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Select(copy => copy.Exchange).OrderBy(id => id.Value));
    }

    [Fact]
    public async Task Of_an_exchange_without_a_key_there_is_nothing()
    {
        Assert.Null(await Store.GetAsync(One, Cancelled));
        Assert.Equal(0, await Store.CountAsync(One, Cancelled));
        await Store.PurgeAsync(One, Cancelled);
        Assert.Empty(await Store.ListAsync(Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    [Requirement("W6")]
    public async Task A_replaced_key_is_gone_for_good()
    {
        await Store.PutAsync(One, "de-oude-sleutel", Cancelled);
        await Store.PutAsync(One, "de-nieuwe-sleutel", Cancelled);
        Assert.Equal("de-nieuwe-sleutel", await Store.GetAsync(One, Cancelled));
        Assert.Equal(1, await Store.CountAsync(One, Cancelled));
    }

    [Fact]
    [Requirement("F3")]
    public async Task A_purged_key_leaves_nothing_and_touches_no_other()
    {
        await Store.PutAsync(One, "sleutel-een", Cancelled);
        await Store.PutAsync(Two, "sleutel-twee", Cancelled);
        await Store.PurgeAsync(One, Cancelled);
        await Store.PurgeAsync(One, Cancelled);
        Assert.Null(await Store.GetAsync(One, Cancelled));
        Assert.Equal(0, await Store.CountAsync(One, Cancelled));
        Assert.Equal("sleutel-twee", await Store.GetAsync(Two, Cancelled));
    }

    /// <summary>Whoever reads gets a key as it was put, or none; and whoever purges what somebody else just purged has nothing to do.</summary>
    [Fact]
    [Requirement("F3", "W6")]
    public async Task What_several_purge_replace_and_read_at_once_is_a_whole_key_or_none()
    {
        var read = new System.Collections.Concurrent.ConcurrentBag<string?>();
        for (var round = 0; round < 30; round++)
        {
            await Store.PutAsync(One, "de-oude-sleutel", Cancelled);
            await AtOnce.RunAsync([() => Store.PutAsync(One, "de-nieuwe-sleutel", Cancelled), ReadAsync, ReadAsync, ReadAsync]);
            Assert.Equal("de-nieuwe-sleutel", await Store.GetAsync(One, Cancelled));
            await AtOnce.RunAsync([() => Store.PurgeAsync(One, Cancelled), () => Store.PurgeAsync(One, Cancelled), ReadAsync, ReadAsync]);
            Assert.Equal(0, await Store.CountAsync(One, Cancelled));
        }

        Assert.Empty(read.Where(key => key is not (null or "de-oude-sleutel" or "de-nieuwe-sleutel")));

        async Task ReadAsync() => read.Add(await Store.GetAsync(One, Cancelled));
    }
}
