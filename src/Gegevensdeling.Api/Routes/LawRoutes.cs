using Gegevensdeling.Api.Health;
using Gegevensdeling.Api.Routes.Publishing;
using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Api.Routes;

/// <summary>The whole table, on the law of a host.</summary>
public static class LawRoutes
{
    public static RouteTable Create(Law law, IOrchestrationClient engine)
    {
        var ports = law.Ports;
        var handlers = new ReferralHandlers(
            law.Intake(engine), law.Desk(engine), law.Reading(engine), law.Referrals, law.Evidence, ports.Register, ports.Evidence, ports.Staff, law.Protocols);
        return new([
            .. PublicRoutes.All(law.Signing, new HealthCheck(ports, law.Clock)),
            .. PublishingRoutes.All(new PublishedProtocols(law.Protocols, PublishedProtocols.ByFile)),
            .. ReferralRoutes.All(handlers, new ReferralStanding(ports.Register, law.Protocols)),
        ]);
    }
}
