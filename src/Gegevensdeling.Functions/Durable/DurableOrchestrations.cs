using Gegevensdeling.Orchestrations;
using Gegevensdeling.Telemetry;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Functions.Durable;

/// <summary>Runs the code behind an orchestration function, in the version that the instance started with (law 9).</summary>
internal sealed partial class DurableOrchestrations(OrchestrationCatalog catalog, ILogger<DurableOrchestrations> log)
{
    /// <summary>The orchestration of this name and of the input's version, from its start or from its history.</summary>
    /// <returns>The output as JSON.</returns>
    /// <exception cref="OrchestrationFailedException">The code failed; only a failure code crosses.</exception>
    public async Task<string> RunAsync(string name, TaskOrchestrationContext native)
    {
        var input = OrchestrationJson.Read<DurableInput>(native.GetInput<string>() ?? throw new InvalidOperationException("An instance starts with an input"));
        var inbox = new DurableInbox(native, input);
        inbox.Open();
        using var ending = new CancellationTokenSource();
        var context = new DurableOrchestrationContext(native, input, inbox, ending.Token);
        try
        {
            if (catalog.Find(name, input.Version) is not { } token)
                throw new ReplayDivergenceException($"'{name}' version {input.Version}: no longer shipped");
            var output = await token.RunAsync(context, input.Input);
            if (context is { Continues: true, Started: true })
                await native.CreateTimer(native.CurrentUtcDateTime, CancellationToken.None);
            if (context.Continues)
                native.ContinueAsNew(OrchestrationJson.Write(context.Next()), preserveUnprocessedEvents: true);
            else
                Report(native, input, output, null);
            End(ending);
            return output;
        }
        catch (ReplayDivergenceException divergence)
        {
            LogStopped(log, native.InstanceId, divergence.Step);
            Instruments.OrchestrationsStopped.Add(1);
            return await Parked();
        }
#pragma warning disable CA1031 // whatever the code throws crosses as one word
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var code = failure is ActivityFailedException failed ? failed.Code : FailureCode.Unexpected;
            if (failure is not ActivityFailedException && !native.IsReplaying)
                LogFailed(log, native.InstanceId, failure.GetType().Name);
            Report(native, input, null, code.Value);
            End(ending);
            throw new OrchestrationFailedException(code);
        }
    }

    private static void Report(TaskOrchestrationContext native, DurableInput input, string? output, string? code)
    {
        if (input.Parent is { } parent)
            native.SendEvent(parent, DurableLetter.EventName, DurableLetter.OfOutcome(native.InstanceId, output, code));
    }

    /// <summary>
    /// A stopped instance decides nothing, keeps its history and its place, and is tried again at its next event, or by the operator, once the code is
    /// mended. Durable Task has no such state; an orchestration that throws would have failed for good.
    /// </summary>
    private static Task<string> Parked() => new TaskCompletionSource<string>().Task;

#pragma warning disable CA1849 // cancels on this very thread: an orchestration awaits nothing but its context
    private static void End(CancellationTokenSource ending) => ending.Cancel();
#pragma warning restore CA1849

    [LoggerMessage(1, LogLevel.Critical, "Orchestration {Instance} stopped: {Step}")]
    private static partial void LogStopped(ILogger log, string instance, string step);

    [LoggerMessage(2, LogLevel.Error, "Orchestration {Instance}: {ExceptionType}")]
    private static partial void LogFailed(ILogger log, string instance, string exceptionType);
}

/// <summary>All that Durable Task's history learns of a failure: a code. Its stack is empty, since a history keeps that too.</summary>
internal sealed class OrchestrationFailedException(FailureCode code) : Exception(code.Value)
{
    public override string? StackTrace => null;
}
