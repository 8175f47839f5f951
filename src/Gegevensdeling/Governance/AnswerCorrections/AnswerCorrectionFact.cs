using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>One step in the correction of an answer (G17): what kind of defect, in which field and row, and what was done. Never a wrong or a right value.</summary>
public abstract record AnswerCorrectionFact : DossierFact
{
    private AnswerCorrectionFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <param name="Exchange">The answer that it is about.</param>
    /// <param name="Fields">Codes of the answer's flow in the protocol.</param>
    /// <param name="Rows">Numbers of rows in the worksheet, from 1, in order; none where it is about the whole column.</param>
    /// <param name="AfterNotice">'al dan niet op basis van een mededeling van de betrokkene'.</param>
    public sealed record Reported(
        string Id, DateTimeOffset At, ActedBy By, ExchangeId Exchange, DefectKind Kind, IReadOnlyList<string> Fields, IReadOnlyList<int> Rows, bool AfterNotice, Manner Manner)
        : AnswerCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(Manner == Manner.Telephone ? AuditAction.RecordedByTelephone : AuditAction.DefectReported, "art. 7", Kind.Word());
    }

    public sealed record Acknowledged(string Id, DateTimeOffset At, ActedBy By, Manner Manner) : AnswerCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "bevestigd");
    }

    /// <param name="Reason">Only of what is not founded.</param>
    public sealed record Decided(string Id, DateTimeOffset At, ActedBy By, AnswerMeasure Measure, Manner Manner, UnfoundedReason? Reason = null) : AnswerCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", Measure.Word());
    }

    /// <summary>The service's word that the superfluous rows are gone from its own file.</summary>
    public sealed record RowsErased(string Id, DateTimeOffset At, ActedBy By) : AnswerCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ErasureDeclared, "art. 7", "overtollige-rijen");
    }

    /// <summary>Taken back, or the answer is erased and nothing is left to correct.</summary>
    public sealed record NoLongerNeeded(string Id, DateTimeOffset At, ActedBy By) : AnswerCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "niet-meer-nodig");
    }

    /// <summary>Answered, and where rows had to go: declared gone.</summary>
    public sealed record Settled(string Id, DateTimeOffset At, ActedBy By) : AnswerCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "afgesloten");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Reported), "antwoordfout-gemeld"),
        new(typeof(Acknowledged), "antwoordfout-bevestigd"),
        new(typeof(Decided), "antwoordfout-behandeld"),
        new(typeof(RowsErased), "antwoordfout-rijen-gewist"),
        new(typeof(NoLongerNeeded), "antwoordverbetering-niet-meer-nodig"),
        new(typeof(Settled), "antwoordverbetering-afgesloten"),
    ];
}
