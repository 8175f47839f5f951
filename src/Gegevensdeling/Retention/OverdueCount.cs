using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;
using static Gegevensdeling.Telemetry.Instruments;

namespace Gegevensdeling.Retention;

/// <summary>
/// Counts what people are late with, for the alarms. Costs one query a protocol; facts are read only of referrals that somebody took, and
/// again only when something was recorded since.
/// </summary>
public sealed class OverdueCount(IRegister register, ReferralFile referrals, ProtocolCatalog protocols, TimeProvider clock)
{
    /// <summary>So many referrals are read together.</summary>
    private const int Together = 500;

    private IReadOnlyDictionary<ExchangeId, (int Revision, DateTimeOffset? From)> known = new Dictionary<ExchangeId, (int, DateTimeOffset?)>();

    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var (keys, receipts, now) = (0, 0, clock.GetUtcNow());
        var next = new Dictionary<ExchangeId, (int Revision, DateTimeOffset? From)>();
        foreach (var protocol in protocols.All.Where(protocol => protocol.Referral is not null))
        {
            await foreach (var heads in register.ReferralsAsync(protocol.Id, liveOnly: true, cancellation).Chunk(Together).WithCancellation(cancellation))
            {
                receipts += heads.Count(head => ReferralOverdue.ReceiptFrom(head, ReferralTerms.Of(protocols.Of(head))) <= now);
                var owned = heads.Where(ReferralOverdue.MayAwaitKey).ToList();
                var read = await ReadAsync([.. owned.Where(head => !IsKnown(head))], cancellation);
                foreach (var head in owned)
                {
                    next[head.Id] = IsKnown(head) ? known[head.Id] : (head.Revision, read[head.Id]);
                    keys += next[head.Id].From <= now ? 1 : 0;
                }
            }
        }

        known = next;
        Overdue.Record(keys, Tag("what", "sleutel"));
        Overdue.Record(receipts, Tag("what", "ontvangst"));
    }

    private bool IsKnown(ExchangeHead head) => known.TryGetValue(head.Id, out var read) && read.Revision == head.Revision;

    /// <summary>From when the key of each is overdue, at the revision of its head. Of one whose key was never asked for the facts are not taken apart.</summary>
    private async Task<IReadOnlyDictionary<ExchangeId, DateTimeOffset?>> ReadAsync(IReadOnlyList<ExchangeHead> heads, CancellationToken cancellation)
    {
        if (heads.Count == 0)
            return new Dictionary<ExchangeId, DateTimeOffset?>();
        var facts = await register.FactsOfAllAsync([.. heads.Select(head => head.Id)], cancellation);
        return heads.ToDictionary(head => head.Id, head => facts[head.Id].Any(row => FactJson.Is<ReferralFact.KeyRequested>(row.Json)) && referrals.Of(head, facts[head.Id]) is var referral
            ? ReferralOverdue.KeyFrom(referral.State, referral.Terms)
            : null);
    }
}
