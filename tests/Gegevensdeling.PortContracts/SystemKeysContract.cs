using Gegevensdeling.Stores;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every store of the system's own keys keeps to.</summary>
public abstract class SystemKeysContract
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract ISystemKeys Keys { get; }

    [Fact]
    public async Task A_key_is_made_once_also_by_many_at_once()
    {
        var made = 0;
        var keys = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Keys.GetOrCreateAsync("ondertekening/1", () => [(byte)Interlocked.Increment(ref made), 7], Cancelled)));
        Assert.Single(keys.Select(Convert.ToHexString).Distinct());
        await Keys.GetOrCreateAsync("ondertekening/2", () => [2], Cancelled);
        await Keys.GetOrCreateAsync("pseudoniem/x", () => [3], Cancelled);
        Assert.Equal(["ondertekening/1", "ondertekening/2"], await Keys.NamesAsync("ondertekening/", Cancelled));
        Assert.Equal([2], await Keys.GetOrCreateAsync("ondertekening/2", () => [9], Cancelled));
    }

    [Fact]
    public async Task A_deleted_key_is_gone_and_deleting_it_again_or_another_changes_nothing()
    {
        await Keys.GetOrCreateAsync("pseudoniem/weg", () => [4], Cancelled);
        await Keys.GetOrCreateAsync("pseudoniem/blijft", () => [5], Cancelled);
        await Keys.DeleteAsync("pseudoniem/weg", Cancelled);
        await Keys.DeleteAsync("pseudoniem/weg", Cancelled);
        await Keys.DeleteAsync("pseudoniem/nooit", Cancelled);
        Assert.Equal(["pseudoniem/blijft"], await Keys.NamesAsync("pseudoniem/", Cancelled));
        Assert.Equal([5], await Keys.GetOrCreateAsync("pseudoniem/blijft", () => [9], Cancelled));
    }
}
