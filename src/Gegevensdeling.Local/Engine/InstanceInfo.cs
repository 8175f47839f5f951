namespace Gegevensdeling.Local.Engine;

public enum InstanceStatus
{
    Running = 0,
    Completed = 1,
    Failed = 2,

    /// <summary>Its code no longer fits its history, or awaits what is not the engine's; <see cref="InstanceInfo.Step"/> names the step.</summary>
    Stopped = 3,
}

/// <summary>What an operator may see of an instance: never an input, an output or a message.</summary>
/// <param name="FailureCode">Why it failed; null otherwise.</param>
/// <param name="Step">Where it stopped; null otherwise.</param>
/// <param name="NextDue">The earliest stored deadline; null when it has none.</param>
public sealed record InstanceInfo(
    string InstanceId, string Name, int Version, InstanceStatus Status, string? FailureCode, string? Step, DateTimeOffset? NextDue);
