using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>What the contract suite needs of an engine. Time is turned; nothing here sleeps.</summary>
public interface IEngineUnderTest : IAsyncDisposable
{
    IOrchestrationClient Client { get; }

    DateTimeOffset Now { get; }

    Task StartWorkersAsync();

    /// <summary>Parks everything; the storage stays.</summary>
    Task StopWorkersAsync();

    /// <summary>A new engine on the same storage, as after the end of a process: nothing is left in memory. Its workers stand still.</summary>
    Task RestartAsync(OrchestrationCatalog? catalog = null);

    /// <summary>Ends when nothing can be done at the present time.</summary>
    Task IdleAsync();

    /// <summary>Turns the clock to each deadline in between, lets everything run there, and ends at the new time.</summary>
    Task AdvanceAsync(TimeSpan time);

    /// <summary>The outcome of an instance, for assertions only.</summary>
    Outcome? Find(string instanceId);

    /// <summary>The earliest stored deadline still to come; null when there is none.</summary>
    DateTimeOffset? NextDue { get; }
}

/// <param name="Status">Running, Completed, Failed or Stopped.</param>
public sealed record Outcome(string Status, string? FailureCode, string? Step);

/// <summary>Makes an engine on fresh storage with its workers at work.</summary>
public interface IEngineFactory
{
    Task<IEngineUnderTest> StartAsync(OrchestrationCatalog catalog, ActivityBindings bindings);
}
