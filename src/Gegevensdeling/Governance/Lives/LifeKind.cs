using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>The dossier of one protocol, over all its versions: <c>PR-mechelen-2024</c>.</summary>
/// <param name="protocols">All that are loaded.</param>
public sealed class LifeKind(ProtocolCatalog protocols) : DossierKind<LifeState, LifeCommand>("protocol", "PR")
{
    /// <summary>The dossier of this protocol.</summary>
    public static ExchangeId IdOf(ProtocolId protocol) => new($"PR-{protocol}");

    public override bool BothSidesKnow => true;

    public override LifeState StateOf(IReadOnlyList<ExchangeFact> facts) => LifeState.Of(facts);

    public override DossierDecision Decide(LifeState? state, LifeCommand command, DossierContext now) =>
        LifeDecisions.Decide(state ?? LifeState.None, command, now, protocols.All);

    /// <summary>The standing of one version now.</summary>
    public ProtocolStanding StandingOf(Protocol version, LifeState life, DateTimeOffset now) =>
        LifeStanding.At(version, ProtocolDigest.Sha256(version), life, protocols.All, now);

    protected override DossierPlan Plan(DossierView dossier, LifeState state, DateTimeOffset now) =>
        LifePlan.Of(
            protocols.VersionsOf(dossier.Head.Protocol), version => StandingOf(version, state, now),
            ProtocolFindings.Check(state.Applied(protocols.Find(dossier.Head.Protocol)!), protocols.All).FirstOrDefault(finding => finding is { Accepted: null, Severity: FindingSeverity.Blocking }),
            state, dossier.Done, now);

    protected override string WordOf(LifeState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(LifeState state) => state.WoundUp?.At;
}
