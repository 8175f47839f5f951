using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>Who may do what about a breach: anybody reports, the data protection officers handle it (art. 9).</summary>
public static class BreachActions
{
    private const Sides Both = Sides.Sender | Sides.Receiver;

    private static readonly Grant Officer = new(Role.Dpo, Both);

    /// <summary>Everybody who works for a party; the operator as their processor, without undue delay (art. 33.2 GDPR).</summary>
    public static ProtocolAction Report { get; } = new(
        "gegevenslek-melden", "art. 9", content: false,
        [.. RoleWords.All.Where(role => role != Role.Operator).Select(role => new Grant(role, Both)), new Grant(Role.Operator, Sides.Processor)]);

    public static ProtocolAction Read { get; } = new("gegevenslek-volgen", "art. 9", content: false, Officer);

    public static ProtocolAction Handle { get; } = new("gegevenslek-behandelen", "art. 9", content: false, Officer);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Report.Name] = AuditAction.BreachReported,
        [Read.Name] = AuditAction.Viewed,
        [Handle.Name] = AuditAction.BreachHandled,
    };
}
