using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>What became known of a breach and what was done about it: the facts, effects and measures of art. 33.5, by codes and references.</summary>
public abstract record BreachFact : DossierFact
{
    private BreachFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>Somebody of a party, or the operator, or the system itself, says that something may have gone wrong.</summary>
    /// <param name="Exchange">Null for the whole protocol.</param>
    /// <param name="Controllers">Whose breach it may be: each has its own duty under art. 33.</param>
    public sealed record Reported(
        string Id, DateTimeOffset At, ActedBy By, DateTimeOffset NoticedAt, BreachSort Sort, bool GoesOn, Manner Manner, IReadOnlyList<PartyId> Controllers,
        ExchangeId? Exchange = null)
        : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachReported, "art. 9");
    }

    /// <summary>A data protection officer read it, for every party that the mandate serves (W2).</summary>
    public sealed record Acknowledged(string Id, DateTimeOffset At, ActedBy By, IReadOnlyList<PartyId> Parties) : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 9", "kennisgenomen");
    }

    /// <summary>The parties consulted (art. 9).</summary>
    public sealed record Consulted(
        string Id, DateTimeOffset At, ActedBy By, DateTimeOffset HeldAt, IReadOnlyList<ConsultParticipant> Participants, IReadOnlyList<ConsultDecision> Decisions, string Reference)
        : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 9", "overleg");
    }

    /// <summary>The risk for the persons was assessed; the last assessment counts.</summary>
    public sealed record Assessed(
        string Id, DateTimeOffset At, ActedBy By, IReadOnlyList<BreachNature> Nature, Sensitivity Sensitivity, Likelihood Likelihood, Impact Impact, Risk Risk)
        : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 33 AVG", "risico");
    }

    /// <summary>A controller told its authority. In phases (art. 33.4) there are more of them.</summary>
    public sealed record AuthorityNotified(string Id, DateTimeOffset At, ActedBy By, PartyId Party, SupervisoryAuthority Authority, DateTimeOffset ToldAt, string Reference)
        : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 33 AVG", "toezichthouder-ingelicht");
    }

    /// <summary>A controller does not tell the authority.</summary>
    public sealed record NotNotified(string Id, DateTimeOffset At, ActedBy By, PartyId Party, NoNotificationReason Reason) : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 33 AVG", "niet-te-melden");
    }

    public sealed record MeasuresTaken(string Id, DateTimeOffset At, ActedBy By, PartyId Party, IReadOnlyList<BreachMeasure> Measures, string Reference) : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 33 AVG", "maatregelen");
    }

    /// <summary>Whether a controller tells the persons (art. 34).</summary>
    public sealed record PersonsDecided(string Id, DateTimeOffset At, ActedBy By, PartyId Party, bool Tell, NoPersonsGround? Ground = null, string? Reference = null)
        : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 34 AVG", Tell ? "betrokkenen-wel" : "betrokkenen-niet");
    }

    /// <summary>A party's officer has nothing more to do. A later assessment undoes it.</summary>
    public sealed record ClosureAgreed(string Id, DateTimeOffset At, ActedBy By, IReadOnlyList<PartyId> Parties) : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 9", "afsluiting");
    }

    /// <summary>A party's officer says that there is nothing to report. A later assessment undoes it.</summary>
    public sealed record Dismissed(string Id, DateTimeOffset At, ActedBy By, IReadOnlyList<PartyId> Parties, DismissalReason Reason) : BreachFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.BreachHandled, "art. 33 AVG", "geen-inbreuk");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Reported), "gegevenslek-gemeld"),
        new(typeof(Acknowledged), "gegevenslek-kennisgenomen"),
        new(typeof(Consulted), "gegevenslek-overleg"),
        new(typeof(Assessed), "gegevenslek-risico"),
        new(typeof(AuthorityNotified), "gegevenslek-toezichthouder"),
        new(typeof(NotNotified), "gegevenslek-niet-te-melden"),
        new(typeof(MeasuresTaken), "gegevenslek-maatregelen"),
        new(typeof(PersonsDecided), "gegevenslek-betrokkenen"),
        new(typeof(ClosureAgreed), "gegevenslek-afsluiting"),
        new(typeof(Dismissed), "gegevenslek-geen-inbreuk"),
    ];
}
