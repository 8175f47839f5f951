using Gegevensdeling.Orchestrations;
using Microsoft.DurableTask;

namespace Gegevensdeling.Functions.Durable;

/// <summary>The law's context on Durable Task: translates, and decides nothing (docs/decisions/0011).</summary>
internal sealed class DurableOrchestrationContext(TaskOrchestrationContext native, DurableInput input, DurableInbox inbox, CancellationToken ending) : OrchestrationContext
{
    /// <summary>A name of a sub-orchestration that its parent used before; the embedded engine says the same word.</summary>
    private static readonly FailureCode NameTaken = new("NaamAlGebruikt");

    private readonly HashSet<string> children = new(input.Children ?? [], StringComparer.Ordinal);
    private string? next;
    private int steps;

    public override string InstanceId => native.InstanceId;

    public override int Version => input.Version;

    public override DateTimeOffset CurrentUtcDateTime => new(DateTime.SpecifyKind(native.CurrentUtcDateTime, DateTimeKind.Utc));

    /// <summary>True once the code asked for continue-as-new.</summary>
    public bool Continues => next is not null;

    /// <summary>
    /// True when this run started a sub-orchestration. What the very turn of a continue-as-new asks for is lost on Durable Task's in-process host
    /// (measured), so such a run takes one more turn first.
    /// </summary>
    public bool Started { get; private set; }

    /// <summary>What the next run starts with.</summary>
    public DurableInput Next() => input with { Input = next!, Known = inbox.Known, Unread = inbox.Unread, Children = [.. children] };

    public override async Task<TOut> CallActivityAsync<TIn, TOut>(Activity<TIn, TOut> activity, TIn input)
    {
        var (step, json) = (++steps, OrchestrationJson.Write(input));
        for (var attempt = 1; ; attempt++)
        {
            var answer = await AttemptAsync(activity.Name, json);
            if (answer.Asked != DurableActivities.HashOf(json))
                throw new ReplayDivergenceException($"step {step}, activity '{activity.Name}': asked with another input");
            if (answer.Output is { } output)
                return OrchestrationJson.Read<TOut>(output);
            if (!answer.Retry || attempt >= activity.Retry.MaxAttempts)
                throw new ActivityFailedException(activity.Name, new(answer.Code ?? FailureCode.Unexpected.Value));
            await native.CreateTimer(native.CurrentUtcDateTime + activity.Retry.DelayAfter(attempt), CancellationToken.None);
        }
    }

    /// <summary>
    /// Started and let go of: Durable Task keeps a parent from ending, and from continuing as new, as long as it awaits a sub-orchestration, and the
    /// law's run on by themselves. The outcome comes as a letter.
    /// </summary>
    public override async Task<TOut> CallSubOrchestratorAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string name, TIn input)
    {
        steps++;
        var child = $"{InstanceId}:{name}";
        if (!children.Add(name))
            throw new ActivityFailedException(child, NameTaken);
        Started = true;
        var outcome = inbox.OutcomeOf(child);
        var start = OrchestrationJson.Write(new DurableInput(orchestration.Version, OrchestrationJson.Write(input), InstanceId));
        var letGo = new Dictionary<string, string> { ["FireAndForget"] = "" }; // DurableTask.Core.OrchestrationTags.FireAndForget
        _ = native.CallSubOrchestratorAsync<string>(orchestration.Name, start, new SubOrchestrationOptions(new TaskOptions(null, letGo), child));
        var ended = await outcome;
        return ended.Output is { } output
            ? OrchestrationJson.Read<TOut>(output)
            : throw new ActivityFailedException(child, new(ended.Code ?? FailureCode.Unexpected.Value));
    }

    public override Task<TMessage?> NextMessageAsync<TMessage>(DateTimeOffset? deadline)
        where TMessage : class
    {
        steps++;
        var next = inbox.NextAsync(deadline, ending); // throws here and now at a second wait, not when somebody awaits it
        return ReadAsync();

        async Task<TMessage?> ReadAsync() => await next is { } json ? OrchestrationJson.Read<TMessage>(json) : null;
    }

    public override Task CreateTimer(DateTimeOffset fireAt)
    {
        steps++;
        return native.CreateTimer(fireAt.UtcDateTime, ending);
    }

    public override void ContinueAsNew<TIn>(TIn input) => next = OrchestrationJson.Write(input);

    public override Guid NewGuid() => native.NewGuid();

    /// <summary>A failure is an answer; what Durable Task itself reports (a worker that died, a time out) has no text that may be read.</summary>
    private async Task<ActivityAnswer> AttemptAsync(string name, string json)
    {
        try
        {
            return OrchestrationJson.Read<ActivityAnswer>(await native.CallActivityAsync<string>(name, json));
        }
        catch (TaskFailedException)
        {
            return new(DurableActivities.HashOf(json), null, FailureCode.Unexpected.Value);
        }
    }
}
