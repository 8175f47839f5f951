using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Local.Engine;

/// <summary>
/// One run of an orchestration's code, brought to any point by its history and dropped at any point without a trace: nothing is
/// ever cancelled or thrown through a parked one, so its <c>finally</c> runs only at its real end (law 4).
/// </summary>
internal sealed class Execution
{
    private readonly SortedDictionary<int, PendingStep> pending = [];
    private readonly ReplayContext context;
    private readonly TurnSynchronizationContext turn;
    private readonly IOrchestrationToken token;
    private readonly Action<Execution> onForeignAwait;
    private List<Decision> decisions = [];
    private Task<string>? code;
    private int tasks;
    private volatile bool foreign;

    public Execution(IOrchestrationToken token, string instanceId, int number, Action<Execution> onForeignAwait)
    {
        (this.token, Number, this.onForeignAwait) = (token, number, onForeignAwait);
        turn = new(Foreign);
        context = new(instanceId, token.Version, number, this);
    }

    public int Number { get; }

    public DateTimeOffset Now { get; private set; }

    public int Turns { get; private set; }

    public IReadOnlyCollection<PendingStep> Pending => pending.Values;

    /// <summary>The one wait for a message, or null.</summary>
    public PendingStep? Waiting { get; private set; }

    /// <summary>Complete, Fail or ContinueAsNew, once the code has come to its end.</summary>
    public Decision? End { get; private set; }

    /// <summary>What the code threw at its end, for its type only.</summary>
    public Exception? Fault { get; private set; }

    public string ForeignStep => $"an await that is not the engine's own, after step {tasks}";

    public PendingStep? Find(int task) => pending.GetValueOrDefault(task);

    public int NextTask()
    {
        RequireTurn();
        return ++tasks;
    }

    public void Decide(Decision decision, PendingStep step)
    {
        decisions.Add(decision);
        pending.Add(step.Task, step);
        if (step.Kind is StepKind.Message) Waiting = step;
    }

    /// <summary>Refuses a call that comes from outside the turn, after an await that left it.</summary>
    public void RequireTurn()
    {
        if (turn.InTurn) return;
        Foreign();
        throw ForeignAwait();
    }

    /// <exception cref="ReplayDivergenceException">The code takes another decision than the history tells.</exception>
    public void Replay(IEnumerable<Turn> history)
    {
        foreach (var then in history)
        {
            var now = Apply(then.Event, then.At);
            if (then.DifferenceWith(now) is { } step) throw new ReplayDivergenceException(step);
        }
    }

    /// <summary>Lets the code go on with one event until it waits again, and tells what it decided.</summary>
    public IReadOnlyList<Decision> Apply(HistoryEvent arrived, DateTimeOffset at)
    {
        decisions = [];
        Now = at;
        Turns++;
        turn.Run(() => Deliver(arrived));
        if (foreign) throw ForeignAwait();
        if (End is null && code!.IsCompleted) Finish(code);
        if (End is null && pending.Count == 0) throw ForeignAwait(); // it waits, and not for anything of the engine
        return decisions;
    }

    private void Deliver(HistoryEvent arrived)
    {
        switch (arrived)
        {
            case HistoryEvent.Started started:
                code = token.RunAsync(context, started.Input.Text);
                _ = code.ContinueWith(_ => { if (!turn.InTurn) Foreign(); }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                break;
            case HistoryEvent.AttemptFailed failed:
                var step = Take(failed.Task, StepKind.Activity, remove: false);
                (step.Attempt, step.Due) = (failed.Attempt + 1, failed.RetryAt);
                break;
            case HistoryEvent.ActivityCompleted completed: Take(completed.Task, StepKind.Activity).Resolve(completed.Output); break;
            case HistoryEvent.ActivityFailed failed: Take(failed.Task, StepKind.Activity).Reject(new(failed.Code)); break;
            case HistoryEvent.SubOrchestrationCompleted completed: Take(completed.Task, StepKind.SubOrchestration).Resolve(completed.Output); break;
            case HistoryEvent.SubOrchestrationFailed failed: Take(failed.Task, StepKind.SubOrchestration).Reject(new(failed.Code)); break;
            case HistoryEvent.TimerFired fired: Take(fired.Task, StepKind.Timer).Resolve(null); break;
            case HistoryEvent.DeadlinePassed passed: Take(passed.Task, StepKind.Message).Resolve(null); break;
            case HistoryEvent.MessageReceived received: Take(received.Task, StepKind.Message).Resolve(received.Message); break;
            default: throw new ReplayDivergenceException($"an unknown event {arrived.GetType().Name}");
        }
    }

    private PendingStep Take(int task, StepKind kind, bool remove = true)
    {
        if (Find(task) is not { } step || step.Kind != kind) throw new ReplayDivergenceException($"step {task}: the history answers it, the code has not asked it");
        if (remove) pending.Remove(task);
        if (remove && kind is StepKind.Message) Waiting = null;
        return step;
    }

    private void Finish(Task<string> ended)
    {
        Fault = ended.Exception?.InnerException;
        if (Fault is ReplayDivergenceException divergence) throw divergence;
        End = (ended.Status, Fault, context.NextInput) switch
        {
            (TaskStatus.RanToCompletion, _, { } input) => new Decision.ContinueAsNew(input),
            (TaskStatus.RanToCompletion, _, _) => new Decision.Complete(new(ended.Result)),
            (_, ActivityFailedException failed, _) => new Decision.Fail(failed.Code.Value),
            _ => new Decision.Fail(FailureCode.Unexpected.Value),
        };
        decisions.Add(End);
        Waiting = null;
        foreach (var step in pending.Values.Where(step => step.Kind is not StepKind.Activity).ToList()) pending.Remove(step.Task);
    }

    private void Foreign()
    {
        foreign = true;
        onForeignAwait(this);
    }

    private ReplayDivergenceException ForeignAwait() => new(ForeignStep);
}
