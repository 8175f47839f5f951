using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Notices;

/// <summary>Who may do what with notices of change and the overview of processors.</summary>
public static class NoticeActions
{
    private static readonly Grant Officer = new(Role.Dpo, Sides.Sender | Sides.Receiver);
    private static readonly Grant Signatory = new(Role.Signatory, Sides.Sender | Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);

    /// <summary>Article 9 says from which party; the role is whoever answers for it.</summary>
    public static ProtocolAction Give { get; } = new("wijziging-melden", "art. 9", content: false, Officer, Signatory, Head);

    public static ProtocolAction Read { get; } = new("wijziging-volgen", "art. 9", content: false, Officer, Signatory, Head);

    public static ProtocolAction Settle { get; } = new("wijziging-behandelen", "art. 9", content: false, Officer, Signatory, Head);

    /// <summary>D18: whoever passes data on notes the day.</summary>
    public static ProtocolAction PassOn { get; } = new(
        "doorgifte-vastleggen", "art. 4", content: false, new Grant(Role.SocialWorker, Sides.Receiver), new Grant(Role.DebtTeam, Sides.Receiver), Head, new Grant(Role.Dpo, Sides.Receiver));

    public static ProtocolAction ReadProcessors { get; } = new("verwerkers-lezen", "art. 6", content: false, Officer);

    /// <summary>'Enkel op expliciete aanvraag': the request itself stands in the audit chain.</summary>
    public static ProtocolAction AskProcessors { get; } = new("verwerkers-aanvragen", "art. 6", content: false, Officer);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Give.Name] = AuditAction.FollowUpRecorded,
        [Read.Name] = AuditAction.Viewed,
        [Settle.Name] = AuditAction.FollowUpRecorded,
        [PassOn.Name] = AuditAction.PassedOn,
        [ReadProcessors.Name] = AuditAction.Viewed,
        [AskProcessors.Name] = AuditAction.EvidenceRequested,
    };
}
