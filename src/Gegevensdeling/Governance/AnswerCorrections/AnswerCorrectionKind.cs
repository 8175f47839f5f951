using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>The dossier of one correction of a Groeipakket answer: <c>VA-XXXX-XXXX-XXXX</c> (art. 7, G17, W14).</summary>
public sealed class AnswerCorrectionKind() : DossierKind<AnswerCorrectionState, AnswerCorrectionCommand>(Name, "VA")
{
    /// <summary>The word in the register's heads.</summary>
    public const string Name = "antwoordverbetering";

    public override AnswerCorrectionState StateOf(IReadOnlyList<ExchangeFact> facts) => AnswerCorrectionState.Of(facts);

    public override DossierDecision Decide(AnswerCorrectionState? state, AnswerCorrectionCommand command, DossierContext now) => AnswerCorrectionDecisions.Decide(state, command, now);

    protected override DossierPlan Plan(DossierView dossier, AnswerCorrectionState state, DateTimeOffset now) =>
        AnswerCorrectionPlan.Of(dossier.Id, dossier.Protocol, state, dossier.Done, now);

    protected override string WordOf(AnswerCorrectionState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(AnswerCorrectionState state) => state.ClosedAt;
}
