using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>What people may do in the correction of a debtor list (art. 7). None of it carries a person, a number or a value.</summary>
public abstract record ListCorrectionCommand
{
    private ListCorrectionCommand()
    {
    }

    /// <summary>Something is wrong in the list, or in what was delivered in a month.</summary>
    /// <param name="Over">Nothing of the list lives any more.</param>
    /// <param name="Fields">Codes of the protocol, of any phase.</param>
    /// <param name="Rows">In the reporter's worksheet, from 1.</param>
    /// <param name="Files">How many debts or persons, where rows say nothing; not both.</param>
    /// <param name="AfterNotice">A person concerned said so.</param>
    public sealed record Report(
        ExchangeId Exchange, bool Over, DefectKind Kind, IReadOnlyList<string> Fields, IReadOnlyList<int> Rows, int? Files, bool AfterNotice, Manner Manner) : ListCorrectionCommand;

    /// <summary>The other party has the report and investigates.</summary>
    public sealed record Acknowledge(Manner Manner) : ListCorrectionCommand;

    /// <param name="LastVersion">When the list last changed.</param>
    public sealed record Decide(ListMeasure Measure, UnfoundedReason? Reason, DateTimeOffset? LastVersion, Manner Manner) : ListCorrectionCommand;

    /// <summary>The delivery that corrects it came.</summary>
    /// <param name="LastVersion">When the list last changed.</param>
    public sealed record CarryOut(DateTimeOffset? LastVersion) : ListCorrectionCommand;

    /// <summary>Whoever reported says that no correction is needed any more.</summary>
    public sealed record TakeBack : ListCorrectionCommand;
}
