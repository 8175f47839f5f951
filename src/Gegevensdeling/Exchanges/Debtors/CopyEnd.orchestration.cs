using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using static Gegevensdeling.Exchanges.Debtors.DebtorActivityTokens;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The end of a sealed copy: erased at once, and proven (article 3: 'onmiddellijk verwijderd').</summary>
public static class CopyEndOrchestration
{
    public static Orchestration<CopyEndInput, Done> Orchestration { get; } = new("Debiteurenkopie", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, CopyEndInput input)
    {
        await context.CallSubOrchestratorAsync(ErasureAlsoDropped.Orchestration, DebtorNames.Erasure, new(input.Exchange));
        await context.CallActivityAsync(MarkHandled, new(input.Exchange, input.FactId));
        return Done.Value;
    }
}
