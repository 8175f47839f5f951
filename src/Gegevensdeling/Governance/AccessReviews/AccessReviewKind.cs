using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>The dossier of one party's review of who had access (G21).</summary>
public sealed class AccessReviewKind() : DossierKind<AccessReviewState, AccessReviewCommand>(Name, "TC")
{
    /// <summary>The word in the register's heads.</summary>
    public const string Name = "toegangscontrole";

    public override AccessReviewState StateOf(IReadOnlyList<ExchangeFact> facts) => AccessReviewState.Of(facts);

    public override DossierDecision Decide(AccessReviewState? state, AccessReviewCommand command, DossierContext now) => AccessReviewDecisions.Decide(state, command, now);

    protected override DossierPlan Plan(DossierView dossier, AccessReviewState state, DateTimeOffset now) => AccessReviewPlan.Of(dossier.Id, dossier.Protocol, state, now);

    protected override string WordOf(AccessReviewState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(AccessReviewState state) => state.ClosedAt;
}
