using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Local.Engine;

/// <summary>The context that the code sees: every call becomes a decision of the running turn and a step that waits for its answer.</summary>
internal sealed class ReplayContext(string instanceId, int version, int executionNumber, Execution execution) : OrchestrationContext
{
    private int guids;

    public override string InstanceId => instanceId;

    public override int Version => version;

    public override DateTimeOffset CurrentUtcDateTime => execution.Now;

    /// <summary>Set once the code asked for continue-as-new.</summary>
    public RawJson? NextInput { get; private set; }

    public override Task<TOut> CallActivityAsync<TIn, TOut>(Activity<TIn, TOut> activity, TIn input)
    {
        var json = new RawJson(OrchestrationJson.Write(input));
        var step = new PendingStep<TOut>(StepKind.Activity, execution.NextTask(), activity.Name, Read<TOut>) { Input = json, Retry = activity.Retry };
        execution.Decide(new Decision.CallActivity(step.Task, activity.Name, json), step);
        return step.Answer;
    }

    public override Task<TOut> CallSubOrchestratorAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string name, TIn input)
    {
        var json = new RawJson(OrchestrationJson.Write(input));
        var child = $"{instanceId}:{name}";
        var step = new PendingStep<TOut>(StepKind.SubOrchestration, execution.NextTask(), child, Read<TOut>);
        execution.Decide(new Decision.CallSubOrchestration(step.Task, child, orchestration.Name, orchestration.Version, json), step);
        return step.Answer;
    }

    public override Task<TMessage?> NextMessageAsync<TMessage>(DateTimeOffset? deadline)
        where TMessage : class
    {
        if (execution.Waiting is not null) throw new InvalidOperationException("At most one wait for a message at a time");
        var due = deadline?.ToUniversalTime();
        var step = new PendingStep<TMessage?>(StepKind.Message, execution.NextTask(), "", json => json is null ? null : Read<TMessage>(json)) { Due = due };
        execution.Decide(new Decision.AwaitMessage(step.Task, due), step);
        return step.Answer;
    }

    public override Task CreateTimer(DateTimeOffset fireAt)
    {
        var due = fireAt.ToUniversalTime();
        var step = new PendingStep<bool>(StepKind.Timer, execution.NextTask(), "", _ => true) { Due = due };
        execution.Decide(new Decision.CreateTimer(step.Task, due), step);
        return step.Answer;
    }

    public override void ContinueAsNew<TIn>(TIn input)
    {
        execution.RequireTurn();
        NextInput = new(OrchestrationJson.Write(input));
    }

    /// <summary>A version 8 UUID (RFC 9562, 5.8) over what is the same in every replay, and different in every run of the instance.</summary>
    public override Guid NewGuid()
    {
        execution.RequireTurn();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{instanceId}\n{executionNumber}\n{guids++}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash[..16], bigEndian: true);
    }

    private static T Read<T>(RawJson? json) =>
        OrchestrationJson.Read<T>(json?.Text ?? throw new InvalidOperationException("An answer was expected"));
}
