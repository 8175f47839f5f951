using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.TestKit;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Gegevensdeling.Local.Tests.Stores;

/// <summary>Each night the chains are verified against their last signed head, and a new one is signed.</summary>
public sealed class AuditHeadsTests : IDisposable
{
    private readonly Database database = new();
    private readonly FakeTimeProvider clock = new(new(2026, 3, 14, 1, 15, 0, TimeSpan.Zero));
    private readonly FolderSystemKeys keys;
    private readonly SigningKeys signing;

    public AuditHeadsTests()
    {
        keys = new(Path.Combine(database.Root, "systeemsleutels"));
        signing = new(keys, clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SqliteAuditLog Log => new(database.Open);

    private SqliteEvidenceStore Evidence => new(database.Open);

    private AuditHeads Heads => new(Log, Evidence, signing, clock);

    public void Dispose()
    {
        keys.Dispose();
        database.Dispose();
    }

    [Fact]
    [Requirement("F9")]
    public async Task A_head_is_signed_a_chain_and_verifies_with_the_published_keys()
    {
        await AppendAsync(3);
        Assert.Equal((1, 0), Counts(await Heads.IssueAsync(Cancellation)));
        var document = await Evidence.FindAsync(AuditHeads.Shelf, "voorbeeld-2026_2026-03_2026-03-14", Cancellation);
        var head = Assert.IsType<DocumentVerdict.ValidAuditHead>(DocumentVerifier.Verify(System.Text.Encoding.UTF8.GetBytes(document!), await signing.PublishedAsync(Cancellation))).Head;
        Assert.Equal(("voorbeeld-2026/2026-03", 3), (head.Chain, head.Sequence));
    }

    [Fact]
    public async Task A_chain_that_did_not_grow_keeps_its_head_and_one_that_grew_gets_another_the_next_day()
    {
        await AppendAsync(1);
        await Heads.IssueAsync(Cancellation);
        Assert.Equal((0, 0), Counts(await Heads.IssueAsync(Cancellation)));
        await AppendAsync(1);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), Counts(await Heads.IssueAsync(Cancellation)));
        Assert.Equal(2, (await Evidence.NamesAsync(AuditHeads.Shelf, Cancellation)).Count);
    }

    /// <summary>W12: that there is a head tells nobody that something happened; an earlier month gets its last one after its end.</summary>
    [Fact]
    [Requirement("W12")]
    public async Task The_running_month_gets_a_head_every_day_grown_or_not_and_an_earlier_one_its_last_after_its_end()
    {
        await AppendAsync(1);
        for (var day = 0; day < 20; day++)
        {
            Assert.Equal((day <= 18 ? 1 : 0, 0), Counts(await Heads.IssueAsync(Cancellation))); // 14 to 31 March, 1 April, and none on 2 April
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal("voorbeeld-2026_2026-03_2026-04-01", (await Evidence.NamesAsync(AuditHeads.Shelf, Cancellation))[^1]);
    }

    [Theory]
    [InlineData("UPDATE audit SET entry = 'weg' WHERE sequence = 2")]
    [InlineData("DELETE FROM audit WHERE sequence = 3")]
    [InlineData("UPDATE audit SET entry = replace(entry, 'art. 4', 'art. 5') WHERE sequence = 2")]
    [InlineData("UPDATE evidence SET document = replace(document, '\"volgnummer\": 3', '\"volgnummer\": 2')")]
    [InlineData("DELETE FROM audit")]
    public async Task A_chain_that_was_cut_off_or_changed_and_a_head_that_was_forged_are_told_and_get_no_new_head(string damage)
    {
        await AppendAsync(3);
        await Heads.IssueAsync(Cancellation);
        await database.Open.WriteAsync((connection, transaction) => connection.Execute(transaction, damage), Cancellation);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((0, 1), Counts(await Heads.IssueAsync(Cancellation)));
        Assert.Single(await Evidence.NamesAsync(AuditHeads.Shelf, Cancellation));
    }

    private static (int Issued, int Broken) Counts(AuditHeadReport report) => (report.Issued, report.Broken.Count);

    private async Task AppendAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Log.AppendAsync(
                new(
                    clock.GetUtcNow(), new ProtocolId("voorbeeld-2026"), 1, new ExchangeId("X-1"), new ActedBy(new("ocmw-mechelen"), "maatschappelijk-werker", new("m-1")), AuditAction.Opened,
                    "hulpvraag", "art. 4", AuditOutcome.Ok, "4bf92f3577b34da6a3ce929d0e0e4736", "gegevensdeling/0.1.0"),
                Cancellation);
        }
    }
}
