using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Tests.Double;

/// <summary>The hub, as Durable Task's client shows it.</summary>
internal sealed class DoubleClient(DoubleHub hub) : DurableTaskClient("double")
{
    private bool looked;

    public bool RefusesEvents { get; init; }

    /// <summary>The first look comes before another's start.</summary>
    public bool SeesNothingAtFirst { get; init; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
        hub.TryStart(options!.InstanceId!, orchestratorName.Name, (string)input!)
            ? Task.FromResult(options.InstanceId!)
            : throw new InvalidOperationException("An orchestration with that id already exists");

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        if (RefusesEvents)
            throw new InvalidOperationException("No such instance, or it is busy");
        hub.Raise(instanceId, (string)eventPayload!);
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Look(instanceId) is { } found
            ? new OrchestrationMetadata(found.Name, instanceId)
            {
                RuntimeStatus = Enum.Parse<OrchestrationRuntimeStatus>(found.Status),
                SerializedInput = getInputsAndOutputs ? JsonSerializer.Serialize(found.Input) : null,
                SerializedOutput = getInputsAndOutputs ? JsonSerializer.Serialize(found.Output) : null,
            }
            : null);

    private DoubleInstance? Look(string instanceId)
    {
        var blind = SeesNothingAtFirst && !looked;
        looked = true;
        return blind ? null : hub.Find(instanceId);
    }

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Task.FromResult(new PurgeResult(hub.Purge(instanceId) ? 1 : 0));

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
