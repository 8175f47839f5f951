using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Functions.Tests.Double;

/// <summary>
/// A double of Durable Task's context, for the translation only: it behaves as the source of Microsoft.DurableTask.Worker (1.27) and DurableTask.Core (3.11)
/// says the real one does. Ids count up, waits for an event are a stack over a buffer, an open task keeps the orchestration open.
/// </summary>
internal sealed class DoubleContext(DoubleInstance instance) : TaskOrchestrationContext
{
    private readonly Stack<TaskCompletionSource<string>> waits = new();
    private readonly Queue<string> buffer = new();
    private int guids;

    public Dictionary<int, TaskCompletionSource<string>> Open { get; } = [];

    /// <summary>What the code asked for, by id.</summary>
    public List<DoubleAction> Actions { get; } = [];

    /// <summary>The input of the next run, once continue-as-new was asked; from then on events go to the next run.</summary>
    public string? Next { get; private set; }

    public List<string> Carried { get; } = [];

    public DateTimeOffset Now { get; set; }

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => Now.UtcDateTime;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T GetInput<T>() => (T)(object)instance.Input;

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        (TResult)(object)await Ask(new DoubleAction.Call(name.Name, (string)input!));

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var task = Ask(new DoubleAction.Timer(fireAt));
        var id = Actions.Count - 1;
        using var registration = cancellationToken.Register(() =>
        {
            if (Open.Remove(id, out var source))
                source.SetCanceled(cancellationToken);
        });
        await task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        var source = new TaskCompletionSource<string>();
        waits.Push(source);
        if (waits.Count > 1)
            throw new InvalidOperationException("A second native wait is open: the adapter keeps one");
        if (buffer.TryDequeue(out var kept))
            waits.Pop().SetResult(kept);
        return (T)(object)await source.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Actions.Add(new DoubleAction.Send(instanceId, (string)payload));

    public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        if (options?.Tags?.ContainsKey("FireAndForget") != true)
            throw new InvalidOperationException("An awaited sub-orchestration keeps its parent open: the adapter lets go of it");
        Actions.Add(new DoubleAction.Start(((SubOrchestrationOptions)options).InstanceId!, orchestratorName.Name, (string)input!));
        return Task.FromResult<TResult>(default!);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Next = (string)newInput!;
        while (buffer.TryDequeue(out var unread))
            Carried.Add(unread);
    }

    public override Guid NewGuid()
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{InstanceId}_{Now:O}_{instance.Execution}_{guids++}"));
        return new(hash[..16]);
    }

    /// <summary>An event that was raised: to the newest wait, else kept.</summary>
    public void Raise(string payload)
    {
        if (Next is not null)
            Carried.Add(payload);
        else if (waits.TryPop(out var wait))
            wait.SetResult(payload);
        else
            buffer.Enqueue(payload);
    }

    private Task<string> Ask(DoubleAction action)
    {
        Actions.Add(action);
        return (Open[Actions.Count - 1] = new()).Task;
    }
}

/// <summary>What an orchestration asks of the engine.</summary>
internal abstract record DoubleAction
{
    private DoubleAction()
    {
    }

    /// <summary>What a replay is compared by: kinds and names, as DurableTask.Core does; never inputs.</summary>
    public abstract string Words { get; }

    public sealed record Call(string Name, string Input) : DoubleAction
    {
        public override string Words => $"activity {Name}";
    }

    public sealed record Timer(DateTime At) : DoubleAction
    {
        public override string Words => "timer";
    }

    public sealed record Send(string To, string Payload) : DoubleAction
    {
        public override string Words => "event";
    }

    public sealed record Start(string Instance, string Name, string Input) : DoubleAction
    {
        public override string Words => $"sub-orchestration {Name}";
    }
}
