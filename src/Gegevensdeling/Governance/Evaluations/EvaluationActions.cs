using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>Who may do what around an evaluation: who is invited.</summary>
public static class EvaluationActions
{
    private static readonly Grant Officer = new(Role.Dpo, Sides.Sender | Sides.Receiver);
    private static readonly Grant Signatory = new(Role.Signatory, Sides.Sender | Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);

    public static ProtocolAction Read { get; } = new("evaluatieverslag-lezen", "FAQ", content: false, Officer, Head, Signatory);

    public static ProtocolAction Record { get; } = new("evaluatie-vastleggen", "FAQ", content: false, Officer, Head);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Read.Name] = AuditAction.FiguresRequested,
        [Record.Name] = AuditAction.FollowUpRecorded,
    };
}
