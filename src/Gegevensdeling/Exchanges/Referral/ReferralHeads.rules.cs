using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What the register's head says of a referral after a fact: its word and the term that the sweep enforces.</summary>
public static class ReferralHeads
{
    public const string Kind = "doorverwijzing";

    /// <summary>References of this kind begin with it.</summary>
    public const string Prefix = "DV";

    /// <summary>The referrals of one protocol, oldest first; the register keeps the dossiers about it too.</summary>
    public static IAsyncEnumerable<ExchangeHead> ReferralsAsync(this IRegister register, ProtocolId protocol, bool liveOnly, CancellationToken cancellation) =>
        register.OfKindAsync(protocol, Kind, liveOnly, cancellation);

    /// <summary>
    /// R9: no term runs while contact or outcome is missing, however old. Ended (R10, R11, R12, R13, W7, W10): from that moment on.
    /// </summary>
    public static ExchangeHead After(ExchangeHead head, ReferralState state) => head with
    {
        State = state.Word,
        PurgedAt = null, // a fact after the purge may have woken an orchestration: its history goes in its turn
        EraseAfter = state.Erased is not null ? null : state.EndedAt ?? (state.Exists ? null : head.EraseAfter),
        Revision = head.Revision + 1,
    };
}
