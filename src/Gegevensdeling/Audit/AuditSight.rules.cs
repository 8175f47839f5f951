using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Audit;

/// <summary>How far one party sees into what happened to one exchange or dossier. Each kind says it of itself.</summary>
public enum AuditReach
{
    /// <summary>It is another's, or there is no such thing.</summary>
    Hidden,

    /// <summary>Its own acts, and that something left and arrived (W12).</summary>
    Own,

    /// <summary>The same, and all that the system did: sealed, reminded, erased. Not what the other side did.</summary>
    OwnAndSystem,

    /// <summary>Both sides know.</summary>
    Both,
}

/// <summary>What of the audit chain of a protocol one party may see. Pure.</summary>
public static class AuditSight
{
    /// <summary>What also the sender of a referral is shown in an evidence pack; nothing of contact, outcome or erasure can be told from it.</summary>
    private static readonly HashSet<AuditAction> Passage =
        [AuditAction.Sealed, AuditAction.Resealed, AuditAction.Delivered, AuditAction.NotDelivered, AuditAction.KeyRequested, AuditAction.KeyHandedOver];

    /// <summary>How often another party looked is not this one's to know.</summary>
    private static readonly HashSet<AuditAction> Readings = [AuditAction.Viewed, AuditAction.EvidenceRequested, AuditAction.FiguresRequested, AuditAction.AuditExported, AuditAction.HeadCountersigned];

    /// <summary>
    /// Not the sender of referrals: a head says how many events there were, and a day without any but the receiver's tells when contact was made or something was
    /// erased (W12). It countersigns the head by its sum.
    /// </summary>
    public static bool SeesHeads(Protocol protocol, PartyId party) => protocol.Referral is null || party != protocol.Sender;

    /// <summary>The event as this party may see it; null where it may not. Its own staff's acts it always sees, but not whether a reference of others exists.</summary>
    public static AuditEvent? Shown(AuditEvent one, PartyId reader, AuditReach reach)
    {
        if (one.Actor.Party == reader)
            return reach == AuditReach.Hidden ? one with { Exchange = null, Artefact = null, Sha256 = null } : one;
        var isSystems = one.Actor.Party == SystemActor.Value.Party;
        var shown = one.Exchange is null ? isSystems
            : !isSystems && (one.Outcome != AuditOutcome.Ok || Readings.Contains(one.Action)) ? false
            : reach switch
            {
                AuditReach.Both => true,
                AuditReach.OwnAndSystem => isSystems || Passage.Contains(one.Action),
                AuditReach.Own => Passage.Contains(one.Action),
                _ => false,
            };
        return shown ? one : null;
    }
}
