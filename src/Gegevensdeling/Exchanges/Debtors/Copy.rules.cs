using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Which sealed copies nobody needs any more (D5, D8, D11). Pure.</summary>
public static class CopyRules
{
    /// <summary>Why a delivery of phase 1 is over; null while it is waited for.</summary>
    public static CopyEnd? EndOfDelivery(ExchangeView<CopyState> copy, CycleState cycle, DateTimeOffset now) => cycle switch
    {
        { Listed: not null } when cycle.Delivery?.Copy == copy.Id => CopyEnd.Compared,
        { End: ErasureReason.ProtocolEnded } => CopyEnd.ProtocolEnded,
        { End: not null } => CopyEnd.MonthOver,
        _ when now >= cycle.Month.Closes => CopyEnd.MonthOver,
        _ when cycle.Delivery?.Copy == copy.Id => null,
        _ when cycle.Deliveries.Any(one => one.Copy == copy.Id) => CopyEnd.Superseded,

        // Sealed, and never taken up: whoever sealed it died, or is still at it.
        _ => IsLeft(copy, now) ? CopyEnd.NotUsed : null,
    };

    /// <summary>Why a version is over; null while it counts, or is being made.</summary>
    public static CopyEnd? EndOfVersion(ExchangeView<CopyState> copy, ListState list, DateTimeOffset now) => list switch
    {
        { End: not null } => CopyEnd.ProtocolEnded,
        _ when list.Current?.Copy == copy.Id => null,
        _ when list.Versions.Any(version => version.Copy == copy.Id) => CopyEnd.Superseded,
        _ when copy.State.Claim.Number <= list.Number => CopyEnd.NotUsed,
        _ => IsLeft(copy, now) ? CopyEnd.NotUsed : null,
    };

    private static bool IsLeft(ExchangeView<CopyState> copy, DateTimeOffset now) => now >= copy.State.Claim.At + DebtorTerms.Incomplete;
}
