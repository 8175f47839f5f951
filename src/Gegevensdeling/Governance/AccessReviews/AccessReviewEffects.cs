using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>Lets a review lapse that nobody did.</summary>
public sealed class AccessReviewEffects(DossierFile dossiers, TimeProvider clock)
{
    /// <summary>One a dossier.</summary>
    private const string LapseFact = "00000000000000000000000000000001";

    public async Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation)
    {
        if (code != AccessReviewPlan.Lapse)
            throw new InvalidOperationException($"A step that no rule knows: {code}");

        // Done at the last moment, while the plan asked for this: then it did not lapse.
        if (AccessReviewState.Of((await dossiers.GetAsync(dossier.Id, cancellation)).Facts) is { ClosedAt: null, Reported: null })
            await dossiers.RecordOnceAsync(dossier.Id, new AccessReviewFact.Lapsed(LapseFact, clock.GetUtcNow(), SystemActor.Value), cancellation);
        return true;
    }
}
