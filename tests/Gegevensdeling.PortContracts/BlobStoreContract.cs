using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every store of sealed archives keeps to.</summary>
public abstract class BlobStoreContract
{
    protected static readonly BlobName One = new(new("DV-AAAA-1111"), new("a-1"));
    protected static readonly BlobName Second = new(new("DV-AAAA-1111"), new("a-2"));
    protected static readonly BlobName Other = new(new("DV-BBBB-2222"), new("a-1"));

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IBlobStore Store { get; }

    [Fact]
    public async Task An_archive_is_given_back_byte_for_byte_and_can_be_replaced()
    {
        await WriteAsync(One, [1, 2, 3]);
        Assert.Equal([1, 2, 3], await ReadAsync(One));
        await WriteAsync(One, [4]);
        Assert.Equal([4], await ReadAsync(One));
        Assert.Null(await Store.OpenAsync(Second, Cancelled));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_what_was_there_and_no_half_archive()
    {
        await WriteAsync(One, [1, 2, 3]);
        foreach (var name in new[] { One, Second })
        {
            await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(name, async (target, token) =>
            {
                await target.WriteAsync(new byte[100_000], token);
                throw new IOException("No space left on device");
            }, Cancelled));
        }

        Assert.Equal([1, 2, 3], await ReadAsync(One));
        Assert.Null(await Store.OpenAsync(Second, Cancelled));
        Assert.Equal(1, await Store.CountAsync(One.Exchange, Cancelled));
    }

    [Fact]
    public async Task An_archive_being_written_cannot_be_read_yet()
    {
        await Store.WriteAsync(One, async (target, token) =>
        {
            await target.WriteAsync(new byte[10], token);
            Assert.Null(await Store.OpenAsync(One, token));
        }, Cancelled);
        Assert.Equal(10, (await ReadAsync(One)).Length);
    }

    [Fact]
    [Requirement("F2")]
    public async Task Deleting_takes_one_archive_or_all_of_an_exchange_and_no_other()
    {
        foreach (var name in new[] { One, Second, Other })
            await WriteAsync(name, [1]);
        Assert.Equal(2, await Store.CountAsync(One.Exchange, Cancelled));
        await Store.DeleteAsync(One, Cancelled);
        await Store.DeleteAsync(One, Cancelled);
        Assert.Equal(1, await Store.CountAsync(One.Exchange, Cancelled));
        await Store.DeleteAsync(One.Exchange, Cancelled);
        await Store.DeleteAsync(One.Exchange, Cancelled);
        Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
        Assert.Equal([Other.Exchange], (await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Select(copy => copy.Exchange));
    }

    /// <summary>
    /// An orchestration and the sweep erase the same, and a request may look for it meanwhile. Whether what was opened before can be read to its end is the store's own: a file
    /// can, a blob breaks off.
    /// </summary>
    [Fact]
    [Requirement("F2", "F3")]
    public async Task What_several_erase_and_look_for_at_once_is_gone_for_all_of_them()
    {
        for (var round = 0; round < 30; round++)
        {
            await WriteAsync(One, new byte[5_000]);
            await WriteAsync(Second, [1]);
            await AtOnce.RunAsync([() => Store.DeleteAsync(One.Exchange, Cancelled), () => Store.DeleteAsync(One, Cancelled), () => Store.DeleteAsync(One.Exchange, Cancelled), LookAsync, LookAsync]);
            Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
        }

        async Task LookAsync()
        {
            await Store.CountAsync(One.Exchange, Cancelled);
            await using var stream = await Store.OpenAsync(One, Cancelled);
        }
    }

    protected Task WriteAsync(BlobName name, byte[] bytes) => Store.WriteAsync(name, async (target, token) => await target.WriteAsync(bytes, token), Cancelled);

    private async Task<byte[]> ReadAsync(BlobName name)
    {
        await using var stream = await Store.OpenAsync(name, Cancelled);
        using var bytes = new MemoryStream();
        await stream!.CopyToAsync(bytes, Cancelled);
        return bytes.ToArray();
    }
}
