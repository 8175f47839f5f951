using System.Text.Json.Serialization;

namespace Gegevensdeling.Local.Engine;

/// <summary>What came to an orchestration from outside. <c>Task</c> is the number of the step that it answers.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(ActivityCompleted), "activityCompleted")]
[JsonDerivedType(typeof(ActivityFailed), "activityFailed")]
[JsonDerivedType(typeof(AttemptFailed), "attemptFailed")]
[JsonDerivedType(typeof(SubOrchestrationCompleted), "subOrchestrationCompleted")]
[JsonDerivedType(typeof(SubOrchestrationFailed), "subOrchestrationFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(DeadlinePassed), "deadlinePassed")]
[JsonDerivedType(typeof(MessageReceived), "messageReceived")]
internal abstract record HistoryEvent
{
    private HistoryEvent()
    {
    }

    public sealed record Started(RawJson Input) : HistoryEvent;

    public sealed record ActivityCompleted(int Task, RawJson Output) : HistoryEvent;

    public sealed record ActivityFailed(int Task, string Code) : HistoryEvent;

    /// <summary>The engine's own: the code does not see it, but the back-off must survive a restart (law 2).</summary>
    public sealed record AttemptFailed(int Task, int Attempt, string Code, DateTimeOffset RetryAt) : HistoryEvent;

    public sealed record SubOrchestrationCompleted(int Task, RawJson Output) : HistoryEvent;

    public sealed record SubOrchestrationFailed(int Task, string Code) : HistoryEvent;

    public sealed record TimerFired(int Task) : HistoryEvent;

    public sealed record DeadlinePassed(int Task) : HistoryEvent;

    public sealed record MessageReceived(int Task, string Id, RawJson Message) : HistoryEvent;
}
