using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Local.Engine;

/// <summary>What wakes an instance in this process. Only what the disk has, or what can be done again, comes this way.</summary>
internal abstract record InstanceEvent
{
    private InstanceEvent()
    {
    }

    /// <summary>It started, or a deadline may have passed.</summary>
    public sealed record Wake : InstanceEvent
    {
        public static Wake Up { get; } = new();
    }

    public sealed record MessageArrived(Message Message) : InstanceEvent;

    public sealed record ActivityEnded(int Execution, int Task, int Attempt, RawJson? Output, FailureCode Code, bool Retry) : InstanceEvent;

    /// <param name="Answer">The outcome for the step of the parent; null when no step waits for it any more and it is only taken note of.</param>
    public sealed record ChildEnded(string Child, int Execution, HistoryEvent? Answer) : InstanceEvent;

    public sealed record ForeignAwait(int Execution) : InstanceEvent;
}
