using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>What one run of the sweep did; counts only.</summary>
/// <param name="SentAgain">Facts whose orchestration was woken again.</param>
/// <param name="Erased">Exchanges past their term that were erased and certified.</param>
/// <param name="Open">Exchanges past their term whose erasure could not be proven: an alarm.</param>
/// <param name="Orphans">Copies that no row claims: an alarm.</param>
/// <param name="Purged">Engine histories that reached their own term.</param>
/// <param name="StaffForgotten">Staff references that lost their name (W23).</param>
public sealed record SweepReport(int SentAgain, int Erased, int Open, int Orphans, int Purged, int StaffForgotten);

/// <summary>
/// The second enforcer (design 4): reads only the register, the stores' inventory and the retention rules, never engine state. An
/// orchestration that is stuck, lost or wrong cannot keep data alive.
/// </summary>
public sealed class Sweep(
    IRegister register, IBlobStore blobs, IKeyStore keys, IOutbox outbox, IStaffDirectory staff, ExchangeLedger ledger, ReferralFile referrals,
    Eraser eraser, IOrchestrationClient engine, ProtocolCatalog protocols, TimeProvider clock)
{
    /// <summary>A fact that was not handled for this long is sent again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>An orphan is quarantined so long, with an alarm, before it is erased.</summary>
    private static readonly TimeSpan Quarantine = TimeSpan.FromDays(7);

    public async Task<SweepReport> RunAsync(CancellationToken cancellation)
    {
        var sentAgain = await FinishFactsAsync(cancellation);
        var (erased, open) = await EraseDueAsync(cancellation);
        return new(sentAgain, erased, open, await OrphansAsync(cancellation), await PurgeAsync(cancellation), await ForgetStaffAsync(cancellation));
    }

    private async Task<int> FinishFactsAsync(CancellationToken cancellation)
    {
        var sent = 0;
        await foreach (var row in register.UnfinishedAsync(clock.GetUtcNow() - Patience, cancellation))
        {
            if (!row.Audited)
                await ledger.AuditAgainAsync(row, cancellation);
            if (!row.Wakes || row.Handled || FactJson.Read(row.Json) is not ReferralFact fact || await referrals.FindAsync(row.Exchange, cancellation) is not { } referral)
                continue;
            foreach (var wake in ReferralWakes.For(row.Exchange, referral.Terms, referral.State, fact))
                await wake(engine, cancellation);
            sent++;

            // Erased by this enforcer: nothing is left to decide, and nobody may be left to hear it.
            if (referral.State.Erased is not null && fact is not ReferralFact.WithdrawnAfterEnd)
                await register.MarkHandledAsync(row.Exchange, row.Id, cancellation);
        }

        return sent;
    }

    private async Task<(int Erased, int Open)> EraseDueAsync(CancellationToken cancellation)
    {
        var (erased, open) = (0, 0);
        await foreach (var head in register.DueAsync(clock.GetUtcNow(), cancellation))
        {
            var left = await eraser.EraseAsync(head.Id, cancellation);
            (erased, open) = left.Count == 0 ? (erased + 1, open) : (erased, open + 1);
        }

        return (erased, open);
    }

    /// <summary>
    /// What no row claims is quarantined with an alarm. What came back of an exchange that is certified as erased (an effect that was
    /// under way) goes at once: its certificate must be true.
    /// </summary>
    private async Task<int> OrphansAsync(CancellationToken cancellation)
    {
        var orphans = new HashSet<ExchangeId>();
        await foreach (var copy in Inventory(cancellation))
        {
            if (await register.FindAsync(copy.Exchange, cancellation) is null or { ErasedAt: not null })
                orphans.Add(copy.Exchange);
        }

        foreach (var orphan in orphans)
        {
            var known = await register.FindAsync(orphan, cancellation) is not null;
            if (!known && clock.GetUtcNow() - await register.OrphanSeenAsync(orphan, clock.GetUtcNow(), cancellation) < Quarantine)
                continue;
            await eraser.EraseAgainAsync(orphan, cancellation);
            await register.OrphanGoneAsync(orphan, cancellation);
        }

        return orphans.Count;
    }

    private async IAsyncEnumerable<StoredCopy> Inventory([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in blobs.ListAsync(cancellation))
            yield return blob;
        await foreach (var key in keys.ListAsync(cancellation))
            yield return key;
        await foreach (var message in outbox.ListAttachmentsAsync(cancellation))
            yield return message;
    }

    /// <summary>Law 8 of the engines: history goes on its own term, each instance by its id; then the second certificate.</summary>
    private async Task<int> PurgeAsync(CancellationToken cancellation)
    {
        var purged = 0;
        await foreach (var head in register.UnpurgedAsync(clock.GetUtcNow(), cancellation))
        {
            var protocol = protocols.Of(head);
            if (head.ErasedAt!.Value.AddDays(protocol.Retention.History.Days) > clock.GetUtcNow())
                continue;
            var gone = true;
            foreach (var instance in (await eraser.SubjectAsync(head, protocol, cancellation)).Instances)
                gone &= await engine.PurgeAsync(instance, cancellation);
            if (!gone)
                continue;
            await eraser.CertifyPurgeAsync(head, cancellation);
            purged++;
        }

        return purged;
    }

    /// <summary>W23: the longest term of all protocols counts, since one directory serves them all.</summary>
    private Task<int> ForgetStaffAsync(CancellationToken cancellation)
    {
        var years = protocols.All.Max(protocol => protocol.Retention.StaffNames.Years);
        return staff.ForgetAsync(clock.GetUtcNow().Year - years - 1, cancellation);
    }
}
