using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every place from which parties fetch keeps to.</summary>
public abstract class DropStoreContract
{
    protected static readonly PartyId Turnhout = new("ocmw-turnhout");
    protected static readonly PartyId Kasterlee = new("ocmw-kasterlee");
    protected static readonly DropName One = new(Turnhout, new("GP-AAAA-1111"), new("a-1"));
    protected static readonly DropName Second = new(Turnhout, new("GP-AAAA-1111"), new("a-2"));
    protected static readonly DropName Copy = new(Kasterlee, new("GP-AAAA-1111"), new("a-1"));
    protected static readonly DropName Other = new(Kasterlee, new("GP-AAAA-11112"), new("a-1"));

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A store in which Turnhout and Kasterlee have a place and nobody else has one.</summary>
    protected abstract IDropStore Store { get; }

    /// <summary>What the party sees when it lists its place.</summary>
    protected abstract Task<IReadOnlyDictionary<string, byte[]>> SeenByAsync(PartyId party);

    /// <summary>Leaves what a process leaves that was killed while it wrote this archive.</summary>
    protected abstract Task LeaveHalfAsync(DropName name);

    [Fact]
    [Requirement("P9")]
    public async Task The_party_fetches_byte_for_byte_under_a_name_of_references_only_and_a_second_archive_replaces_the_first()
    {
        var large = new byte[9_000_000];
        new Random(1).NextBytes(large);
        await WriteAsync(One, large);
        Assert.Equal(large, Assert.Single(await SeenByAsync(Turnhout), file => file.Key == "GP-AAAA-1111.a-1.7z").Value);
        await WriteAsync(One, [4]);
        Assert.Equal([4], Assert.Single(await SeenByAsync(Turnhout)).Value);
    }

    [Fact]
    [Requirement("P10")]
    public async Task Each_party_has_a_place_of_its_own()
    {
        await WriteAsync(One, [1]);
        await WriteAsync(Other, [2]);
        Assert.Equal([One.FileName], (await SeenByAsync(Turnhout)).Keys);
        Assert.Equal([Other.FileName], (await SeenByAsync(Kasterlee)).Keys);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(9_000_000)]
    public async Task Nobody_ever_sees_half_an_archive(int bytes)
    {
        await WriteAsync(One, [1, 2, 3]);
        foreach (var name in new[] { One, Second })
        {
            await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(name, async (target, token) =>
            {
                await target.WriteAsync(new byte[bytes], token);
                await target.FlushAsync(token);
                Assert.Equal([1, 2, 3], Assert.Single(await SeenByAsync(Turnhout)).Value);
                throw new IOException("No space left on device");
            }, Cancelled));
        }

        Assert.Equal([1, 2, 3], Assert.Single(await SeenByAsync(Turnhout)).Value);
    }

    [Fact]
    [Requirement("F2")]
    public async Task Deleting_takes_every_archive_of_the_exchange_at_every_party_and_no_other()
    {
        foreach (var name in new[] { One, Second, Copy, Other })
            await WriteAsync(name, [1]);
        Assert.Equal(3, await Store.CountAsync(One.Exchange, Cancelled));
        Assert.Equal([One.Exchange, Other.Exchange], (await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Select(copy => copy.Exchange).OrderBy(id => id.Value, StringComparer.Ordinal));
        await Store.DeleteAsync(One.Exchange, Cancelled);
        await Store.DeleteAsync(One.Exchange, Cancelled);
        Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
        Assert.Equal(Other.Exchange, Assert.Single(await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Exchange);
        Assert.Empty(await SeenByAsync(Turnhout));
        Assert.Equal([Other.FileName], (await SeenByAsync(Kasterlee)).Keys);
    }

    [Fact]
    [Requirement("F2")]
    public async Task What_a_killed_process_left_half_written_is_counted_listed_and_deleted_but_never_seen()
    {
        await LeaveHalfAsync(One);
        Assert.Empty(await SeenByAsync(Turnhout));
        Assert.Equal(1, await Store.CountAsync(One.Exchange, Cancelled));
        Assert.Equal(One.Exchange, Assert.Single(await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Exchange);
        await Store.DeleteAsync(One.Exchange, Cancelled);
        Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
        await LeaveHalfAsync(One);
        await WriteAsync(One, [1]);
        Assert.Equal([1], Assert.Single(await SeenByAsync(Turnhout)).Value);
        await Store.DeleteAsync(One.Exchange, Cancelled);
        Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
    }

    [Fact]
    public async Task A_party_without_a_place_is_named_and_no_place_is_made()
    {
        var nowhere = One with { Party = new("ocmw-nergens") };
        for (var attempt = 0; attempt < 2; attempt++)
            Assert.Equal(nowhere.Party, (await Assert.ThrowsAsync<DropMissingException>(() => WriteAsync(nowhere, [1]))).Party);
        Assert.Empty(await Store.ListAsync(Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task An_id_that_would_lead_elsewhere_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(One with { Artefact = new("../../x") }, [1]));

    protected Task WriteAsync(DropName name, byte[] bytes) => Store.WriteAsync(name, async (target, token) => await target.WriteAsync(bytes, token), Cancelled);
}
