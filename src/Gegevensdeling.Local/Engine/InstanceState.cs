using System.Text.Json;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Local.Engine;

/// <summary>A running instance brought back from its history: its code, its unread messages and its stored deadlines.</summary>
internal sealed class InstanceState
{
    private readonly EngineParts parts;
    private readonly IOrchestrationToken token;
    private readonly Action<Execution> onForeignAwait;
    private readonly Queue<Message> unread = new();

    private InstanceState(StoredInstance stored, IOrchestrationToken token, EngineParts parts, Action<Execution> onForeignAwait)
    {
        (Stored, this.token, this.parts, this.onForeignAwait) = (stored, token, parts, onForeignAwait);
        Execution = New();
    }

    public StoredInstance Stored { get; private set; }

    public Execution Execution { get; private set; }

    /// <summary>The marks on disk; null when they must be written again.</summary>
    public WakeMarks? Marks { get; set; }

    /// <summary>The last message that this state has seen, read or unread.</summary>
    public long LastMessage { get; private set; }

    /// <summary>Reads and replays it; adds what became of its sub-orchestrations meanwhile.</summary>
    /// <exception cref="ReplayDivergenceException">Its code is gone, or takes other decisions than the history tells.</exception>
    public static InstanceState Load(
        StoredInstance stored, string id, EngineParts parts, Action<Execution> onForeignAwait, long lastMessage, List<InstanceEvent> children)
    {
        var token = parts.Catalog.Find(stored.Name, stored.Version)
            ?? throw new ReplayDivergenceException($"the start: '{stored.Name}' version {stored.Version} is not in the catalogue");
        var state = new InstanceState(stored, token, parts, onForeignAwait) { LastMessage = lastMessage };
        try
        {
            state.Execution.Replay(parts.Reader.Turns(stored.Key));
        }
        catch (JsonException)
        {
            throw new ReplayDivergenceException($"turn {state.Execution.Turns + 1}: unreadable");
        }

        if (state.Execution.Turns == 0) state.Marks = new(true, null);
        foreach (var message in parts.Reader.Unread(id)) state.Enqueue(message);
        var unreported = parts.Reader.Unreported(id); // before the outcomes: each of these has one
        foreach (var step in state.Execution.Pending.Where(step => step.Kind is StepKind.SubOrchestration))
        {
            if (parts.Reader.Outcome(step, id, state.Execution.Number) is not { } answer) continue;
            children.Add(new InstanceEvent.ChildEnded(step.Name, state.Execution.Number, answer));
            unreported.Remove(step.Name);
        }

        children.AddRange(unreported.Select(child => new InstanceEvent.ChildEnded(child, 0, null)));
        return state;
    }

    /// <summary>Lets the code go on with all that came, and with the messages and deadlines that it waits for.</summary>
    public void Take(Pass pass, IEnumerable<InstanceEvent> arrived)
    {
        if (Execution.Turns == 0) Take(pass, new HistoryEvent.Started(Stored.Input));
        foreach (var item in arrived) Take(pass, item);
        while (!pass.IsFull && Next() is { } next) Take(pass, next);
    }

    /// <summary>What would be taken next without anything new arriving, or null.</summary>
    public HistoryEvent? Next()
    {
        if (Execution.End is not null) return null;
        if (Execution.Waiting is { } wait && unread.TryPeek(out var message)) return new HistoryEvent.MessageReceived(wait.Task, message.Id, message.Payload);
        var now = parts.Time.GetUtcNow();
        var due = Execution.Pending.Where(step => step.Kind is StepKind.Timer or StepKind.Message && step.Due <= now).MinBy(step => (step.Due, step.Task));
        return due switch
        {
            null => null,
            { Kind: StepKind.Message } => new HistoryEvent.DeadlinePassed(due.Task),
            _ => new HistoryEvent.TimerFired(due.Task),
        };
    }

    /// <summary>Ready while an activity is under way; else the earliest deadline wakes it.</summary>
    public WakeMarks CurrentMarks()
    {
        var now = parts.Time.GetUtcNow();
        var ready = Execution.Pending.Any(step => step.Kind is StepKind.Activity && step.IsDue(now));
        return new(ready, Execution.Pending.Where(step => step.Kind is not StepKind.Activity || step.Due > now).Min(step => step.Due));
    }

    /// <summary>Begins the next run, with an empty history and the messages that were not read.</summary>
    public void ContinueAsNew(RawJson input)
    {
        Stored = Stored with { Execution = Stored.Execution + 1, Input = input };
        (Execution, Marks) = (New(), new(true, null));
    }

    private Execution New() => new(token, Stored.Id, Stored.Execution, onForeignAwait);

    private void Enqueue(Message message)
    {
        unread.Enqueue(message);
        LastMessage = Math.Max(LastMessage, message.Number);
    }

    private void Take(Pass pass, InstanceEvent arrived)
    {
        switch (arrived)
        {
            case InstanceEvent.MessageArrived { Message: var message } when message.Number > LastMessage:
                Enqueue(message);
                break;
            case InstanceEvent.ActivityEnded ended when ended.Execution == Execution.Number
                && Execution.Find(ended.Task) is { Kind: StepKind.Activity } step && step.Attempt == ended.Attempt:
                Take(pass, Answer(step, ended));
                break;
            case InstanceEvent.ChildEnded child:
                if (child.Answer is not HistoryEvent.SubOrchestrationFailed { Code: var code } || code != EngineFailure.NameTaken.Value) pass.Reported.Add(child.Child);
                if (child.Execution == Execution.Number && child.Answer is { } answer && WaitsFor(child.Child)) Take(pass, answer);
                break;
            case InstanceEvent.ForeignAwait foreign when foreign.Execution == Execution.Number:
                throw new ReplayDivergenceException(Execution.ForeignStep);
        }
    }

    private bool WaitsFor(string child) =>
        Execution.Pending.Any(step => step.Kind is StepKind.SubOrchestration && step.Name == child);

    private HistoryEvent Answer(PendingStep step, InstanceEvent.ActivityEnded ended)
    {
        if (ended.Output is { } output) return new HistoryEvent.ActivityCompleted(step.Task, output);
        if (!ended.Retry || step.Attempt >= step.Retry.MaxAttempts) return new HistoryEvent.ActivityFailed(step.Task, ended.Code.Value);
        return new HistoryEvent.AttemptFailed(step.Task, step.Attempt, ended.Code.Value, parts.Time.GetUtcNow() + step.Retry.DelayAfter(step.Attempt));
    }

    private void Take(Pass pass, HistoryEvent arrived)
    {
        if (arrived is HistoryEvent.MessageReceived) unread.Dequeue();
        var at = parts.Time.GetUtcNow();
        if (at < Execution.Now) at = Execution.Now; // the machine's clock was set back; the history's never is
        pass.Add(new Turn(at, arrived, Execution.Apply(arrived, at)), Execution.Number);
    }
}
