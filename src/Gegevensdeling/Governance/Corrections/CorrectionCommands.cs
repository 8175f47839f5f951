using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>What people may do in a correction (art. 7). None of it carries a wrong or a right value.</summary>
public abstract record CorrectionCommand
{
    private CorrectionCommand()
    {
    }

    /// <summary>Something is wrong with the data of one exchange.</summary>
    /// <param name="Referrer">Who sent them: hears of it first (FAQ).</param>
    /// <param name="Ended">That exchange is over; only its receiver may know (W12).</param>
    /// <param name="AfterNotice">The client said so.</param>
    public sealed record Report(
        ExchangeId Exchange, StaffRef Referrer, bool Ended, DefectKind Kind, IReadOnlyList<string> Fields, bool AfterNotice, Manner Manner) : CorrectionCommand;

    /// <summary>The provider has the report and investigates.</summary>
    public sealed record Acknowledge(Manner Manner) : CorrectionCommand;

    /// <summary>The provider decided, without new content.</summary>
    public sealed record Decide(CorrectionMeasure Measure, UnfoundedReason? Reason, Manner Manner) : CorrectionCommand;

    /// <summary>New content is about to take the place of the old: may it?</summary>
    public sealed record BeginReplacement : CorrectionCommand;

    /// <summary>Who reported, or has the copy, says that no correction is needed any more.</summary>
    public sealed record TakeBack : CorrectionCommand;
}
