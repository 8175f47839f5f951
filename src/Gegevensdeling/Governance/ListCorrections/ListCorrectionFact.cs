using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>One step in the correction of a debtor list (G17): what kind of defect, in which field and which rows, and what was done. Never a person, a number or a value.</summary>
public abstract record ListCorrectionFact : DossierFact
{
    private ListCorrectionFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <param name="Exchange">The list, or the month.</param>
    /// <param name="To">The other party, which handles it.</param>
    /// <param name="Fields">Codes of the protocol.</param>
    /// <param name="Rows">Numbers of rows in the reporter's worksheet, from 1, in order.</param>
    /// <param name="AfterNotice">'al dan niet op basis van een mededeling van de betrokkene'.</param>
    /// <param name="Files">How many, where no rows are named.</param>
    public sealed record Reported(
        string Id, DateTimeOffset At, ActedBy By, ExchangeId Exchange, PartyId To, DefectKind Kind, IReadOnlyList<string> Fields, IReadOnlyList<int> Rows, bool AfterNotice, Manner Manner, int? Files = null)
        : ListCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(Manner == Manner.Telephone ? AuditAction.RecordedByTelephone : AuditAction.DefectReported, "art. 7", Kind.Word());
    }

    public sealed record Acknowledged(string Id, DateTimeOffset At, ActedBy By, Manner Manner) : ListCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "bevestigd");
    }

    /// <param name="Reason">Only where there is no defect.</param>
    public sealed record Decided(string Id, DateTimeOffset At, ActedBy By, ListMeasure Measure, Manner Manner, UnfoundedReason? Reason = null) : ListCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", Measure.Word());
    }

    /// <summary>The delivery that was promised came, and the list changed by it.</summary>
    public sealed record CarriedOut(string Id, DateTimeOffset At, ActedBy By) : ListCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "uitgevoerd");
    }

    /// <summary>Taken back, or the list is gone and nothing is left to correct.</summary>
    public sealed record NoLongerNeeded(string Id, DateTimeOffset At, ActedBy By) : ListCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "niet-meer-nodig");
    }

    /// <summary>Answered, and where a delivery was promised: it came.</summary>
    public sealed record Settled(string Id, DateTimeOffset At, ActedBy By) : ListCorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "afgesloten");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Reported), "lijstfout-gemeld"),
        new(typeof(Acknowledged), "lijstfout-bevestigd"),
        new(typeof(Decided), "lijstfout-behandeld"),
        new(typeof(CarriedOut), "lijstfout-uitgevoerd"),
        new(typeof(NoLongerNeeded), "lijstverbetering-niet-meer-nodig"),
        new(typeof(Settled), "lijstverbetering-afgesloten"),
    ];
}
