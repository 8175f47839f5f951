using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>The dossier of one evaluation of one protocol (R16, R19).</summary>
public sealed class EvaluationKind() : DossierKind<EvaluationState, EvaluationCommand>(Name, "EV")
{
    /// <summary>The word in the register's heads.</summary>
    public const string Name = "evaluatie";

    public override bool BothSidesKnow => true;

    public override EvaluationState StateOf(IReadOnlyList<ExchangeFact> facts) => EvaluationState.Of(facts);

    public override DossierDecision Decide(EvaluationState? state, EvaluationCommand command, DossierContext now) => EvaluationDecisions.Decide(state, command, now);

    protected override DossierPlan Plan(DossierView dossier, EvaluationState state, DateTimeOffset now) => EvaluationPlan.Of(dossier.Id, dossier.Protocol, state, now);

    protected override string WordOf(EvaluationState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(EvaluationState state) => state.ClosedAt;
}
