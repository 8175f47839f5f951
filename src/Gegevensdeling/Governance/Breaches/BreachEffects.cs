using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>
/// Sends one message of the plan. What cannot leave is tried again by the plan and not by the activity: an orchestration that waits for a dead
/// mailbox would not hear its own 72 hours pass.
/// </summary>
public sealed class BreachEffects(DossierPost post, TimeProvider clock)
{
    public async Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation)
    {
        var plan = BreachPlan.Of(dossier.Id, dossier.Protocol, new(dossier.Facts), dossier.Done, clock.GetUtcNow());
        if (plan.Steps.FirstOrDefault(step => step.Code == code) is not DossierStep.Tell letter)
            return false;
        try
        {
            await post.TellAsync(dossier, letter, cancellation);
            return true;
        }
#pragma warning disable CA1031 // one address that fails must not keep the others, nor the clock, waiting
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
