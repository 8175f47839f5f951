using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>Referrals of possibly the same client (W8), as the receiving OCMW may see them.</summary>
public static class ReferralLinks
{
    /// <param name="head">The referral that is asked about.</param>
    /// <param name="live">All live heads of its protocol.</param>
    public static IReadOnlyList<ExchangeId> Of(ExchangeHead head, IEnumerable<ExchangeHead> live) =>
    [
        .. live.Where(other => other.Id != head.Id && other.EraseAfter is null && (other.Links.Contains(head.Id) || head.Links.Contains(other.Id)))
            .Select(other => other.Id),
    ];
}
