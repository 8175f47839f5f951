using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>
/// Every dossier around the exchanges runs the same way: look at what the register and the rules ask for now, do that, and wait until
/// somebody records something or a term falls due. What is asked for stands in the plan of each kind, article by article
/// (<c>*Plan.rules.cs</c>): a correction (art. 7), a breach (art. 9), the life of a protocol (art. 8, 11).
/// </summary>
public static class DossierOrchestration
{
    public static Orchestration<DossierInput, Done> Orchestration { get; } = new("Dossier", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, DossierInput input)
    {
        var look = await context.CallActivityAsync(DossierActivityTokens.Look, new(input.Dossier, context.NewGuid()));

        // One step that waits for an outage holds up no other: whoever can be told is told.
        var taken = await Task.WhenAll(look.Steps.Select(step => TakeAsync(context, input, step)));

        // Closed, with nothing left to do: over. A step that was taken may make the next one due: look again at once.
        if (look.Over)
            return Done.Value;
        if (!taken.Contains(StepOutcome.Taken))
            await context.NextMessageAsync<DossierMessage>(DossierTerms.LookAgain(look.Next, taken, context.CurrentUtcDateTime));
        context.ContinueAsNew(input);
        return Done.Value;
    }

    /// <summary>A step that fails again and again is given up for now: an address that takes no mail keeps the dossier from nothing else.</summary>
    private static async Task<StepOutcome> TakeAsync(OrchestrationContext context, DossierInput input, string step)
    {
        try
        {
            return (await context.CallActivityAsync(DossierActivityTokens.Take, new(input.Dossier, step, context.NewGuid()))).Outcome;
        }
        catch (ActivityFailedException)
        {
            return StepOutcome.Failed;
        }
    }
}
