using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using static Gegevensdeling.Exchanges.Groeipakket.GroeipakketActivityTokens;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>An extract of the register lives until the next one takes its place, or its own short term ends.</summary>
public static class ExtractOrchestration
{
    public static Orchestration<ExtractInput, Done> Orchestration { get; } = new("Kadasteruittreksel", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, ExtractInput input)
    {
        await context.CallActivityAsync(HearExtract, new(input.Exchange, context.NewGuid()));
        var message = await context.NextMessageAsync<ExtractMessage>(input.Until);
        await context.CallSubOrchestratorAsync(ErasureAlsoDropped.Orchestration, GroeipakketNames.Erasure, new(input.Exchange));
        if (message is not null)
            await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
        return Done.Value;
    }
}
