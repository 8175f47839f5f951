using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>What people may do in the correction of an answer (art. 7). None of it carries a wrong or a right value.</summary>
public abstract record AnswerCorrectionCommand
{
    private AnswerCorrectionCommand()
    {
    }

    /// <summary>Something is wrong with the data of one answer.</summary>
    /// <param name="Received">Its receipt is confirmed: only then is article 7 the way (W14).</param>
    /// <param name="Ended">It is over, and being erased.</param>
    /// <param name="Rows">In the worksheet, from 1.</param>
    /// <param name="AfterNotice">A person concerned said so.</param>
    public sealed record Report(
        ExchangeId Exchange, bool Received, bool Ended, DefectKind Kind, IReadOnlyList<string> Fields, IReadOnlyList<int> Rows, bool AfterNotice, Manner Manner) : AnswerCorrectionCommand;

    /// <summary>The team has the report and investigates.</summary>
    public sealed record Acknowledge(Manner Manner) : AnswerCorrectionCommand;

    public sealed record Decide(AnswerMeasure Measure, UnfoundedReason? Reason, Manner Manner) : AnswerCorrectionCommand;

    /// <summary>The superfluous rows are gone from the service's own file.</summary>
    public sealed record DeclareErased : AnswerCorrectionCommand;

    /// <summary>The service says that no correction is needed any more.</summary>
    public sealed record TakeBack : AnswerCorrectionCommand;
}
