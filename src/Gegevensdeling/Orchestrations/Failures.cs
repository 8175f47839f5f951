namespace Gegevensdeling.Orchestrations;

/// <summary>The only thing about a failure that crosses an engine's boundary: a short fixed word, never a text with data in it.</summary>
public readonly record struct FailureCode(string Value)
{
    /// <summary>An exception that nobody mapped; the log has a correlation id and nothing more.</summary>
    public static FailureCode Unexpected { get; } = new("Onverwacht");

    public override string ToString() => Value;
}

/// <summary>Thrown by an activity that knows why it cannot do its work now.</summary>
public sealed class ActivityFailureException(FailureCode code, bool retry = true) : Exception(code.Value)
{
    public FailureCode Code { get; } = code;

    /// <summary>False where trying again cannot help.</summary>
    public bool Retry { get; } = retry;
}

/// <summary>Seen by an orchestration after the last attempt of an activity or the failure of a sub-orchestration.</summary>
public sealed class ActivityFailedException(string name, FailureCode code) : Exception($"{name}: {code}")
{
    public FailureCode Code { get; } = code;
}

/// <summary>The code no longer fits the history: the instance stops and names the step; it never guesses.</summary>
public sealed class ReplayDivergenceException(string step) : Exception($"Replay differs from the history at {step}")
{
    public string Step { get; } = step;
}
