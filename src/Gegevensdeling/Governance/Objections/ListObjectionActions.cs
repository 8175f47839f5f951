using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Objections;

/// <summary>
/// Who may do what around an objection to the list of debtors (W22): whoever the person speaks to records it, at either side; only the OCMW says which row it is; who
/// answers for the body decides. The municipality is the sender, the OCMW the receiver.
/// </summary>
public static class ListObjectionActions
{
    private const Sides Both = Sides.Sender | Sides.Receiver;

    private static readonly Grant Debts = new(Role.DebtTeam, Sides.Sender);
    private static readonly Grant Worker = new(Role.SocialWorker, Sides.Receiver);
    private static readonly Grant ReceivingDebts = new(Role.DebtTeam, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant Officer = new(Role.Dpo, Both);
    private static readonly Grant Signatory = new(Role.Signatory, Both);

    public static ProtocolAction Make { get; } = new("lijstbezwaar-vastleggen", "art. 18, 21 AVG", content: false, Debts, Worker, ReceivingDebts, Head, Officer);

    /// <summary>The number of the person is given, and whether it is listed shows.</summary>
    public static ProtocolAction NameRow { get; } = new("lijstbezwaar-rij-noemen", "art. 18, 21 AVG", content: true, Worker, ReceivingDebts, Head);

    public static ProtocolAction Read { get; } = new("lijstbezwaar-volgen", "art. 18, 21 AVG", content: false, Debts, Worker, ReceivingDebts, Head, Officer, Signatory);

    public static ProtocolAction Extend { get; } = new("lijstbezwaar-verlengen", "art. 12 AVG", content: false, Head, Signatory);

    public static ProtocolAction Decide { get; } = new("lijstbezwaar-beslissen", "art. 12 AVG", content: false, Head, Signatory);

    public static ProtocolAction Inform { get; } = new("lijstbezwaar-verwittigen", "art. 12, 18 AVG", content: false, Debts, Worker, ReceivingDebts, Head, Officer, Signatory);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Make.Name] = AuditAction.ObjectionRecorded,
        [NameRow.Name] = AuditAction.ObjectionHandled,
        [Read.Name] = AuditAction.Viewed,
        [Extend.Name] = AuditAction.ObjectionHandled,
        [Decide.Name] = AuditAction.ObjectionHandled,
        [Inform.Name] = AuditAction.ObjectionHandled,
    };
}
