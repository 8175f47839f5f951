namespace Gegevensdeling.Orchestrations;

/// <summary>
/// What an orchestration may use: nothing else is deterministic under replay. The same history gives the same decisions on
/// both engines (docs/decisions: one seam, two engines).
/// </summary>
public abstract class OrchestrationContext
{
    /// <summary>The id of this instance: an exchange id, or <c>{parent}:{name}</c> for a sub-orchestration.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The version of the orchestration that this instance started with, and finishes with; at least 1.</summary>
    public abstract int Version { get; }

    /// <summary>The clock of the history, not of the machine.</summary>
    public abstract DateTimeOffset CurrentUtcDateTime { get; }

    /// <summary>Runs one activity at least once, with the retries of its token.</summary>
    /// <exception cref="ActivityFailedException">The last attempt failed; only a failure code crosses.</exception>
    public abstract Task<TOut> CallActivityAsync<TIn, TOut>(Activity<TIn, TOut> activity, TIn input);

    /// <summary>Starts the sub-orchestration <c>{InstanceId}:{name}</c>. Not awaited, it runs on its own, also past the end of its parent.</summary>
    /// <exception cref="ActivityFailedException">The sub-orchestration failed; only a failure code crosses.</exception>
    public abstract Task<TOut> CallSubOrchestratorAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string name, TIn input);

    /// <summary>
    /// The next message of this instance's one inbox, in the order of arrival, duplicates (same id) left out; or <c>null</c> when the
    /// deadline passes first. Messages that arrived before anyone waited are kept. At most one wait at a time.
    /// </summary>
    public abstract Task<TMessage?> NextMessageAsync<TMessage>(DateTimeOffset? deadline)
        where TMessage : OrchestrationMessage;

    /// <summary>A durable timer: a stored deadline, not a sleeping thread.</summary>
    public abstract Task CreateTimer(DateTimeOffset fireAt);

    /// <summary>Ends this run and starts anew with <paramref name="input"/> and an empty history; unread messages are kept.</summary>
    public abstract void ContinueAsNew<TIn>(TIn input);

    /// <summary>A GUID that is the same in every replay.</summary>
    public abstract Guid NewGuid();
}
