using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask.Testing.Sidecar;

namespace Gegevensdeling.Functions.Tests.Real;

/// <summary>
/// Durable Task's own in-memory service with a clock that can be turned: its timers wait here for ours. It also tells when nothing is under way, holds
/// work back while the workers stand still, and keeps what comes for an instance before its start (the service itself would stumble over that).
/// </summary>
internal sealed partial class TurnedService(InMemoryOrchestrationService inner, TurnedClock clock) : IOrchestrationService
{
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset At, TaskMessage Message)> timers = [];
    private readonly Dictionary<string, List<TaskMessage>> early = new(StringComparer.Ordinal);
    private TaskCompletionSource open = Opened();
    private int busy;
    private int fetching;

    /// <summary>No work item is out, and both dispatchers wait for one.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate) return !open.Task.IsCompleted || (busy == 0 && fetching == 2);
        }
    }

    public bool IsWorking => Gate().IsCompleted;

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate) return timers.Count == 0 ? null : timers.Min(timer => timer.At);
        }
    }

    public int MaxConcurrentTaskOrchestrationWorkItems => 1000;

    public int MaxConcurrentTaskActivityWorkItems => 1000;

    public int TaskOrchestrationDispatcherCount => inner.TaskOrchestrationDispatcherCount;

    public int TaskActivityDispatcherCount => inner.TaskActivityDispatcherCount;

    public BehaviorOnContinueAsNew EventBehaviourForContinueAsNew => inner.EventBehaviourForContinueAsNew;

    public void Open(bool opened)
    {
        lock (gate)
        {
            if (opened)
                open.TrySetResult();
            else if (open.Task.IsCompleted)
                open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>A timer that the code let go of; Durable Task lets its message come and ignores it.</summary>
    public void LetGo(string instanceId, DateTimeOffset at)
    {
        lock (gate) timers.RemoveAll(timer => timer.Message.OrchestrationInstance.InstanceId == instanceId && timer.At == at);
    }

    /// <summary>Lets every timer fire that is due at the clock's present time.</summary>
    public async Task FireAsync()
    {
        List<TaskMessage> due;
        lock (gate)
        {
            due = [.. timers.Where(timer => timer.At <= clock.Now).OrderBy(timer => timer.At).Select(timer => timer.Message)];
            timers.RemoveAll(timer => due.Contains(timer.Message));
        }

        foreach (var message in due)
            await inner.SendTaskOrchestrationMessageAsync(Now(message));
    }

    public async Task<TaskOrchestrationWorkItem> LockNextTaskOrchestrationWorkItemAsync(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        await FetchAsync(() => inner.LockNextTaskOrchestrationWorkItemAsync(receiveTimeout, cancellationToken), cancellationToken);

    public async Task<TaskActivityWorkItem> LockNextTaskActivityWorkItem(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        await FetchAsync(() => inner.LockNextTaskActivityWorkItem(receiveTimeout, cancellationToken), cancellationToken);

    public async Task CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem, OrchestrationRuntimeState newOrchestrationRuntimeState, IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages, IList<TaskMessage> timerMessages, TaskMessage continuedAsNewMessage, OrchestrationState orchestrationState)
    {
        List<TaskMessage> dueNow = [];
        lock (gate)
        {
            var (instance, ended) = (newOrchestrationRuntimeState.OrchestrationInstance!, newOrchestrationRuntimeState.OrchestrationStatus is not OrchestrationStatus.Running);
            timers.RemoveAll(timer => timer.Message.OrchestrationInstance is var of && of.InstanceId == instance.InstanceId && (ended || of.ExecutionId != instance.ExecutionId));
            foreach (var message in timerMessages)
            {
                var at = new DateTimeOffset(DateTime.SpecifyKind(((TimerFiredEvent)message.Event).FireAt, DateTimeKind.Utc));
                if (at <= clock.Now)
                    dueNow.Add(Now(message));
                else if (!ended)
                    timers.Add((at, message));
            }
        }

        foreach (var started in orchestratorMessages.Where(message => message.Event is ExecutionStartedEvent).ToList())
            Kept(started.OrchestrationInstance.InstanceId).ForEach(orchestratorMessages.Add);
        await inner.CompleteTaskOrchestrationWorkItemAsync(
            workItem, newOrchestrationRuntimeState, outboundMessages, orchestratorMessages, dueNow, continuedAsNewMessage, orchestrationState);
    }

    public Task CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage) =>
        AfterAsync(inner.CompleteTaskActivityWorkItemAsync(workItem, responseMessage));

    public Task AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem) => AfterAsync(inner.AbandonTaskActivityWorkItemAsync(workItem));

    public Task ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem) => AfterAsync(inner.ReleaseTaskOrchestrationWorkItemAsync(workItem));

    private async Task<T> FetchAsync<T>(Func<Task<T>> fetch, CancellationToken cancellation)
    {
        lock (gate) fetching++;
        var got = false;
        try
        {
            var item = await fetch();
            got = true;
            return item;
        }
        finally
        {
            lock (gate)
            {
                fetching--;
                busy += got ? 1 : 0;
            }

            if (got)
                await Gate().WaitAsync(cancellation);
        }
    }

    private async Task AfterAsync(Task done)
    {
        await done;
        lock (gate) busy--;
    }

    private Task Gate()
    {
        lock (gate) return open.Task;
    }

    private List<TaskMessage> Kept(string instanceId)
    {
        lock (gate) return early.Remove(instanceId, out var kept) ? kept : [];
    }

    /// <summary>The same timer, fired at a moment that the service's own clock has reached.</summary>
    private static TaskMessage Now(TaskMessage timer) => new()
    {
        OrchestrationInstance = timer.OrchestrationInstance,
        Event = new TimerFiredEvent(-1, DateTime.UnixEpoch) { TimerId = ((TimerFiredEvent)timer.Event).TimerId },
    };

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
