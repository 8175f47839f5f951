using Gegevensdeling.Orchestrations;
using Gegevensdeling.Telemetry;

namespace Gegevensdeling.Local.Engine;

/// <summary>
/// One instance in memory: takes what came for it, lets its code go on, writes that, and only then lets the effects happen. Its
/// state may be dropped at any moment between two passes; the history brings it back.
/// </summary>
internal sealed class LiveInstance(string id, Workers workers, EngineParts parts) : IThreadPoolWorkItem
{
    private readonly HashSet<int> underWay = [];
    private InstanceState? state;
    private long lastMessage;

    public string Id => id;

    /// <summary>Owned by <see cref="Workers"/>, under its lock.</summary>
    public WorkState Work { get; } = new();

    public void Execute() => _ = WorkAsync();

    private async Task WorkAsync()
    {
        while (workers.Take(this) is { } batch)
        {
            try
            {
                await PassAsync(batch);
            }
#pragma warning disable CA1031 // one instance's trouble must not end the worker; it is written down and tried again
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (failure is EngineStorageException) parts.Log.StorageRefused(id);
                else parts.Log.EngineFailed(id, failure.GetType().Name, Guid.NewGuid());
                state = null;
                workers.RetryLater(this, batch);
                return;
            }
        }
    }

    private async Task PassAsync(List<InstanceEvent> batch)
    {
        foreach (var ended in batch.OfType<InstanceEvent.ActivityEnded>()) underWay.Remove(ended.Task);
        try
        {
            List<InstanceEvent> children = [];
            if (state is null)
            {
                var stored = parts.Reader.Find(id);
                if (stored is { Status: InstanceStatus.Running }) state = InstanceState.Load(stored, id, parts, OnForeignAwait, lastMessage, children);
                else await TakeNoteAsync(batch, stored?.Status);
            }

            if (state is null) return;
            var pass = new Pass(state.Execution.Turns);
            state.Take(pass, [.. children, .. batch]);
            lastMessage = state.LastMessage;
            await CommitAsync(state, pass);
        }
        catch (ReplayDivergenceException divergence)
        {
            state = null;
            var stop = new StatusEntry(id, divergence.Step);
            await parts.Journal.WriteAsync(stop);
            if (!stop.Changed) return;
            parts.Log.Stopped(id, divergence.Step);
            Instruments.OrchestrationsStopped.Add(1);
        }
    }

    /// <summary>For a parent that has ended or is purged: its sub-orchestrations may be purged too. A stopped one may still go on.</summary>
    private async Task TakeNoteAsync(List<InstanceEvent> batch, InstanceStatus? status)
    {
        var ended = batch.OfType<InstanceEvent.ChildEnded>().Select(child => child.Child).ToList();
        if (ended.Count == 0 || status is InstanceStatus.Stopped) return;
        await parts.Journal.WriteAsync(new TurnEntry(0, id) { Turns = [], MessagesRead = [], Children = [], Reported = ended });
    }

    private async Task CommitAsync(InstanceState current, Pass pass)
    {
        var execution = current.Execution;
        // An end waits for the activities that nobody awaited: they run at least once too (law 2).
        var end = execution.Pending.Count == 0 ? execution.End : null;
        var marks = current.CurrentMarks();
        if (!pass.IsEmpty)
        {
            await parts.Journal.WriteAsync(new TurnEntry(current.Stored.Key, id)
            {
                FirstTurn = pass.FirstTurn,
                Turns = pass.Turns,
                MessagesRead = pass.MessagesRead,
                Children = pass.Children,
                Reported = pass.Reported,
                End = end,
                Marks = marks == current.Marks ? null : marks,
            });
            current.Marks = marks;
        }

        StartChildren(pass, execution.Number);
        if (end is Decision.ContinueAsNew next)
        {
            current.ContinueAsNew(next.Input);
            workers.Post(id, InstanceEvent.Wake.Up);
        }
        else if (end is not null)
        {
            Finished(current, end);
        }
        else
        {
            StartActivities(execution);
            workers.Due.Note(marks.Due);
            if (pass.IsFull) workers.Post(id, InstanceEvent.Wake.Up);
        }
    }

    private void StartChildren(Pass pass, int execution)
    {
        foreach (var child in pass.Children)
        {
            if (child.Started) workers.Post(child.Id, InstanceEvent.Wake.Up);
            else workers.Post(id, new InstanceEvent.ChildEnded(child.Id, execution, new HistoryEvent.SubOrchestrationFailed(child.Task, EngineFailure.NameTaken.Value)));
        }
    }

    private void StartActivities(Execution execution)
    {
        var now = parts.Time.GetUtcNow();
        foreach (var step in execution.Pending.Where(step => step.Kind is StepKind.Activity && step.IsDue(now)))
        {
            if (underWay.Add(step.Task)) workers.Activities.Start(this, execution.Number, step);
        }
    }

    private void Finished(InstanceState ended, Decision end)
    {
        state = null;
        workers.Forget(this);
        if (ended.Execution.Fault is { } fault and not ActivityFailedException) parts.Log.OrchestrationFailed(id, fault.GetType().Name, Guid.NewGuid());
        if (ended.Stored.Parent is { } parent)
        {
            HistoryEvent answer = end switch
            {
                Decision.Complete done => new HistoryEvent.SubOrchestrationCompleted(parent.Task, done.Output),
                Decision.Fail failed => new HistoryEvent.SubOrchestrationFailed(parent.Task, failed.Code),
                _ => throw new InvalidOperationException("Only an end ends"),
            };
            workers.Post(parent.Id, new InstanceEvent.ChildEnded(id, parent.Execution, answer));
        }

        parts.Options.Ended?.Invoke(id);
    }

    private void OnForeignAwait(Execution execution) => workers.Post(id, new InstanceEvent.ForeignAwait(execution.Number));
}
