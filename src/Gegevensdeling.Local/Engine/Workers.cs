namespace Gegevensdeling.Local.Engine;

/// <summary>
/// From a start of the workers until their stop: the instances in memory, whose turn it is, and whether anything is left to do. One
/// lock guards all of it; nothing under it waits.
/// </summary>
internal sealed class Workers : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LiveInstance> live = new(StringComparer.Ordinal);
    private readonly LinkedList<LiveInstance> atRest = new();
    private readonly EngineParts parts;
    private readonly CancellationTokenSource stopping = new();
    private List<TaskCompletionSource> idleWaiters = [];
    private bool open = true;
    private int busy;

    public Workers(EngineParts parts)
    {
        this.parts = parts;
        Activities = new(this, parts);
        Due = new(this, parts);
    }

    public ActivityRunner Activities { get; }

    public DueTimes Due { get; }

    public CancellationToken Stopping => stopping.Token;

    /// <summary>Hands something to an instance, and the instance to a worker.</summary>
    public void Post(string id, InstanceEvent arrived)
    {
        lock (gate)
        {
            if (!open) return;
            if (!live.TryGetValue(id, out var instance)) live[id] = instance = new(id, this, parts);
            instance.Work.Mailbox.Add(arrived);
            Schedule(instance);
        }
    }

    /// <summary>What came for the instance since its last pass; null when it may rest.</summary>
    public List<InstanceEvent>? Take(LiveInstance instance)
    {
        lock (gate)
        {
            var work = instance.Work;
            if (open && work.Mailbox.Count > 0)
            {
                var batch = work.Mailbox;
                work.Mailbox = [];
                return batch;
            }

            work.Scheduled = false;
            Rest(instance);
            EndWork();
            return null;
        }
    }

    /// <summary>After a pass that could not be written: the same again, later. Until then there is nothing to do for it.</summary>
    public void RetryLater(LiveInstance instance, List<InstanceEvent> batch)
    {
        lock (gate)
        {
            instance.Work.Mailbox.InsertRange(0, batch);
            if (open) Later.Run(parts.Time, parts.Options.StorageRetry, () => Retry(instance)); // before the wait is called idle
            EndWork();
        }
    }

    /// <summary>The instance has ended: it leaves the memory as soon as nothing is left for it.</summary>
    public void Forget(LiveInstance instance)
    {
        lock (gate) instance.Work.Ended = true;
    }

    /// <summary>An activity of the instance is under way from here to <see cref="EndActivity"/>.</summary>
    public void BeginActivity(LiveInstance instance)
    {
        lock (gate)
        {
            busy++;
            instance.Work.Activities++;
        }
    }

    public void EndActivity(LiveInstance instance, InstanceEvent? outcome)
    {
        lock (gate)
        {
            instance.Work.Activities--;
            if (open && outcome is not null)
            {
                instance.Work.Mailbox.Add(outcome);
                Schedule(instance);
            }

            EndWork();
        }
    }

    /// <summary>Ends when no worker and no activity has anything to do.</summary>
    public Task IdleAsync()
    {
        lock (gate)
        {
            if (busy == 0) return Task.CompletedTask;
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idleWaiters.Add(waiter);
            return waiter.Task;
        }
    }

    /// <summary>Begins nothing more, asks the activities to stop and waits for those at work.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        lock (gate) open = false;
        Due.Dispose();
        await stopping.CancelAsync();
        await IdleAsync().WaitAsync(cancellation);
    }

    public void Dispose()
    {
        Due.Dispose();
        Activities.Dispose();
        stopping.Dispose();
    }

    private void Retry(LiveInstance instance)
    {
        lock (gate)
        {
            if (!open) return;
            busy++;
            ThreadPool.UnsafeQueueUserWorkItem(instance, preferLocal: false);
        }
    }

    private void Schedule(LiveInstance instance)
    {
        var work = instance.Work;
        if (work.Scheduled) return;
        work.Scheduled = true;
        if (work.AtRest is { } node) atRest.Remove(node);
        work.AtRest = null;
        busy++;
        ThreadPool.UnsafeQueueUserWorkItem(instance, preferLocal: false);
    }

    private void Rest(LiveInstance instance)
    {
        if (instance.Work.Activities > 0) return;
        if (instance.Work.Ended)
        {
            live.Remove(instance.Id);
            return;
        }

        instance.Work.AtRest = atRest.AddLast(instance);
        if (atRest.Count <= parts.Options.CachedInstances) return;
        var longest = atRest.First!.Value;
        atRest.RemoveFirst();
        live.Remove(longest.Id);
    }

    private void EndWork()
    {
        if (--busy > 0) return;
        foreach (var waiter in idleWaiters) waiter.TrySetResult();
        idleWaiters = [];
    }
}
