using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Objections;

/// <summary>The dossier of one objection or restriction on one exchange: <c>BZ-XXXX-XXXX-XXXX</c> (W22).</summary>
public sealed class ObjectionKind() : DossierKind<ObjectionState, ObjectionCommand>(Name, "BZ")
{
    /// <summary>The word in the register's heads.</summary>
    public const string Name = "bezwaar";

    public override ObjectionState StateOf(IReadOnlyList<ExchangeFact> facts) => ObjectionState.Of(facts);

    public override DossierDecision Decide(ObjectionState? state, ObjectionCommand command, DossierContext now) => ObjectionDecisions.Decide(state, command, now);

    protected override DossierPlan Plan(DossierView dossier, ObjectionState state, DateTimeOffset now) => ObjectionPlan.Of(dossier.Id, dossier.Protocol, state, now);

    protected override string WordOf(ObjectionState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(ObjectionState state) => state.ClosedAt;
}
