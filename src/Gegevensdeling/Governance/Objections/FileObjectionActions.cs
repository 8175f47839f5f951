using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Objections;

/// <summary>
/// Who may do what around an objection to a file of many people (W22): the social service and the officers of both sides record it; who answers for the body decides.
/// Opgroeien regie is the sender, city and OCMW are the receivers, also of their own request.
/// </summary>
public static class FileObjectionActions
{
    private const Sides Both = Sides.Sender | Sides.Receiver;

    private static readonly Grant Service = new(Role.SocialService, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant Team = new(Role.RegistryTeam, Sides.Sender);
    private static readonly Grant Officer = new(Role.Dpo, Both);
    private static readonly Grant Signatory = new(Role.Signatory, Both);

    public static ProtocolAction Make { get; } = new("bestandsbezwaar-vastleggen", "art. 18, 21 AVG", content: false, Service, Officer);

    public static ProtocolAction Read { get; } = new("bestandsbezwaar-volgen", "art. 18, 21 AVG", content: false, Service, Head, Team, Officer, Signatory);

    public static ProtocolAction Extend { get; } = new("bestandsbezwaar-verlengen", "art. 12 AVG", content: false, Head, Signatory);

    public static ProtocolAction Decide { get; } = new("bestandsbezwaar-beslissen", "art. 12 AVG", content: false, Head, Signatory);

    public static ProtocolAction Inform { get; } = new("bestandsbezwaar-verwittigen", "art. 12, 18 AVG", content: false, Service, Head, Officer, Signatory);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Make.Name] = AuditAction.ObjectionRecorded,
        [Read.Name] = AuditAction.Viewed,
        [Extend.Name] = AuditAction.ObjectionHandled,
        [Decide.Name] = AuditAction.ObjectionHandled,
        [Inform.Name] = AuditAction.ObjectionHandled,
    };
}
