namespace Gegevensdeling.Orchestrations;

/// <summary>The code behind each activity token, bound once at start.</summary>
public sealed class ActivityBindings
{
    private readonly Dictionary<string, Func<string, CancellationToken, Task<string>>> handlers = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => handlers.Keys;

    public ActivityBindings Bind<TIn, TOut>(Activity<TIn, TOut> activity, Func<TIn, CancellationToken, Task<TOut>> handler)
    {
        handlers.Add(activity.Name, async (input, cancellation) =>
            OrchestrationJson.Write(await handler(OrchestrationJson.Read<TIn>(input), cancellation)));
        return this;
    }

    /// <summary>Runs the activity on JSON in, JSON out.</summary>
    /// <exception cref="KeyNotFoundException">No activity of that name is bound.</exception>
    public Task<string> RunAsync(string name, string input, CancellationToken cancellation) => handlers[name](input, cancellation);
}
