using Gegevensdeling.Stores;
using static Gegevensdeling.Telemetry.Instruments;

namespace Gegevensdeling.Exchanges;

/// <summary>Marks facts as handled, and measures how long an orchestration let them wait.</summary>
internal static class HandledFacts
{
    public static async Task HandleAsync(this IRegister register, FactRow row, TimeProvider clock, CancellationToken cancellation)
    {
        await register.MarkHandledAsync(row.Exchange, row.Id, cancellation);
        if (row is { Wakes: true, Handled: false })
            StepWait.Record(Math.Max(0, (clock.GetUtcNow() - row.At).TotalSeconds), Tag("kind", FactJson.WordFor(FactJson.Read(row.Json))));
    }

    public static async Task HandleAsync(this IRegister register, ExchangeId exchange, string factId, TimeProvider clock, CancellationToken cancellation)
    {
        foreach (var row in (await register.FactsAsync(exchange, cancellation)).Where(row => row.Id == factId))
            await register.HandleAsync(row, clock, cancellation);
    }
}
