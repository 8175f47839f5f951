using Gegevensdeling.Audit;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.PortContracts;

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
