namespace Gegevensdeling.Orchestrations;

/// <summary>How often and how patiently an activity is tried.</summary>
/// <param name="MaxAttempts">At least 1.</param>
/// <param name="FirstInterval">Wait before the second attempt.</param>
/// <param name="BackoffCoefficient">Each next wait is this many times the last; at least 1.</param>
/// <param name="MaxInterval">No wait is longer.</param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan FirstInterval, double BackoffCoefficient, TimeSpan MaxInterval)
{
    /// <summary>Without end: an outage keeps an exchange waiting and alarms, it does not end it. The sweep keeps the terms meanwhile.</summary>
    public static RetryPolicy Patient { get; } = new(int.MaxValue, TimeSpan.FromSeconds(5), 2, TimeSpan.FromMinutes(45));

    public static RetryPolicy Once { get; } = new(1, TimeSpan.Zero, 1, TimeSpan.Zero);

    /// <summary>The wait after the given failed attempt (1 is the first).</summary>
    public TimeSpan DelayAfter(int attempt)
    {
        var factor = Math.Pow(BackoffCoefficient, Math.Min(attempt - 1, 60));
        var ticks = Math.Min(FirstInterval.Ticks * factor, MaxInterval.Ticks);
        return TimeSpan.FromTicks((long)ticks);
    }
}

/// <summary>The name of an activity, with its types and its patience. The code behind it is bound in <see cref="ActivityBindings"/>.</summary>
public sealed record Activity<TIn, TOut>(string Name, RetryPolicy Retry) : IActivityToken
{
    Type IActivityToken.InputType => typeof(TIn);

    Type IActivityToken.OutputType => typeof(TOut);
}

/// <summary>The untyped face of <see cref="Activity{TIn, TOut}"/>, for the catalogue and the hosts.</summary>
public interface IActivityToken
{
    string Name { get; }

    RetryPolicy Retry { get; }

    Type InputType { get; }

    Type OutputType { get; }
}

/// <summary>One version of an orchestration: its name, its number and its code.</summary>
public sealed record Orchestration<TIn, TOut>(string Name, int Version, Func<OrchestrationContext, TIn, Task<TOut>> RunAsync) : IOrchestrationToken
{
    async Task<string> IOrchestrationToken.RunAsync(OrchestrationContext context, string input) =>
        OrchestrationJson.Write(await RunAsync(context, OrchestrationJson.Read<TIn>(input)));
}

/// <summary>The untyped face of <see cref="Orchestration{TIn, TOut}"/>: input and output are JSON.</summary>
public interface IOrchestrationToken
{
    string Name { get; }

    int Version { get; }

    Task<string> RunAsync(OrchestrationContext context, string input);
}

/// <summary>The answer of an activity that has none.</summary>
public sealed record Done
{
    public static Done Value { get; } = new();
}
