namespace Gegevensdeling.Local.Engine;

/// <summary>Wakes instances whose stored deadline has come. Memory holds the earliest one only, the file holds all.</summary>
internal sealed class DueTimes : IDisposable
{
    // A platform timer reaches no further than 49 days; a deadline of years is looked at again each day.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly Workers workers;
    private readonly EngineParts parts;
    private readonly ITimer timer;
    private DateTimeOffset? earliest;

    public DueTimes(Workers workers, EngineParts parts)
    {
        (this.workers, this.parts) = (workers, parts);
        timer = parts.Time.CreateTimer(_ => Dispatch(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True when a deadline has come that <see cref="Dispatch"/> has not seen yet.</summary>
    public bool Any
    {
        get
        {
            lock (gate) return earliest <= parts.Time.GetUtcNow();
        }
    }

    /// <summary>A deadline that is now on disk.</summary>
    public void Note(DateTimeOffset? due)
    {
        if (due is null) return;
        lock (gate)
        {
            if (earliest <= due) return;
            earliest = due;
            Arm();
        }
    }

    public void Dispatch()
    {
        List<string> due = [];
        lock (gate)
        {
            var now = parts.Time.GetUtcNow();
            try
            {
                due = parts.Reader.DueAt(now);
                earliest = parts.Reader.NextDueAfter(now);
            }
            catch (EngineStorageException)
            {
                parts.Log.TimersUnread();
                earliest = now + parts.Options.StorageRetry;
            }

            Arm();
        }

        foreach (var id in due) workers.Post(id, InstanceEvent.Wake.Up);
    }

    public void Dispose() => timer.Dispose();

    private void Arm()
    {
        if (earliest is not { } at) return;
        var wait = at - parts.Time.GetUtcNow();
        timer.Change(wait < Shortest ? Shortest : wait > Longest ? Longest : wait, Timeout.InfiniteTimeSpan);
    }
}
