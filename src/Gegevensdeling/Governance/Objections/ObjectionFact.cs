using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Objections;

/// <summary>What happens around one objection or restriction: that it was made, decided, and that the person was told. Never what the person said.</summary>
public abstract record ObjectionFact : DossierFact
{
    private ObjectionFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>Made on a referral, at one of both sides.</summary>
    /// <param name="Ground">Of a restriction only.</param>
    /// <param name="ReceivedOn">The legal date on which the request came in; null where that is the date of the record.</param>
    public sealed record Made(
        string Id, DateTimeOffset At, ActedBy By, ExchangeId Exchange, Side Where, ObjectionRight Right, Manner Manner, RestrictionGround? Ground = null, DateOnly? ReceivedOn = null) : ObjectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionRecorded, Right == ObjectionRight.Objection ? "art. 21 AVG" : "art. 18 AVG");
    }

    /// <summary>The OCMW said which row of the list it is about, or that there is none. Which of both is not told: the municipality follows the dossier (F11).</summary>
    public sealed record RowNamed(string Id, DateTimeOffset At, ActedBy By) : ObjectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionHandled, "art. 18 AVG", "rij-genoemd");
    }

    /// <summary>The month becomes three; the person hears so within the first (art. 12.3 GDPR).</summary>
    public sealed record Extended(string Id, DateTimeOffset At, ActedBy By, ExtensionReason Reason) : ObjectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionHandled, "art. 12 AVG", "verlengd");
    }

    /// <summary>Decided for the controller.</summary>
    /// <param name="Ground">Null where it was upheld.</param>
    /// <param name="Reference">Where the decision can be read; never its text.</param>
    public sealed record Decided(string Id, DateTimeOffset At, ActedBy By, ObjectionVerdict Verdict, string Reference, ObjectionGround? Ground = null) : ObjectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionHandled, "art. 12 AVG", Verdict switch
        {
            ObjectionVerdict.Upheld => "gegrond",
            ObjectionVerdict.Rejected => "ongegrond",
            ObjectionVerdict.RowUnused => "rij-niet-meer-gebruiken",
            _ => "opgeheven",
        });
    }

    /// <summary>The person was told of the latest decision (art. 12.3, 12.4, 18.3 GDPR).</summary>
    public sealed record Informed(string Id, DateTimeOffset At, ActedBy By, Manner Manner, DateOnly On) : ObjectionFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionHandled, "art. 12, 18 AVG", "verwittigd");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Made), "bezwaar-gemaakt"),
        new(typeof(RowNamed), "bezwaar-rij-genoemd"),
        new(typeof(Extended), "bezwaar-verlengd"),
        new(typeof(Decided), "bezwaar-beslist"),
        new(typeof(Informed), "bezwaar-verwittigd"),
    ];
}
