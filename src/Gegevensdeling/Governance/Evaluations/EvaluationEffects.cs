using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>Opens an evaluation when it falls due, and lets one lapse that never took place.</summary>
public sealed class EvaluationEffects(DossierFile dossiers, TimeProvider clock)
{
    public async Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation)
    {
        if (code != EvaluationPlan.Lapse)
            throw new InvalidOperationException($"A step that no rule knows: {code}");

        // Held at the last moment, while the plan asked for this: then it did not lapse.
        if (EvaluationState.Of((await dossiers.GetAsync(dossier.Id, cancellation)).Facts).ClosedAt is null)
            await dossiers.RecordOnceAsync(dossier.Id, new EvaluationFact.Lapsed(LapseFact, clock.GetUtcNow(), SystemActor.Value), cancellation);
        return true;
    }

    /// <summary>One a dossier.</summary>
    private const string LapseFact = "00000000000000000000000000000001";
}
