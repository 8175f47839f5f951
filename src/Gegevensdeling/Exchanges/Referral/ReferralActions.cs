using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>
/// Who may do what with a referral (art. 4; R1, R2, W12): the sender's team refers, withdraws and hands over the key, and sees no more
/// than whether it was delivered; the receiver's social workers do the rest. Nobody else has content.
/// </summary>
public static class ReferralActions
{
    private static readonly Grant Team = new(Role.TeamMember, Sides.Sender);
    private static readonly Grant Worker = new(Role.SocialWorker, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant ReceivingDpo = new(Role.Dpo, Sides.Receiver);
    private static readonly Grant SendingDpo = new(Role.Dpo, Sides.Sender);

    public static ProtocolAction Refer { get; } = new("doorverwijzen", "art. 5", content: true, Team);

    public static ProtocolAction ReadDelivery { get; } = new("aflevering-lezen", "W12", content: false, Team);

    public static ProtocolAction List { get; } = new("lijst-lezen", "art. 4", content: false, Worker, Head);

    public static ProtocolAction Take { get; } = new("opnemen", "art. 4", content: false, Worker);

    public static ProtocolAction Open { get; } = new("openen", "art. 4", content: true, Worker);

    public static ProtocolAction Fetch { get; } = new("bestand-ophalen", "art. 6", content: true, Worker);

    public static ProtocolAction Confirm { get; } = new("ontvangst-bevestigen", "art. 6", content: false, Worker);

    public static ProtocolAction FollowUp { get; } = new("opvolgen", "art. 3", content: false, Worker);

    public static ProtocolAction PassOn { get; } = new("doorgeven-gbo", "art. 4", content: false, Worker);

    public static ProtocolAction Withdraw { get; } = new("intrekken", "FAQ", content: false, Team, Worker);

    public static ProtocolAction Declare { get; } = new("wissen-verklaren", "FAQ", content: false, Worker, Head);

    public static ProtocolAction RequestKey { get; } = new("sleutel-vragen", "W1", content: false, Worker);

    public static ProtocolAction RevealKey { get; } = new("sleutel-tonen", "W1", content: true, Team);

    public static ProtocolAction InterruptReveal { get; } = new("sleutel-onderbroken", "W6", content: false, Team);

    public static ProtocolAction ReceiveKey { get; } = new("sleutel-ontvangen", "W1", content: false, Worker);

    public static ProtocolAction KeyAtBothSides { get; } = new("sleutel-opvolgen", "W1", content: false, Team, Worker);

    public static ProtocolAction ReadReceipt { get; } = new("ontvangstbewijs-lezen", "art. 6", content: false, Worker, Head, ReceivingDpo, SendingDpo);

    public static ProtocolAction ReadCertificate { get; } = new("wisbewijs-lezen", "art. 6", content: false, Worker, Head, ReceivingDpo);

    public static ProtocolAction ReadFigures { get; } = new("evaluatie-lezen", "FAQ", content: false, Team, SendingDpo, Head, ReceivingDpo);

    /// <summary>The audit chain's word for each action, also when it is refused.</summary>
    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Refer.Name] = AuditAction.Created,
        [ReadDelivery.Name] = AuditAction.Viewed,
        [List.Name] = AuditAction.Viewed,
        [Take.Name] = AuditAction.Taken,
        [Open.Name] = AuditAction.Opened,
        [Fetch.Name] = AuditAction.FileFetched,
        [Confirm.Name] = AuditAction.ReceiptConfirmed,
        [FollowUp.Name] = AuditAction.OutcomeRecorded,
        [PassOn.Name] = AuditAction.PassedOn,
        [Withdraw.Name] = AuditAction.Withdrawn,
        [Declare.Name] = AuditAction.ErasureDeclared,
        [RequestKey.Name] = AuditAction.KeyRequested,
        [RevealKey.Name] = AuditAction.KeyRevealed,
        [InterruptReveal.Name] = AuditAction.KeyLost,
        [ReceiveKey.Name] = AuditAction.KeyHandedOver,
        [KeyAtBothSides.Name] = AuditAction.Viewed,
        [ReadReceipt.Name] = AuditAction.EvidenceRequested,
        [ReadCertificate.Name] = AuditAction.EvidenceRequested,
        [ReadFigures.Name] = AuditAction.FiguresRequested,
    };
}
