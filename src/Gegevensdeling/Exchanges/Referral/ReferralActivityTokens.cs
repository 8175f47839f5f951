using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>The start of a referral's orchestration, and of each of its cycles.</summary>
public sealed record ReferralInput(ExchangeId Exchange, ReferralTerms Terms, ReferralCourse? Course);

/// <summary>One effect on one referral.</summary>
/// <param name="Step">Makes the effect the same one when the activity runs twice.</param>
public sealed record ReferralStep(ExchangeId Exchange, Guid Step) : IStepOfExchange;

/// <summary>One reminder.</summary>
public sealed record ReminderStep(ExchangeId Exchange, Guid Step, Reminder Reminder) : IStepOfExchange;

/// <summary>One fact that was handled.</summary>
public sealed record HandledStep(ExchangeId Exchange, string FactId) : IStepOfExchange;

/// <summary>The activities of a referral.</summary>
public static class ReferralActivityTokens
{
    /// <summary>Mails the sealed archive to the mailbox of article 6 and nowhere else (R7).</summary>
    public static Activity<ReferralStep, Done> Send { get; } = new("DoorverwijzingVerzenden", RetryPolicy.Patient);

    public static Activity<ReminderStep, Done> Remind { get; } = new("Herinneren", RetryPolicy.Patient);

    /// <summary>Signs the receipt (F1).</summary>
    public static Activity<ReferralStep, Done> IssueReceipt { get; } = new("OntvangstBewijzen", RetryPolicy.Patient);

    /// <summary>Tells the OCMW that consent was withdrawn at the team (R12, W11).</summary>
    public static Activity<ReferralStep, Done> TellOcmwWithdrawn { get; } = new("IntrekkingMeldenAanOcmw", RetryPolicy.Patient);

    /// <summary>Gives the team the reference and a reason code, nothing more (W7).</summary>
    public static Activity<ReferralStep, Done> TellTeamNotForUs { get; } = new("NietVoorOnsMeldenAanTeam", RetryPolicy.Patient);

    /// <summary>Opens the dossier of a possible breach, once: both DPOs assess it (W7).</summary>
    public static Activity<ReferralStep, Done> AskBreachAssessment { get; } = new("GegevenslekLatenBeoordelen", RetryPolicy.Patient);

    /// <summary>Seals again under a new key and voids the old archive (W6).</summary>
    public static Activity<ReferralStep, Done> Reseal { get; } = new("OpnieuwVerzegelen", RetryPolicy.Patient);

    /// <summary>Writes in the register that a fact was heard.</summary>
    public static Activity<HandledStep, Done> MarkHandled { get; } = new("Afhandelen", RetryPolicy.Patient);

    public static IReadOnlyList<IActivityToken> All { get; } =
        [Send, Remind, IssueReceipt, TellOcmwWithdrawn, TellTeamNotForUs, AskBreachAssessment, Reseal, MarkHandled];
}
