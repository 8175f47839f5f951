using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Local.Engine;

internal enum StepKind
{
    Activity,
    SubOrchestration,
    Timer,
    Message,
}

/// <summary>A step that the code has asked for and that has no answer yet.</summary>
internal abstract class PendingStep(StepKind kind, int task, string name)
{
    public StepKind Kind { get; } = kind;

    public int Task { get; } = task;

    /// <summary>The activity, or the instance id of the sub-orchestration; empty for a timer and a wait.</summary>
    public string Name { get; } = name;

    public RawJson Input { get; init; }

    public RetryPolicy Retry { get; init; } = RetryPolicy.Once;

    public int Attempt { get; set; } = 1;

    /// <summary>When a timer fires, a wait ends or the next attempt of an activity may begin.</summary>
    public DateTimeOffset? Due { get; set; }

    public bool IsDue(DateTimeOffset now) => Due is null || Due <= now;

    /// <summary>Answers the code. Null is the answer of a timer and of a wait whose deadline passed.</summary>
    public abstract void Resolve(RawJson? answer);

    public abstract void Reject(FailureCode code);
}

/// <summary>The typed end of a step. Its continuations run inside the turn that answers it: no other thread ever runs them.</summary>
internal sealed class PendingStep<TAnswer>(StepKind kind, int task, string name, Func<RawJson?, TAnswer> read) : PendingStep(kind, task, name)
{
    private readonly TaskCompletionSource<TAnswer> source = new();

    public Task<TAnswer> Answer => source.Task;

    public override void Resolve(RawJson? answer)
    {
        TAnswer value;
        try
        {
            value = read(answer);
        }
#pragma warning disable CA1031 // whatever a converter throws is the orchestration's to meet, as if the call had thrown it
        catch (Exception unreadable)
#pragma warning restore CA1031
        {
            Throw(unreadable);
            return;
        }

        source.SetResult(value);
    }

    public override void Reject(FailureCode code) => Throw(new ActivityFailedException(Name, code));

    private void Throw(Exception exception)
    {
        source.SetException(exception);
        _ = source.Task.Exception; // an un-awaited step may fail; that is no unobserved exception
    }
}
