using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>The dossier of one correction: <c>VB-XXXX-XXXX-XXXX</c> (art. 7, G17).</summary>
public sealed class CorrectionKind() : DossierKind<CorrectionState, CorrectionCommand>("verbetering", "VB")
{
    public override CorrectionState StateOf(IReadOnlyList<ExchangeFact> facts) => CorrectionState.Of(facts);

    public override DossierDecision Decide(CorrectionState? state, CorrectionCommand command, DossierContext now) => CorrectionDecisions.Decide(state, command, now);

    protected override DossierPlan Plan(DossierView dossier, CorrectionState state, DateTimeOffset now) => CorrectionPlan.Of(dossier.Id, dossier.Protocol, state, dossier.Done, now);

    protected override string WordOf(CorrectionState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(CorrectionState state) => state.ClosedAt;
}
