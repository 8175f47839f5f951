using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>What happens around one evaluation of a protocol. No figure stands here: they are computed when somebody reads the report.</summary>
public abstract record EvaluationFact : DossierFact
{
    private EvaluationFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    internal override AuditOfFact Audited => new(AuditAction.FollowUpRecorded, "FAQ", this switch
    {
        Opened => "evaluatie-geopend",
        Moved => "evaluatie-verplaatst",
        Held => "evaluatie-gehouden",
        _ => "evaluatie-vervallen",
    });

    /// <summary>The system opened it on the day that it fell due.</summary>
    /// <param name="Years">Whole calendar years.</param>
    /// <param name="Next">When the following one falls due: until then this one can be held.</param>
    public sealed record Opened(string Id, DateTimeOffset At, ActedBy By, DateOnly Due, DateOnly Proposed, IReadOnlyList<int> Years, DateOnly Next) : EvaluationFact(Id, At, By);

    /// <summary>A party proposes another day.</summary>
    public sealed record Moved(string Id, DateTimeOffset At, ActedBy By, PartyId Party, DateOnly Proposed) : EvaluationFact(Id, At, By);

    /// <summary>It took place.</summary>
    /// <param name="Reference">Of the minutes.</param>
    public sealed record Held(string Id, DateTimeOffset At, ActedBy By, PartyId Party, DateOnly On, IReadOnlyList<EvaluationOutcome> Outcomes, string Reference) : EvaluationFact(Id, At, By);

    /// <summary>The following one fell due and this one never took place.</summary>
    public sealed record Lapsed(string Id, DateTimeOffset At, ActedBy By) : EvaluationFact(Id, At, By);

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Opened), "evaluatie-geopend"),
        new(typeof(Moved), "evaluatie-verplaatst"),
        new(typeof(Held), "evaluatie-gehouden"),
        new(typeof(Lapsed), "evaluatie-vervallen"),
    ];
}
