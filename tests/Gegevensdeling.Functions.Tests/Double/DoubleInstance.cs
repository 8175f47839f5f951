using Microsoft.DurableTask;

namespace Gegevensdeling.Functions.Tests.Double;

/// <summary>One instance of the double: its history of this run, and what waits to be added to it.</summary>
internal sealed class DoubleInstance(string id, string name, string input)
{
    private readonly List<(DateTimeOffset At, Action<DoubleContext> Deliver)> history = [];

    public string Id => id;

    public string Name => name;

    public string Input { get; private set; } = input;

    public int Execution { get; private set; } = 1;

    public string Status { get; private set; } = "Running";

    public string? Failure { get; private set; }

    public string? Output { get; private set; }

    /// <summary>Actions of this run whose effects were given out, in words.</summary>
    public List<string> Decided { get; } = [];

    /// <summary>Timers that the code still waits for.</summary>
    public Dictionary<int, DateTimeOffset> Timers { get; } = [];

    public Queue<Action<DoubleContext>> Waiting { get; } = new();

    public bool Fresh { get; private set; } = true;

    /// <summary>Runs the code from the beginning over the history and what waits.</summary>
    /// <returns>What is newly asked for, with its id.</returns>
    public IReadOnlyList<(int Id, DoubleAction Action)> Run(DateTimeOffset now, Func<TaskOrchestrationContext, Task<string>> code)
    {
        Fresh = false;
        if (history.Count == 0)
            history.Add((now, _ => { }));
        while (Waiting.TryDequeue(out var arrived))
            history.Add((now, arrived));
        var context = new DoubleContext(this) { Now = history[0].At };
        var turn = new DoubleTurn();
        Task<string>? running = null;
        turn.Run(() => running = code(context));
        foreach (var (at, deliver) in history.ToList())
        {
            context.Now = at;
            turn.Run(() => deliver(context));
        }

        return Judge(context, running!);
    }

    private List<(int Id, DoubleAction Action)> Judge(DoubleContext context, Task<string> running)
    {
        var words = context.Actions.ConvertAll(action => action.Words);
        for (var at = 0; at < Decided.Count; at++)
        {
            if (words.ElementAtOrDefault(at) == Decided[at])
                continue;
            (Status, Failure) = ("Failed", $"step {at + 1} was {Decided[at]} and is {words.ElementAtOrDefault(at) ?? "not asked"}");
            return [];
        }

        var fresh = context.Actions.Index().Skip(Decided.Count).Select(action => (action.Index, action.Item)).ToList();
        Decided.AddRange(words.Skip(Decided.Count));
        foreach (var (timer, _) in Timers.Where(timer => !context.Open.ContainsKey(timer.Key)).ToList())
            Timers.Remove(timer);
        foreach (var (timer, action) in fresh)
        {
            if (action is DoubleAction.Timer { At: var at } && context.Open.ContainsKey(timer))
                Timers[timer] = new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
        }

        if (running.IsCompleted && context.Open.Count == 0)
            End(context, running);
        return fresh;
    }

    private void End(DoubleContext context, Task<string> ended)
    {
        if (ended.IsFaulted)
        {
            (Status, Failure) = ("Failed", ended.Exception!.InnerException!.Message);
        }
        else if (context.Next is { } next)
        {
            history.Clear();
            Decided.Clear();
            (Input, Execution, Fresh) = (next, Execution + 1, true);
            foreach (var carried in context.Carried)
                Waiting.Enqueue(run => run.Raise(carried));
        }
        else
        {
            (Status, Output) = ("Completed", ended.Result);
        }
    }
}

/// <summary>Runs code and what it leads to on this thread, one after another, as DurableTask.Core's scheduler does.</summary>
internal sealed class DoubleTurn : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback, object?)> posted = new();

    public void Run(Action code)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            code();
            while (posted.TryDequeue(out var next))
                next.Item1(next.Item2);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => posted.Enqueue((d, state));
}
