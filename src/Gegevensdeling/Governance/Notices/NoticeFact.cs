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

    internal override AuditOfFact Audited => this switch
    {
        Announced => new(AuditAction.FollowUpRecorded, "art. 4", "doorgifte-aangekondigd"),
        PassedOn => new(AuditAction.PassedOn, "art. 4", "aangekondigd"),
        Given => new(AuditAction.FollowUpRecorded, "art. 9", "wijziging-gemeld"),
        Acknowledged => new(AuditAction.FollowUpRecorded, "art. 9", "wijziging-gelezen"),
        _ => new(AuditAction.FollowUpRecorded, "art. 9", "wijziging-gevolg"),
    };

    /// <summary>One party tells the other.</summary>
    /// <param name="From">Who tells; the system does it for the party where two versions of the protocol differ.</param>
    /// <param name="To">Whom the protocol says.</param>
    /// <param name="Touches">Of a change of law.</param>
    /// <param name="Since">From when it applies, where the party knows; that may lie ahead.</param>
    /// <param name="Reference">The law, or the place of the new overview.</param>
    public sealed record Given(
        string Id, DateTimeOffset At, ActedBy By, PartyId From, IReadOnlyList<PartyId> To, NoticeSubject Subject, IReadOnlyList<NoticeTouch> Touches, string Reference, DateOnly? Since = null) : NoticeFact(Id, At, By);

    /// <summary>One party tells the other beforehand that it will pass data on (D18).</summary>
    /// <param name="Since">The first day on which it may; after the day of this announcement.</param>
    public sealed record Announced(
        string Id, DateTimeOffset At, ActedBy By, PartyId From, IReadOnlyList<PartyId> To, OnwardDisclosure Disclosure, DateOnly Since, string Reference) : NoticeFact(Id, At, By);

    /// <summary>Data were passed on as announced; whose, stands nowhere.</summary>
    public sealed record PassedOn(string Id, DateTimeOffset At, ActedBy By, PartyId Party, DateOnly On) : NoticeFact(Id, At, By);

    /// <summary>A party that was told has read it.</summary>
    public sealed record Acknowledged(string Id, DateTimeOffset At, ActedBy By, PartyId Party) : NoticeFact(Id, At, By);

    /// <summary>What follows, as a party that was told or that told sees it.</summary>
    /// <param name="Reference">Where it was settled.</param>
    public sealed record Settled(string Id, DateTimeOffset At, ActedBy By, PartyId Party, NoticeConsequence Consequence, string Reference) : NoticeFact(Id, At, By);

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Given), "wijziging-gemeld"),
        new(typeof(Announced), "doorgifte-aangekondigd"),
        new(typeof(PassedOn), "doorgegeven-als-aangekondigd"),
        new(typeof(Acknowledged), "wijziging-gelezen"),
        new(typeof(Settled), "wijziging-gevolg"),
    ];
}
