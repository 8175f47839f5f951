using System.Text.Json;
using Gegevensdeling.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Functions.Durable;

/// <summary>The law's client on Durable Task. <paramref name="client"/> is asked at each call: a host gets it with each invocation.</summary>
internal sealed partial class DurableOrchestrationClient(Func<DurableTaskClient> client, ILogger<DurableOrchestrationClient> log) : IOrchestrationClient
{
    /// <summary>Whatever its state, an instance that exists is not started again. A host that does not know the option has looked first.</summary>
    private static readonly OrchestrationRuntimeStatus[] Never =
    [
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
    ];

    public async Task<bool> StartAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string instanceId, TIn input, CancellationToken cancellation)
    {
        if (await ExistsAsync(instanceId, cancellation))
            return false;
        var start = OrchestrationJson.Write(new DurableInput(orchestration.Version, OrchestrationJson.Write(input)));
        try
        {
            await client().ScheduleNewOrchestrationInstanceAsync(orchestration.Name, start, new StartOrchestrationOptions(instanceId).WithDedupeStatuses(Never), cancellation);
            return true;
        }
#pragma warning disable CA1031 // each version of the host says 'it exists' with another exception; whether it does is looked up
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            if (!await ExistsAsync(instanceId, cancellation))
                throw;
            return false;
        }
    }

    /// <summary>
    /// Raises the message. Durable Task refuses one to an instance that is not there, or not yet: it is let go of, since the register has the fact and
    /// the sweep sends it again (design 3).
    /// </summary>
    public async Task SendAsync<TMessage>(string instanceId, TMessage message, CancellationToken cancellation)
        where TMessage : OrchestrationMessage
    {
        try
        {
            await client().RaiseEventAsync(instanceId, DurableLetter.EventName, DurableLetter.Of(message), cancellation);
        }
#pragma warning disable CA1031 // as above: why it was refused is looked up
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            if (await client().GetInstanceAsync(instanceId, cancellation) is { IsCompleted: false })
                throw;
            LogNotThere(log, instanceId, failure.GetType().Name);
        }
    }

    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        switch (await client().GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation))
        {
            case null: return true;
            case { IsCompleted: false }: return false;
            case var ended when await TellParentAgainAsync(ended, cancellation): return false;
        }

        await client().PurgeInstanceAsync(instanceId, cancellation);
        return !await ExistsAsync(instanceId, cancellation);
    }

    /// <summary>
    /// What a parent may still wait for is not purged. The outcome goes to it once more: Durable Task on Azure Storage was measured to lose events, and a
    /// parent that lost this one would wait for ever.
    /// </summary>
    /// <returns>True when the parent has not ended.</returns>
    private async Task<bool> TellParentAgainAsync(OrchestrationMetadata ended, CancellationToken cancellation)
    {
        if (OrchestrationJson.Read<DurableInput>(Text(ended.SerializedInput)).Parent is not { } parent
            || await client().GetInstanceAsync(parent, cancellation) is not { IsCompleted: false })
            return false;
        var outcome = ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? DurableLetter.OfOutcome(ended.InstanceId, Text(ended.SerializedOutput), null)
            : DurableLetter.OfOutcome(ended.InstanceId, null, FailureCode.Unexpected.Value);
        await client().RaiseEventAsync(parent, DurableLetter.EventName, outcome, cancellation);
        return true;
    }

    /// <summary>What goes in and comes out is JSON in a string (<see cref="DurableOrchestrations"/>).</summary>
    private static string Text(string? serialized) => JsonSerializer.Deserialize<string>(serialized!)!;

    private async Task<bool> ExistsAsync(string instanceId, CancellationToken cancellation) => await client().GetInstanceAsync(instanceId, cancellation) is not null;

    [LoggerMessage(1, LogLevel.Warning, "Message to {Instance}, which is not there: {ExceptionType}; the sweep sends again what was not handled")]
    private static partial void LogNotThere(ILogger log, string instance, string exceptionType);
}
