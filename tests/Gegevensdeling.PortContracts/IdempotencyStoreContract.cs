using Gegevensdeling.Stores;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every store of idempotency rows keeps to.</summary>
public abstract class IdempotencyStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly IdempotencyRow Row = new("sleutel", "inhoud", "DV-AAAA", 1, "proces", Now, Now, false, null);

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IIdempotencyStore Store { get; }

    [Fact]
    public async Task Of_many_who_claim_exactly_one_writes()
    {
        var known = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Store.InsertAsync(Row with { Holder = $"proces-{number}" }, Cancelled)));
        Assert.Single(known, row => row is null);
    }

    [Fact]
    public async Task A_row_is_replaced_or_deleted_only_as_it_was_read()
    {
        Assert.Null(await Store.InsertAsync(Row, Cancelled));
        var done = Row with { Holder = null, Done = true, Answer = new(201, "/pad", """{"é":1}""") };
        Assert.False(await Store.ReplaceAsync(Row with { Attempt = 2 }, done, Cancelled));
        Assert.False(await Store.ReplaceAsync(Row with { Holder = null }, done, Cancelled));
        Assert.True(await Store.ReplaceAsync(Row, done, Cancelled));
        Assert.Equal(done, await Store.InsertAsync(Row, Cancelled));
        await Store.DeleteAsync(Row, Cancelled);
        Assert.Equal(done, await Store.InsertAsync(Row, Cancelled));
        await Store.DeleteAsync(done, Cancelled);
        Assert.Null(await Store.InsertAsync(Row, Cancelled));
    }

    [Fact]
    public async Task Rows_past_their_term_go()
    {
        await Store.InsertAsync(Row, Cancelled);
        await Store.InsertAsync(Row with { Key = "later", Since = Now.AddHours(1) }, Cancelled);
        Assert.Equal(1, await Store.PurgeAsync(Now.AddMinutes(1), Cancelled));
        Assert.Null(await Store.InsertAsync(Row, Cancelled));
    }
}
