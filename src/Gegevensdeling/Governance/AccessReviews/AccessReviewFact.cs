using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>What happens around one review of who had access. Who they are stands in the audit chain and the staff directory, never here (W23).</summary>
public abstract record AccessReviewFact : DossierFact
{
    private AccessReviewFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    internal override AuditOfFact Audited => new(AuditAction.FollowUpRecorded, "art. 4", this switch
    {
        Opened => "toegangscontrole-geopend",
        Confirmed => "toegang-klopt",
        Reported => "toegang-te-verwijderen",
        Removed => "toegang-verwijderd",
        _ => "toegangscontrole-vervallen",
    });

    /// <summary>The system opened it after the half-year.</summary>
    public sealed record Opened(string Id, DateTimeOffset At, ActedBy By, PartyId Party, DateOnly From, DateOnly Until, DateOnly Next) : AccessReviewFact(Id, At, By);

    /// <summary>'Klopt': everybody in the list needed it for their function.</summary>
    public sealed record Confirmed(string Id, DateTimeOffset At, ActedBy By) : AccessReviewFact(Id, At, By);

    /// <summary>Somebody in the list should not have access any more.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Reference">The request to whoever manages the accounts; never who.</param>
    public sealed record Reported(string Id, DateTimeOffset At, ActedBy By, int Count, string Reference) : AccessReviewFact(Id, At, By);

    /// <summary>Their access is gone.</summary>
    public sealed record Removed(string Id, DateTimeOffset At, ActedBy By, string Reference) : AccessReviewFact(Id, At, By);

    /// <summary>The next one began and nobody looked.</summary>
    public sealed record Lapsed(string Id, DateTimeOffset At, ActedBy By) : AccessReviewFact(Id, At, By);

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Opened), "toegangscontrole-geopend"),
        new(typeof(Confirmed), "toegang-klopt"),
        new(typeof(Reported), "toegang-te-verwijderen"),
        new(typeof(Removed), "toegang-verwijderd"),
        new(typeof(Lapsed), "toegangscontrole-vervallen"),
    ];
}
