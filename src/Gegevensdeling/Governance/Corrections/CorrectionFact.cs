using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>One step in a correction (G17): who reported what kind of defect in which field, and what was done. Never a wrong or a right value.</summary>
public abstract record CorrectionFact : DossierFact
{
    private CorrectionFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <param name="Exchange">Which referral it is about.</param>
    /// <param name="Referrer">The team member who sent it: hears of it first (FAQ).</param>
    /// <param name="Fields">Codes of the protocol's own list.</param>
    /// <param name="AfterNotice">'al dan niet op basis van een mededeling van de betrokkene'.</param>
    /// <param name="Manner">How it was reported: what was said by telephone stands here as done, without content (W5, R15).</param>
    public sealed record Reported(
        string Id, DateTimeOffset At, ActedBy By, ExchangeId Exchange, StaffRef Referrer, DefectKind Kind, IReadOnlyList<string> Fields, bool AfterNotice, Manner Manner) : CorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(Manner == Manner.Telephone ? AuditAction.RecordedByTelephone : AuditAction.DefectReported, "art. 7", Kind.Word());
    }

    public sealed record Acknowledged(string Id, DateTimeOffset At, ActedBy By, Manner Manner) : CorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "bevestigd");
    }

    /// <summary>Decided without new content: the copy goes, or the report was not founded.</summary>
    /// <param name="Reason">Only of what is not founded.</param>
    public sealed record Decided(string Id, DateTimeOffset At, ActedBy By, CorrectionMeasure Measure, Manner Manner, UnfoundedReason? Reason = null) : CorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", Measure.Word());
    }

    /// <summary>A request brought new content; whether it was sealed stands with the referral.</summary>
    public sealed record ReplacementBegun(string Id, DateTimeOffset At, ActedBy By) : CorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "vervanging-begonnen");
    }

    /// <summary>The referral has new content, under a new key.</summary>
    public sealed record Replaced(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, ArtefactId Voided) : CorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "verbeterd", Artefact: Artefact);
    }

    /// <summary>The old copy is nowhere any more; the certificate says so.</summary>
    public sealed record CopyErased(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Evidence, string CertificateSha256) : CorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Erased, "art. 7", "vervangen-bestand", Artefact: Artefact, Sha256: CertificateSha256);
    }

    /// <summary>Taken back, or the referral has ended and nothing is left to correct. Nobody reads which of the two (W12, R13).</summary>
    public sealed record NoLongerNeeded(string Id, DateTimeOffset At, ActedBy By) : CorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "niet-meer-nodig");
    }

    /// <summary>Answered, and where content was replaced: sent anew and the old copy certified as erased.</summary>
    public sealed record Settled(string Id, DateTimeOffset At, ActedBy By) : CorrectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.DefectHandled, "art. 7", "afgesloten");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Reported), "fout-gemeld"),
        new(typeof(Acknowledged), "fout-bevestigd"),
        new(typeof(Decided), "fout-behandeld"),
        new(typeof(ReplacementBegun), "vervanging-begonnen"),
        new(typeof(Replaced), "fout-verbeterd"),
        new(typeof(CopyErased), "vervangen-bestand-gewist"),
        new(typeof(NoLongerNeeded), "verbetering-niet-meer-nodig"),
        new(typeof(Settled), "verbetering-afgesloten"),
    ];
}
