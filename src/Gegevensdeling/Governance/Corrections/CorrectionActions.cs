using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>Who may do what in a correction (art. 7): both sides report, the sending team handles, the receiver's evidence is the receiver's.</summary>
public static class CorrectionActions
{
    private static readonly Grant Team = new(Role.TeamMember, Sides.Sender);
    private static readonly Grant Worker = new(Role.SocialWorker, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant ReceivingDpo = new(Role.Dpo, Sides.Receiver);
    private static readonly Grant SendingDpo = new(Role.Dpo, Sides.Sender);

    public static ProtocolAction Report { get; } = new("fout-melden", "art. 7", content: false, Team, Worker);

    public static ProtocolAction Acknowledge { get; } = new("fout-bevestigen", "art. 7", content: false, Team);

    public static ProtocolAction Decide { get; } = new("fout-behandelen", "art. 7", content: false, Team);

    public static ProtocolAction Replace { get; } = new("inhoud-verbeteren", "art. 7", content: true, Team);

    public static ProtocolAction TakeBack { get; } = new("melding-terugtrekken", "art. 7", content: false, Team, Worker);

    public static ProtocolAction Read { get; } = new("verbetering-volgen", "art. 7", content: false, Team, Worker, Head, ReceivingDpo, SendingDpo);

    public static ProtocolAction ReadCertificate { get; } = new("vervangen-bestand-wisbewijs-lezen", "art. 7", content: false, Worker, Head, ReceivingDpo);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Report.Name] = AuditAction.DefectReported,
        [Acknowledge.Name] = AuditAction.DefectHandled,
        [Decide.Name] = AuditAction.DefectHandled,
        [Replace.Name] = AuditAction.Corrected,
        [TakeBack.Name] = AuditAction.DefectHandled,
        [Read.Name] = AuditAction.Viewed,
        [ReadCertificate.Name] = AuditAction.EvidenceRequested,
    };
}
