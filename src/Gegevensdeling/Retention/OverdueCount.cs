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
    private IReadOnlyDictionary<ExchangeId, (int Revision, DateTimeOffset? From)> known = new Dictionary<ExchangeId, (int, DateTimeOffset?)>();

    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var (keys, receipts, now) = (0, 0, clock.GetUtcNow());
        var next = new Dictionary<ExchangeId, (int Revision, DateTimeOffset? From)>();
        foreach (var protocol in protocols.All.Where(protocol => protocol.Referral is not null))
        {
            await foreach (var head in register.ReferralsAsync(protocol.Id, liveOnly: true, cancellation))
            {
                receipts += ReferralOverdue.ReceiptFrom(head, ReferralTerms.Of(protocols.Of(head))) <= now ? 1 : 0;
                if (!ReferralOverdue.MayAwaitKey(head))
                    continue;
                next[head.Id] = known.TryGetValue(head.Id, out var read) && read.Revision == head.Revision ? read : await ReadAsync(head, cancellation);
                keys += next[head.Id].From <= now ? 1 : 0;
            }
        }

        known = next;
        Overdue.Record(keys, Tag("what", "sleutel"));
        Overdue.Record(receipts, Tag("what", "ontvangst"));
    }

    private async Task<(int Revision, DateTimeOffset? From)> ReadAsync(ExchangeHead head, CancellationToken cancellation) =>
        await referrals.FindAsync(head.Id, cancellation) is { } referral ? (referral.Head.Revision, ReferralOverdue.KeyFrom(referral.State, referral.Terms)) : (head.Revision, null);
}
