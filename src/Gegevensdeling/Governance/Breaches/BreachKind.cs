using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>The dossier of one breach, or of one possible breach: <c>GL-4T7B-…</c>.</summary>
public sealed class BreachKind() : DossierKind<BreachState, BreachCommand>("gegevenslek", "GL")
{
    public override BreachState StateOf(IReadOnlyList<ExchangeFact> facts) => new(facts);

    public override DossierDecision Decide(BreachState? state, BreachCommand command, DossierContext now) => BreachDecisions.Decide(state, command, now);

    /// <summary>The messages that are due. Each is an effect of its own, tried again by the plan: an address that fails keeps nobody waiting.</summary>
    protected override DossierPlan Plan(DossierView dossier, BreachState state, DateTimeOffset now)
    {
        var plan = BreachPlan.Of(dossier.Id, dossier.Protocol, state, dossier.Done, now);
        return plan with { Steps = [.. plan.Steps.Select(step => new DossierStep.Act(step.Code))] };
    }

    protected override string WordOf(BreachState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(BreachState state) => state.ClosedAt;
}
