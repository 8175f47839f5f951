using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>Who reviews: the head of the service and the officer, of their own body only.</summary>
public static class AccessReviewActions
{
    private static readonly Grant Officer = new(Role.Dpo, Sides.Sender | Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);

    /// <summary>Shows names of staff: each reading stands in the audit chain.</summary>
    public static ProtocolAction Read { get; } = new("toegangen-lezen", "art. 4", content: false, Officer, Head);

    public static ProtocolAction Review { get; } = new("toegangen-nakijken", "art. 4", content: false, Officer, Head);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Read.Name] = AuditAction.Viewed,
        [Review.Name] = AuditAction.FollowUpRecorded,
    };
}
