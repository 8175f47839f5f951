using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>Who may do what in the correction of an answer (art. 7): the social service reports, the team of Opgroeien regie handles, both data protection officers read.</summary>
public static class AnswerCorrectionActions
{
    private static readonly Grant Team = new(Role.RegistryTeam, Sides.Sender);
    private static readonly Grant Service = new(Role.SocialService, Sides.Receiver);
    private static readonly Grant Head = new(Role.HeadOfSocialService, Sides.Receiver);
    private static readonly Grant Officer = new(Role.Dpo, Sides.Sender | Sides.Receiver);

    public static ProtocolAction Report { get; } = new("antwoordfout-melden", "art. 7", content: false, Service);

    public static ProtocolAction Acknowledge { get; } = new("antwoordfout-bevestigen", "art. 7", content: false, Team);

    public static ProtocolAction Decide { get; } = new("antwoordfout-behandelen", "art. 7", content: false, Team);

    public static ProtocolAction DeclareErased { get; } = new("antwoordfout-rijen-wissen", "art. 7", content: false, Service, Head);

    public static ProtocolAction TakeBack { get; } = new("antwoordfout-terugtrekken", "art. 7", content: false, Service);

    public static ProtocolAction Read { get; } = new("antwoordverbetering-volgen", "art. 7", content: false, Service, Head, Team, Officer);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [Report.Name] = AuditAction.DefectReported,
        [Acknowledge.Name] = AuditAction.DefectHandled,
        [Decide.Name] = AuditAction.DefectHandled,
        [DeclareErased.Name] = AuditAction.ErasureDeclared,
        [TakeBack.Name] = AuditAction.DefectHandled,
        [Read.Name] = AuditAction.Viewed,
    };
}
