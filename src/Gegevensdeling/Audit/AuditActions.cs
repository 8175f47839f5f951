using Gegevensdeling.Parties;

namespace Gegevensdeling.Audit;

/// <summary>Who has to do with the audit chain itself: the data protection officers, or a system of theirs that signs in as such (D17).</summary>
public static class AuditActions
{
    private static readonly Grant Officer = new(Role.Dpo, Sides.Sender | Sides.Receiver);

    public static ProtocolAction ReadHeads { get; } = new("auditkoppen-lezen", "art. 6", content: false, Officer);

    public static ProtocolAction Countersign { get; } = new("auditkop-medeondertekenen", "art. 6", content: false, Officer);

    public static ProtocolAction Export { get; } = new("audit-uitvoeren", "art. 6", content: false, Officer);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [ReadHeads.Name] = AuditAction.Viewed,
        [Countersign.Name] = AuditAction.HeadCountersigned,
        [Export.Name] = AuditAction.AuditExported,
    };
}
