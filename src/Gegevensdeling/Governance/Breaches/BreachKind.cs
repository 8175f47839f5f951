using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>The dossier of one breach, or of one possible breach: <c>GL-4T7B-…</c>.</summary>
public sealed class BreachKind() : DossierKind<BreachState, BreachCommand>("gegevenslek", "GL")
{
    public override bool BothSidesKnow => true;

    public override BreachState StateOf(IReadOnlyList<ExchangeFact> facts) => new(facts);

    public override DossierDecision Decide(BreachState? state, BreachCommand command, DossierContext now) => BreachDecisions.Decide(state, command, now);

    protected override DossierPlan Plan(DossierView dossier, BreachState state, DateTimeOffset now) => BreachPlan.Of(dossier.Id, dossier.Protocol, state, now);

    protected override string WordOf(BreachState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(BreachState state) => state.ClosedAt;
}
