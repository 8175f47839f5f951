using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Lives;

/// <summary>Who may take which step in the life of a protocol.</summary>
public static class LifeActions
{
    private const Sides Both = Sides.Sender | Sides.Receiver;

    private static readonly Grant Officer = new(Role.Dpo, Both);
    private static readonly Grant Signatory = new(Role.Signatory, Both);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);

    public static ProtocolAction Read { get; } = new("protocol-volgen", "art. 8 §1", content: false, Officer, Signatory, Head);

    /// <summary>G3.</summary>
    public static ProtocolAction Advise { get; } = new("protocol-adviseren", "overweging E, F", content: false, Officer);

    /// <summary>G5.</summary>
    public static ProtocolAction Sign { get; } = new("protocol-ondertekenen", "ondertekening", content: false, Signatory);

    /// <summary>G2.</summary>
    public static ProtocolAction Publish { get; } = new("protocol-bekendmaken", "overweging D", content: false, Officer);

    /// <summary>W4.</summary>
    public static ProtocolAction ConfirmMailbox { get; } = new("postbus-bevestigen", "art. 6", content: false, Head);

    /// <summary>F5.</summary>
    public static ProtocolAction AcceptFinding { get; } = new("bevinding-aanvaarden", "art. 8 §1", content: false, Officer);

    /// <summary>G10: whoever sees it stops it.</summary>
    public static ProtocolAction Suspend { get; } = new("protocol-schorsen", "art. 8", content: false, Officer, Signatory);

    public static ProtocolAction Investigate { get; } = new("inbreuk-onderzoeken", "art. 8", content: false, Officer);

    public static ProtocolAction Release { get; } = new("protocol-vrijgeven", "art. 8", content: false, Signatory);

    /// <summary>G7.</summary>
    public static ProtocolAction GiveNotice { get; } = new("protocol-opzeggen", "art. 11", content: false, Signatory);

    /// <summary>G8, G9.</summary>
    public static ProtocolAction Terminate { get; } = new("protocol-beeindigen", "art. 8, 11", content: false, Signatory);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Read.Name] = AuditAction.Viewed,
        [Advise.Name] = AuditAction.ProtocolStep,
        [Sign.Name] = AuditAction.ProtocolStep,
        [Publish.Name] = AuditAction.ProtocolStep,
        [ConfirmMailbox.Name] = AuditAction.ProtocolStep,
        [AcceptFinding.Name] = AuditAction.ProtocolStep,
        [Suspend.Name] = AuditAction.ProtocolSuspended,
        [Investigate.Name] = AuditAction.ProtocolStep,
        [Release.Name] = AuditAction.ProtocolReleased,
        [GiveNotice.Name] = AuditAction.ProtocolNotice,
        [Terminate.Name] = AuditAction.ProtocolEnded,
    };
}
