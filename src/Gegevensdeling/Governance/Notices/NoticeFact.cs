using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Notices;

/// <summary>What happens around one notice of change: told, acknowledged, and what follows.</summary>
public abstract record NoticeFact : DossierFact
{
    private NoticeFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    internal override AuditOfFact Audited => new(AuditAction.FollowUpRecorded, "art. 9", this switch
    {
        Given => "wijziging-gemeld",
        Acknowledged => "wijziging-gelezen",
        _ => "wijziging-gevolg",
    });

    /// <summary>One party tells the other.</summary>
    /// <param name="From">Who tells; the system does it for the party where two versions of the protocol differ.</param>
    /// <param name="To">Whom the protocol says.</param>
    /// <param name="Touches">Of a change of law.</param>
    /// <param name="Since">From when it applies, where the party knows; that may lie ahead.</param>
    /// <param name="Reference">The law, or the place of the new overview.</param>
    public sealed record Given(
        string Id, DateTimeOffset At, ActedBy By, PartyId From, IReadOnlyList<PartyId> To, NoticeSubject Subject, IReadOnlyList<NoticeTouch> Touches, string Reference, DateOnly? Since = null) : NoticeFact(Id, At, By);

    /// <summary>A party that was told has read it.</summary>
    public sealed record Acknowledged(string Id, DateTimeOffset At, ActedBy By, PartyId Party) : NoticeFact(Id, At, By);

    /// <summary>What follows, as a party that was told or that told sees it.</summary>
    /// <param name="Reference">Where it was settled.</param>
    public sealed record Settled(string Id, DateTimeOffset At, ActedBy By, PartyId Party, NoticeConsequence Consequence, string Reference) : NoticeFact(Id, At, By);

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Given), "wijziging-gemeld"),
        new(typeof(Acknowledged), "wijziging-gelezen"),
        new(typeof(Settled), "wijziging-gevolg"),
    ];
}
