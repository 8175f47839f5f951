namespace Gegevensdeling.Local.Engine;

/// <summary>
/// Where the code of one orchestration runs: on the thread of the turn, and only during it. Whatever comes back to it from another
/// thread belongs to an await that is not the engine's own, which no replay could repeat (law 1).
/// </summary>
internal sealed class TurnSynchronizationContext(Action foreign) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();
    private volatile int thread;

    public bool InTurn => thread == Environment.CurrentManagedThreadId;

    public void Run(Action turn)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        thread = Environment.CurrentManagedThreadId;
        try
        {
            turn();
            while (queue.TryDequeue(out var work)) work.Callback(work.State);
        }
        finally
        {
            thread = 0;
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (InTurn) queue.Enqueue((d, state));
        else foreign();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (InTurn) d(state);
        else foreign();
    }

    public override SynchronizationContext CreateCopy() => this;
}
