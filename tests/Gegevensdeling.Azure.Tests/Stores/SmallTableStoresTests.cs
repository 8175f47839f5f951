using Gegevensdeling.Azure.Stores;
using Gegevensdeling.Azure.Tests.BadWeather;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

public sealed class TableStaffDirectoryTests(Cloud cloud) : StaffDirectoryContract, IAsyncLifetime
{
    private readonly OwnStorage storage = new(cloud);

    protected override IStaffDirectory Directory => new TableStaffDirectory(storage.Table("m"));

    public async ValueTask InitializeAsync() => await storage.Table("m").CreateIfNotExistsAsync(Cancelled);

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_forgotten_year_leaves_no_name_in_any_row()
    {
        await Directory.ReferenceAsync(new(new("ocmw"), "een", Words[0], Words[1]), 2020, Cancelled);
        Assert.Contains(Words[0], await OwnStorage.TextAsync(storage.Table("m")), StringComparison.Ordinal);
        await Directory.ForgetAsync(2021, Cancelled);
        Assert.Empty(await OwnStorage.TextAsync(storage.Table("m")));
    }

    [Fact]
    public async Task A_lost_acknowledgement_makes_no_second_reference()
    {
        var weather = new LostAcknowledgement(storage.Transport);
        var directory = new TableStaffDirectory(storage.Table("m", weather));
        weather.LoseAt(0);
        var reference = await directory.ReferenceAsync(new(new("ocmw"), "een", "Proefnaam", null), 2026, Cancelled);
        Assert.True(weather.Lost);
        Assert.Equal(reference, await directory.ReferenceAsync(new(new("ocmw"), "een", "Proefnaam", null), 2026, Cancelled));
        Assert.Equal("Proefnaam", (await directory.FindAsync(reference, Cancelled))!.Name);
    }
}

public sealed class TableIdempotencyStoreTests(Cloud cloud) : IdempotencyStoreContract, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly OwnStorage storage = new(cloud);

    protected override IIdempotencyStore Store => new TableIdempotencyStore(storage.Table("o"));

    public async ValueTask InitializeAsync() => await storage.Table("o").CreateIfNotExistsAsync(Cancelled);

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Whose_acknowledgement_is_lost_still_knows_that_the_claim_is_its_own()
    {
        var weather = new LostAcknowledgement(storage.Transport);
        var store = new TableIdempotencyStore(storage.Table("o", weather));
        var row = new IdempotencyRow("abc", "inhoud", "DV-AAAA", 1, "proces", Now, Now, false, null);
        weather.LoseAt(0);
        Assert.Null(await store.InsertAsync(row, Cancelled));
        Assert.True(weather.Lost);
        Assert.Equal(row, await store.InsertAsync(row, Cancelled)); // the same process asks again: that is another claim
        weather.LoseAt(0);
        Assert.True(await store.ReplaceAsync(row, row with { Attempt = 2 }, Cancelled));
        Assert.True(weather.Lost);
        Assert.False(await store.ReplaceAsync(row, row with { Attempt = 2 }, Cancelled));
        weather.LoseAt(0);
        await store.DeleteAsync(row with { Attempt = 2 }, Cancelled);
        Assert.Null(await store.InsertAsync(row, Cancelled));
    }
}

public sealed class BlobEvidenceStoreTests(Cloud cloud) : EvidenceStoreContract, IAsyncLifetime
{
    private readonly OwnStorage storage = new(cloud);

    protected override IEvidenceStore Store => new BlobEvidenceStore(storage.Container());

    public async ValueTask InitializeAsync() => await storage.Container().CreateIfNotExistsAsync(cancellationToken: Cancelled);

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Whose_acknowledgement_is_lost_still_knows_that_its_document_was_kept()
    {
        var weather = new LostAcknowledgement(storage.Transport);
        var store = new BlobEvidenceStore(storage.Container(weather));
        weather.LoseAt(0);
        Assert.True(await store.KeepAsync(new("DV-A"), "wisbewijs-1", "{}", Cancelled));
        Assert.True(weather.Lost);
        Assert.False(await store.KeepAsync(new("DV-A"), "wisbewijs-1", "{}", Cancelled));
    }

    [Fact]
    public async Task Of_many_who_keep_one_wins_and_all_read_the_same()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Store.KeepAsync(new("DV-A"), "wisbewijs-1", $$"""{"van":{{writer}}}""", Cancelled)));
        Assert.Single(kept, true);
        Assert.Equal($$"""{"van":{{Array.IndexOf(kept, true)}}}""", await Store.FindAsync(new("DV-A"), "wisbewijs-1", Cancelled));
    }
}
