using Gegevensdeling.Api.Health;
using Gegevensdeling.Api.Routes.Debtors;
using Gegevensdeling.Api.Routes.Governance;
using Gegevensdeling.Api.Routes.Groeipakket;
using Gegevensdeling.Api.Routes.Publishing;
using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Api.Routes;

/// <summary>The whole table, on the law of a host.</summary>
public static class LawRoutes
{
    public static RouteTable Create(Law law, IOrchestrationClient engine)
    {
        var ports = law.Ports;
        var actors = new Actors(ports.Staff);
        var handlers = new ReferralHandlers(
            law.Intake(engine), law.Desk(engine), law.Reading(engine), law.Referrals, law.Evidence, ports.Register, ports.Evidence, ports.Staff, actors, law.Lives, law.Protocols);
        var referrals = new ReferralStanding(ports.Register, law.Lives, law.Protocols);
        var corrections = new CorrectionHandlers(
            law.Correction, law.Corrections(engine), law.CorrectionContent(engine), law.Dossiers, law.Referrals, law.Lives, ports.Evidence, actors);
        var governance = new GovernanceStanding(law.Dossiers, law.Protocols);
        var requests = StandingIn(law, protocol => protocol.Groeipakket is not null, GroeipakketParties.SidesOfRequest);
        var answers = StandingIn(law, protocol => protocol.Groeipakket is not null, GroeipakketParties.SidesOfAnswer);
        var debtors = StandingIn(law, protocol => protocol.Debtors is not null, DebtorParties.SidesOfDebtors);
        return new(
        [
            .. PublicRoutes.All(law.Signing, new HealthCheck(ports, law.Clock)),
            .. PublishingRoutes.All(new PublishedProtocols(law.Protocols, law.Lives.PublicAsync)),
            .. ReferralRoutes.All(handlers, referrals),
            .. GroeipakketRoutes.All(
                new(law.RequestIntake(engine), law.RequestKeys(engine), law.ExtractIntake(engine), law.AnswerMaking(engine), law.GroeipakketReading(engine), law.RequestDesk(engine), law.Requests,
                    law.Extracts, ports.Evidence, actors, law.Lives, law.Protocols),
                new(law.GroeipakketReading(engine), law.AnswerDesk(engine), law.Answers, ports.Evidence, ports.Staff, actors),
                requests,
                answers),
            .. DebtorRoutes.All(
                new(law.Debtors, engine, ports.Evidence, actors, law.Lives, law.Protocols), new(law.Debtors, engine, ports.Evidence, actors, law.Lives, law.Protocols),
                debtors),
            .. LifeRoutes.All(new(law.Life(engine), law.Lives, law.Protocols, actors, law.Clock), governance),
            .. CorrectionRoutes.All(corrections, law.Correction.Word, referrals, governance),
            .. AnswerCorrectionRoutes.All(new(law.AnswerCorrectionKind, law.AnswerCorrections(engine), law.Dossiers, law.Answers, actors), answers),
            .. ListCorrectionRoutes.All(
                new(law.ListCorrectionKind, law.ListCorrections(engine), law.Dossiers, law.DebtorRecords, governance, law.Protocols, actors), governance),
            .. BreachRoutes.Of(new(law.Breach(engine), law.Breaches, law.Protocols, actors, law.Clock), governance),
            .. ObjectionRoutes.All(new(law.ObjectionKind, law.ObjectionIntake(engine), law.ListRowNaming(engine), law.Objections(engine), law.Dossiers, governance, actors), referrals),
            .. EvaluationRoutes.All(new(law.Evaluations(engine), law.EvaluationReports, law.Dossiers, actors), governance),
            .. NoticeRoutes.All(new(law.NoticeKind, law.Notices(engine), law.Dossiers, law.Lives, law.Protocols, actors), governance),
            .. AccessReviewRoutes.All(new(law.AccessReviewKind, law.AccessReviews(engine), law.Dossiers, governance, ports.Audit, ports.Staff, actors)),
            .. AuditRoutes.All(new(law.Countersigning, law.AuditExport, governance, law.Protocols, actors), governance),
            .. ProofRoutes.All(new(law.ProofKind, law.Proofs(engine), law.Packs, law.Dossiers, governance, law.Lives, law.Protocols, actors), governance),
            .. PersonAnswerRoutes.All(new(law.PersonAnswers(engine), actors), governance),
        ]);
    }

    private static ExchangeStanding StandingIn(Law law, Predicate<Protocol> names, FindSides sides) => new(law.Ports.Register, law.Lives, law.Protocols, names, sides);
}
