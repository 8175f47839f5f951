using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>
/// Who may do what with a request and its answer (art. 4, C2; P4, P8, P15). Of a request the requester is the sender; of an answer Opgroeien regie is. The
/// answer is the social service's alone: no head, no DPO and no other body sees what is in it.
/// </summary>
public static class GroeipakketActions
{
    private static readonly Grant Asks = new(Role.SocialService, Sides.Sender);
    private static readonly Grant AskingHead = new(Role.HeadOfSocialService, Sides.Sender);
    private static readonly Grant AskingDpo = new(Role.Dpo, Sides.Sender);
    private static readonly Grant Team = new(Role.RegistryTeam, Sides.Receiver);
    private static readonly Grant TeamDpo = new(Role.Dpo, Sides.Receiver);

    private static readonly Grant Service = new(Role.SocialService, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant ServiceDpo = new(Role.Dpo, Sides.Receiver);
    private static readonly Grant AnsweringTeam = new(Role.RegistryTeam, Sides.Sender);
    private static readonly Grant AnsweringDpo = new(Role.Dpo, Sides.Sender);

    public static ProtocolAction Ask { get; } = new("groeipakket-aanvragen", "C2", content: true, Asks);

    public static ProtocolAction ReadRequest { get; } = new("groeipakket-aanvraag-lezen", "C2", content: false, Asks, AskingHead, AskingDpo, Team, TeamDpo);

    /// <summary>Rows and reasons, never a number.</summary>
    public static ProtocolAction ReadReport { get; } = new("groeipakket-verslag-lezen", "C2", content: false, Asks);

    public static ProtocolAction Decide { get; } = new("groeipakket-aanvraag-beslissen", "C2", content: false, Asks);

    public static ProtocolAction EnterKey { get; } = new("groeipakket-sleutel-invoeren", "C2", content: true, TeamDpo);

    public static ProtocolAction RequestKeyAtBothSides { get; } = new("groeipakket-aanvraagsleutel-opvolgen", "C2", content: false, AskingDpo, TeamDpo);

    public static ProtocolAction FetchRequest { get; } = new("groeipakket-aanvraag-ophalen", "C2", content: true, Team);

    public static ProtocolAction Answer { get; } = new("groeipakket-beantwoorden", "C2", content: true, Team);

    public static ProtocolAction DeclareRequest { get; } = new("groeipakket-aanvraag-wissen-verklaren", "C2", content: false, Team);

    /// <summary>Opgroeien regie alone: far more people than any request is about.</summary>
    public static ProtocolAction UploadExtract { get; } = new("kadaster-uittreksel-opladen", "C2", content: true, Team);

    public static ProtocolAction ReadExtracts { get; } = new("kadaster-uittreksels-lezen", "C2", content: false, Team, TeamDpo);

    public static ProtocolAction ReadAnswer { get; } = new("groeipakket-antwoord-lezen", "C2", content: false, Service, Head, ServiceDpo, AnsweringTeam, AnsweringDpo);

    public static ProtocolAction OpenAnswer { get; } = new("groeipakket-antwoord-openen", "art. 4", content: true, Service);

    public static ProtocolAction ConfirmAnswer { get; } = new("groeipakket-ontvangst-bevestigen", "C2", content: false, Service);

    public static ProtocolAction AskMail { get; } = new("groeipakket-mail-vragen", "C2", content: false, AnsweringTeam);

    public static ProtocolAction ApproveMail { get; } = new("groeipakket-mail-goedkeuren", "C2", content: false, AnsweringDpo);

    public static ProtocolAction RevealKey { get; } = new("groeipakket-sleutel-tonen", "C2", content: true, AnsweringDpo);

    public static ProtocolAction ReceiveKey { get; } = new("groeipakket-sleutel-ontvangen", "C2", content: false, ServiceDpo);

    public static ProtocolAction AnswerKeyAtBothSides { get; } = new("groeipakket-sleutel-opvolgen", "C2", content: false, AnsweringDpo, ServiceDpo);

    public static ProtocolAction NeedNoMore { get; } = new("groeipakket-niet-meer-nodig", "art. 3", content: false, Service, Head);

    public static ProtocolAction DeclareAnswer { get; } = new("groeipakket-antwoord-wissen-verklaren", "C2", content: false, Service, Head);

    public static ProtocolAction ReadRequestEvidence { get; } = new("groeipakket-aanvraagbewijs-lezen", "art. 6", content: false, Asks, AskingHead, AskingDpo, Team, TeamDpo);

    public static ProtocolAction ReadReceipt { get; } = new("groeipakket-ontvangstbewijs-lezen", "art. 6", content: false, Service, Head, ServiceDpo, AnsweringTeam, AnsweringDpo);

    public static ProtocolAction ReadCertificate { get; } = new("groeipakket-wisbewijs-lezen", "art. 6", content: false, Service, Head, ServiceDpo, AnsweringDpo);

    /// <summary>The audit chain's word for each action, also when it is refused.</summary>
    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Ask.Name] = AuditAction.Created,
        [ReadRequest.Name] = AuditAction.Viewed,
        [ReadReport.Name] = AuditAction.Viewed,
        [Decide.Name] = AuditAction.StepTaken,
        [EnterKey.Name] = AuditAction.KeyHandedOver,
        [RequestKeyAtBothSides.Name] = AuditAction.Viewed,
        [FetchRequest.Name] = AuditAction.Opened,
        [Answer.Name] = AuditAction.StepTaken,
        [DeclareRequest.Name] = AuditAction.ErasureDeclared,
        [UploadExtract.Name] = AuditAction.Created,
        [ReadExtracts.Name] = AuditAction.Viewed,
        [ReadAnswer.Name] = AuditAction.Viewed,
        [OpenAnswer.Name] = AuditAction.Opened,
        [ConfirmAnswer.Name] = AuditAction.ReceiptConfirmed,
        [AskMail.Name] = AuditAction.StepTaken,
        [ApproveMail.Name] = AuditAction.StepTaken,
        [RevealKey.Name] = AuditAction.KeyRevealed,
        [ReceiveKey.Name] = AuditAction.KeyHandedOver,
        [AnswerKeyAtBothSides.Name] = AuditAction.Viewed,
        [NeedNoMore.Name] = AuditAction.StepTaken,
        [DeclareAnswer.Name] = AuditAction.ErasureDeclared,
        [ReadRequestEvidence.Name] = AuditAction.EvidenceRequested,
        [ReadReceipt.Name] = AuditAction.EvidenceRequested,
        [ReadCertificate.Name] = AuditAction.EvidenceRequested,
    };
}
