using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>
/// Who may do what in the correction of a debtor list (Maldegem art. 7): the people who work with it, at either party. Which of the two reported and which one handles is
/// the dossier's own rule.
/// </summary>
public static class ListCorrectionActions
{
    private const Sides Both = Sides.Sender | Sides.Receiver;

    private static readonly Grant Team = new(Role.DebtTeam, Both);
    private static readonly Grant Worker = new(Role.SocialWorker, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant Officer = new(Role.Dpo, Both);

    public static ProtocolAction Report { get; } = new("lijstfout-melden", "art. 7", content: false, Team, Worker, Head);

    public static ProtocolAction Acknowledge { get; } = new("lijstfout-bevestigen", "art. 7", content: false, Team, Worker, Head);

    public static ProtocolAction Decide { get; } = new("lijstfout-behandelen", "art. 7", content: false, Team, Worker, Head);

    public static ProtocolAction CarryOut { get; } = new("lijstfout-uitvoeren", "art. 7", content: false, Team, Worker, Head);

    public static ProtocolAction TakeBack { get; } = new("lijstfout-terugtrekken", "art. 7", content: false, Team, Worker, Head);

    public static ProtocolAction Read { get; } = new("lijstverbetering-volgen", "art. 7", content: false, Team, Worker, Head, Officer);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Report.Name] = AuditAction.DefectReported,
        [Acknowledge.Name] = AuditAction.DefectHandled,
        [Decide.Name] = AuditAction.DefectHandled,
        [CarryOut.Name] = AuditAction.DefectHandled,
        [TakeBack.Name] = AuditAction.DefectHandled,
        [Read.Name] = AuditAction.Viewed,
    };
}
