using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>
/// Who may do what (D9: art. 4 and 6). The municipality's debt team delivers, pauses and resumes; the OCMW's social workers and debt team compare, mark and help.
/// The municipality has no route to the list itself, the OCMW none to whoever is no client where this system compares (F11).
/// </summary>
public static class DebtorActions
{
    private static readonly Grant Debts = new(Role.DebtTeam, Sides.Sender);
    private static readonly Grant Worker = new(Role.SocialWorker, Sides.Receiver);
    private static readonly Grant ReceivingDebts = new(Role.DebtTeam, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant Dpos = new(Role.Dpo, Sides.Sender | Sides.Receiver);

    /// <summary>Steps and counts, never a person.</summary>
    public static ProtocolAction ReadCycles { get; } = new("debiteurenmaand-lezen", "art. 6", content: false, Debts, Worker, ReceivingDebts, Head, Dpos);

    public static ProtocolAction DeliverDebtors { get; } = new("debiteuren-leveren", "art. 3", content: true, Debts);

    public static ProtocolAction DeliverClients { get; } = new("clienten-leveren", "art. 3", content: true, Worker, ReceivingDebts);

    /// <summary>Only where the protocol lets the OCMW compare itself.</summary>
    public static ProtocolAction OpenDelivery { get; } = new("debiteuren-openen", "art. 3", content: true, Worker, ReceivingDebts);

    public static ProtocolAction Mark { get; } = new("clienten-markeren", "art. 3", content: true, Worker, ReceivingDebts);

    public static ProtocolAction Release { get; } = new("vermeldingen-vrijgeven", "art. 3", content: false, Worker, ReceivingDebts, Head);

    public static ProtocolAction FetchMarks { get; } = new("vermeldingen-ophalen", "art. 3", content: true, Debts);

    public static ProtocolAction Confirm { get; } = new("vermeldingen-bevestigen", "art. 3", content: false, Debts);

    public static ProtocolAction DeliverDetails { get; } = new("schuldgegevens-leveren", "art. 3", content: true, Debts);

    public static ProtocolAction ReadLists { get; } = new("debiteurenlijst-opvolgen", "art. 6", content: false, Debts, Worker, ReceivingDebts, Head, Dpos);

    public static ProtocolAction OpenList { get; } = new("debiteurenlijst-openen", "art. 6", content: true, Worker, ReceivingDebts, Head);

    public static ProtocolAction ChangeMark { get; } = new("vermelding-wijzigen", "art. 6", content: true, Worker, ReceivingDebts);

    public static ProtocolAction ExtendPause { get; } = new("pauze-herzien", "art. 3", content: true, Worker, ReceivingDebts);

    public static ProtocolAction CloseDebt { get; } = new("schuld-afsluiten", "art. 5", content: true, Debts);

    /// <summary>D16: to another provider.</summary>
    public static ProtocolAction ExportList { get; } = new("debiteurenlijst-overdragen", "art. 6", content: true, Head);

    public static ProtocolAction ReadEvidence { get; } = new("debiteurenbewijs-lezen", "art. 6", content: false, Debts, Worker, ReceivingDebts, Head, Dpos);

    /// <summary>The audit chain's word for each action, also when it is refused.</summary>
    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [ReadCycles.Name] = AuditAction.Viewed,
        [DeliverDebtors.Name] = AuditAction.Delivered,
        [DeliverClients.Name] = AuditAction.Delivered,
        [OpenDelivery.Name] = AuditAction.Opened,
        [Mark.Name] = AuditAction.StepTaken,
        [Release.Name] = AuditAction.Delivered,
        [FetchMarks.Name] = AuditAction.Opened,
        [Confirm.Name] = AuditAction.ReceiptConfirmed,
        [DeliverDetails.Name] = AuditAction.Delivered,
        [ReadLists.Name] = AuditAction.Viewed,
        [OpenList.Name] = AuditAction.Opened,
        [ChangeMark.Name] = AuditAction.StepTaken,
        [ExtendPause.Name] = AuditAction.StepTaken,
        [CloseDebt.Name] = AuditAction.StepTaken,
        [ExportList.Name] = AuditAction.Opened,
        [ReadEvidence.Name] = AuditAction.EvidenceRequested,
    };
}
