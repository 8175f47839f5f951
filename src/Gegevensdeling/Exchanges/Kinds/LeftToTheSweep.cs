using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Kinds;

/// <summary>Inside an activity no engine is at hand. This one wakes nobody: what is recorded stays unheard until the sweep, which wakes for every fact that nobody heard.</summary>
internal sealed class LeftToTheSweep : IOrchestrationClient
{
    private LeftToTheSweep()
    {
    }

    public static IOrchestrationClient Engine { get; } = new LeftToTheSweep();

    public Task<bool> StartAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string instanceId, TIn input, CancellationToken cancellation) => Task.FromResult(true);

    public Task SendAsync<TMessage>(string instanceId, TMessage message, CancellationToken cancellation)
        where TMessage : OrchestrationMessage => Task.CompletedTask;

    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(false);
}
