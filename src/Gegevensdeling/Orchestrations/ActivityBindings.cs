using Gegevensdeling.Telemetry;

namespace Gegevensdeling.Orchestrations;

/// <summary>The code behind each activity token, bound once at start. Every attempt is measured here, for both engines.</summary>
/// <param name="clock">Measures how long attempts take; null is the system's.</param>
public sealed class ActivityBindings(TimeProvider? clock = null)
{
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Dictionary<string, Func<string, CancellationToken, Task<string>>> handlers = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => handlers.Keys;

    public ActivityBindings Bind<TIn, TOut>(Activity<TIn, TOut> activity, Func<TIn, CancellationToken, Task<TOut>> handler)
    {
        handlers.Add(activity.Name, async (json, cancellation) =>
        {
            var input = OrchestrationJson.Read<TIn>(json);
            return OrchestrationJson.Write(await ActivityMeasure.RunAsync(activity, input, () => handler(input, cancellation), clock, cancellation));
        });
        return this;
    }

    /// <summary>Runs the activity on JSON in, JSON out.</summary>
    /// <exception cref="KeyNotFoundException">No activity of that name is bound.</exception>
    public Task<string> RunAsync(string name, string input, CancellationToken cancellation) => handlers[name](input, cancellation);
}
