using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>The dossier of one correction of a debtor list: <c>VL-XXXX-XXXX-XXXX</c> (Maldegem art. 7, G17).</summary>
public sealed class ListCorrectionKind() : DossierKind<ListCorrectionState, ListCorrectionCommand>(Name, "VL")
{
    /// <summary>The word in the register's heads.</summary>
    public const string Name = "lijstverbetering";

    public override ListCorrectionState StateOf(IReadOnlyList<ExchangeFact> facts) => ListCorrectionState.Of(facts);

    public override DossierDecision Decide(ListCorrectionState? state, ListCorrectionCommand command, DossierContext now) => ListCorrectionDecisions.Decide(state, command, now);

    protected override DossierPlan Plan(DossierView dossier, ListCorrectionState state, DateTimeOffset now) =>
        ListCorrectionPlan.Of(dossier.Id, dossier.Protocol, state, dossier.Done, now);

    protected override string WordOf(ListCorrectionState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(ListCorrectionState state) => state.ClosedAt;
}
