using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Objections;

/// <summary>
/// Who may do what around an objection or a restriction: whoever the person speaks to records it; who answers for the body decides. The officer advises and
/// watches, and does not decide (art. 38.6 GDPR).
/// </summary>
public static class ObjectionActions
{
    private const Sides Both = Sides.Sender | Sides.Receiver;

    private static readonly Grant Team = new(Role.TeamMember, Sides.Sender);
    private static readonly Grant Worker = new(Role.SocialWorker, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant Officer = new(Role.Dpo, Both);
    private static readonly Grant Signatory = new(Role.Signatory, Both);

    public static ProtocolAction Make { get; } = new("bezwaar-vastleggen", "art. 18, 21 AVG", content: false, Team, Worker, Head, Officer);

    public static ProtocolAction Read { get; } = new("bezwaar-volgen", "art. 18, 21 AVG", content: false, Team, Worker, Head, Officer, Signatory);

    public static ProtocolAction Extend { get; } = new("bezwaar-verlengen", "art. 12 AVG", content: false, Head, Signatory);

    public static ProtocolAction Decide { get; } = new("bezwaar-beslissen", "art. 12 AVG", content: false, Head, Signatory);

    public static ProtocolAction Inform { get; } = new("betrokkene-verwittigen", "art. 12, 18 AVG", content: false, Team, Worker, Head, Officer, Signatory);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Make.Name] = AuditAction.ObjectionRecorded,
        [Read.Name] = AuditAction.Viewed,
        [Extend.Name] = AuditAction.ObjectionHandled,
        [Decide.Name] = AuditAction.ObjectionHandled,
        [Inform.Name] = AuditAction.ObjectionHandled,
    };
}
