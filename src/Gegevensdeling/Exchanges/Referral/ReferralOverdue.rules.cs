using Gegevensdeling.Calendar;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>From when somebody is late with a referral: the same terms at which people are first reminded (W3, F4).</summary>
public static class ReferralOverdue
{
    private static readonly string[] WithoutReceipt = ["verzegeld", "verzonden", "opgenomen"];
    private static readonly string[] WithOwner = ["opgenomen", "geopend", "contact"];

    /// <summary>From when the receipt of a referral is overdue; null when it was given or is not needed any more. The head says enough.</summary>
    public static DateTimeOffset? ReceiptFrom(ExchangeHead head, ReferralTerms terms) =>
        WithoutReceipt.Contains(head.State) ? LegalCalendar.AddWorkingDays(head.CreatedAt, terms.UnopenedAfter) : null;

    /// <summary>A key is asked for by the owner of a referral that goes on: only then are its facts worth reading.</summary>
    public static bool MayAwaitKey(ExchangeHead head) => WithOwner.Contains(head.State);

    /// <summary>From when a key that was asked for should have been handed over; null when none is waited for.</summary>
    public static DateTimeOffset? KeyFrom(ReferralState state, ReferralTerms terms) =>
        state.OpenHandover is { RevealedAt: null } asked ? LegalCalendar.AddWorkingDays(asked.AskedAt, terms.KeyReminders[0]) : null;
}
