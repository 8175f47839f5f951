namespace Gegevensdeling.Orchestrations;

/// <summary>What handlers may ask of an engine. Nothing answers a user from engine status: there is no query.</summary>
public interface IOrchestrationClient
{
    /// <summary>Starts an instance unless one with that id exists.</summary>
    /// <returns>False when the instance existed already; nothing changed then.</returns>
    Task<bool> StartAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string instanceId, TIn input, CancellationToken cancellation);

    /// <summary>
    /// Puts a message in the inbox of an instance, also before that instance has started or first waits. Serialised as
    /// <typeparamref name="TMessage"/>, the closed union. A message to an instance that has ended is dropped.
    /// </summary>
    Task SendAsync<TMessage>(string instanceId, TMessage message, CancellationToken cancellation)
        where TMessage : OrchestrationMessage;

    /// <summary>Deletes the history and inbox of one instance (not of its sub-orchestrations) and looks again.</summary>
    /// <returns>True when nothing of it is left; false when it still runs and was left alone.</returns>
    Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation);
}
