using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Stores;

/// <summary>What every audit log keeps to.</summary>
public abstract class AuditLogContract
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IAuditLog Log { get; }

    [Fact]
    [Requirement("F9")]
    public async Task Events_of_many_writers_stand_in_one_whole_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Log.AppendAsync(Event(), Cancelled)));
        var chain = Assert.Single(await Log.ChainsAsync(Cancelled));
        var entries = await Log.ReadAsync(chain, Cancelled).ToListAsync(Cancelled);
        Assert.Equal(Enumerable.Range(1, 32).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.IsType<AuditVerdict.Intact>(AuditChain.Verify(entries));
        Assert.Empty(await Log.ReadAsync("geen-keten", Cancelled).ToListAsync(Cancelled));
    }

    protected static AuditEvent Event() => new(
        new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), new("mechelen-2024"), 1, new("DV-AAAA-1111"), new(new("opgroeien-regie"), "teamlid", new("m-2026-0011223344556677")),
        AuditAction.Viewed, "doel", "art. 4", AuditOutcome.Ok, AuditEvent.NewCorrelation(), "gegevensdeling/1");
}

/// <summary>What every store of signed documents keeps to.</summary>
public abstract class EvidenceStoreContract
{
    private static readonly ExchangeId One = new("DV-AAAA-1111");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IEvidenceStore Store { get; }

    [Fact]
    [Requirement("F1")]
    public async Task A_document_is_kept_once_and_never_changed()
    {
        Assert.True(await Store.KeepAsync(One, "ontvangstbewijs", """{"inhoud":"één"}""", Cancelled));
        Assert.False(await Store.KeepAsync(One, "ontvangstbewijs", """{"inhoud":"anders"}""", Cancelled));
        Assert.True(await Store.KeepAsync(One, "wisbewijs-1", "{}", Cancelled));
        Assert.Equal("""{"inhoud":"één"}""", await Store.FindAsync(One, "ontvangstbewijs", Cancelled));
        Assert.Equal(["ontvangstbewijs", "wisbewijs-1"], await Store.NamesAsync(One, Cancelled));
        Assert.Null(await Store.FindAsync(new("DV-NIET"), "ontvangstbewijs", Cancelled));
        Assert.Empty(await Store.NamesAsync(new("DV-NIET"), Cancelled));
    }
}

/// <summary>What every staff directory keeps to.</summary>
public abstract class StaffDirectoryContract
{
    private static readonly StaffMember Member = new(new("ocmw-mechelen"), "ocmw-mechelen/proef", "Kanarie Medewerker-Proefnaam", "kanarie.medewerker@ocmw-mechelen.example");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected static IReadOnlyList<string> Words => [Member.Name, Member.Mail!];

    protected abstract IStaffDirectory Directory { get; }

    [Fact]
    [Requirement("W23")]
    public async Task A_person_has_one_reference_a_year_and_it_names_nobody()
    {
        var reference = await Directory.ReferenceAsync(Member, 2026, Cancelled);
        Assert.Equal(reference, await Directory.ReferenceAsync(Member, 2026, Cancelled));
        Assert.NotEqual(reference, await Directory.ReferenceAsync(Member, 2027, Cancelled));
        Assert.NotEqual(reference, await Directory.ReferenceAsync(Member with { Party = new("ocmw-kasterlee") }, 2026, Cancelled));
        Assert.DoesNotContain("proef", reference.Value, StringComparison.Ordinal);
        Assert.Equal(Member, await Directory.FindAsync(reference, Cancelled));
        Assert.Null(await Directory.FindAsync(new("m-2026-onbekend"), Cancelled));
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Directory.ReferenceAsync(Member, 2030, Cancelled)))).Distinct());
    }

    [Fact]
    [Requirement("W23")]
    public async Task The_latest_name_and_address_count()
    {
        var reference = await Directory.ReferenceAsync(Member, 2026, Cancelled);
        Assert.Equal(reference, await Directory.ReferenceAsync(Member with { Name = "Nieuwe Naam", Mail = null }, 2026, Cancelled));
        Assert.Equal(("Nieuwe Naam", null), ((await Directory.FindAsync(reference, Cancelled))!.Name, (await Directory.FindAsync(reference, Cancelled))!.Mail));
    }

    [Fact]
    [Requirement("W23")]
    public async Task After_its_term_a_reference_names_nobody()
    {
        var (old, kept) = (await Directory.ReferenceAsync(Member, 2020, Cancelled), await Directory.ReferenceAsync(Member with { Subject = "ander", Name = "Blijft Staan", Mail = null }, 2021, Cancelled));
        Assert.Equal(1, await Directory.ForgetAsync(2020, Cancelled));
        Assert.Equal(0, await Directory.ForgetAsync(2020, Cancelled));
        Assert.Null(await Directory.FindAsync(old, Cancelled));
        Assert.NotNull(await Directory.FindAsync(kept, Cancelled));
        AfterForgetting();
    }

    /// <summary>Looks in the store itself for what was forgotten.</summary>
    protected virtual void AfterForgetting()
    {
    }
}

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
}
