using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Functions.Tests.Real;

/// <summary>
/// Tells our time for a moment of the machine's, which Durable Task writes into its histories: the time that was set last before that moment. So a replay
/// reads the same time again.
/// </summary>
internal sealed class TurnedClock
{
    private readonly Lock gate = new();
    private readonly List<(DateTime Moment, DateTimeOffset Time)> turns = [(DateTime.MinValue, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))];

    public DateTimeOffset Now
    {
        get
        {
            lock (gate) return turns[^1].Time;
        }
    }

    public void Set(DateTimeOffset time)
    {
        lock (gate) turns.Add((DateTime.UtcNow, time));
    }

    public DateTimeOffset At(DateTime moment)
    {
        lock (gate) return turns.FindLast(turn => turn.Moment <= moment).Time;
    }
}

/// <summary>Durable Task's own context, telling our time. Everything else is the real one's.</summary>
internal sealed class TurnedContext(TaskOrchestrationContext real, TurnedClock clock, TurnedService service) : TaskOrchestrationContext
{
    public override TaskName Name => real.Name;

    public override string InstanceId => real.InstanceId;

    public override ParentOrchestrationInstance? Parent => real.Parent;

    public override DateTime CurrentUtcDateTime => clock.At(real.CurrentUtcDateTime).UtcDateTime;

    public override bool IsReplaying => real.IsReplaying;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => real.GetInput<T>();

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        real.CallActivityAsync<TResult>(name, input, options);

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var instance = InstanceId;
        cancellationToken.Register(() => service.LetGo(instance, new(fireAt)));
        return real.CreateTimer(fireAt, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) => real.WaitForExternalEvent<T>(eventName, cancellationToken);

    public override void SendEvent(string instanceId, string eventName, object payload) => real.SendEvent(instanceId, eventName, payload);

    public override void SetCustomStatus(object? customStatus) => real.SetCustomStatus(customStatus);

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        real.CallSubOrchestratorAsync<TResult>(orchestratorName, input, options);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => real.ContinueAsNew(newInput, preserveUnprocessedEvents);

    public override Guid NewGuid() => real.NewGuid();
}
