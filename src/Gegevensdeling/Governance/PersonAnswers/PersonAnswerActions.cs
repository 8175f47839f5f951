using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>Who may answer a person for a party: its data protection officer, and the head of the service that keeps the data. Never the operator.</summary>
public static class PersonAnswerActions
{
    private const Sides Both = Sides.Sender | Sides.Receiver;

    public static ProtocolAction Answer { get; } = new("inzage-beantwoorden", "art. 12, 15 AVG", content: true, new Grant(Role.Dpo, Both), new Grant(Role.HeadOfSocialService, Both));

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction> { [Answer.Name] = AuditAction.PersonAnswered };
}
