using Gegevensdeling.EngineContract;
using Gegevensdeling.Functions.Durable;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Functions.Tests.Double;

// The contract suite through the Durable adapter over a double: it proves the adapter's translation, and nothing about Durable Task.
public sealed class DoubleReplay() : ReplayContract(new DoubleFactory());

public sealed class DoubleDossiers() : DossiersContract(new DoubleFactory());

public sealed class DoubleActivities() : ActivitiesContract(new DoubleFactory());

public sealed class DoubleMessages() : MessagesContract(new DoubleFactory());

public sealed class DoubleParking() : ParkingContract(new DoubleFactory());

public sealed class DoubleSubOrchestrations() : SubOrchestrationsContract(new DoubleFactory());

public sealed class DoubleVersions() : VersionsContract(new DoubleFactory());

public sealed class DoubleConcurrency() : ConcurrencyContract(new DoubleFactory());

internal sealed class DoubleFactory : IEngineFactory
{
    public Task<IEngineUnderTest> StartAsync(OrchestrationCatalog catalog, ActivityBindings bindings) => Task.FromResult<IEngineUnderTest>(new DoubleUnderTest(catalog, bindings));
}

internal sealed class DoubleUnderTest : IEngineUnderTest
{
    private readonly StopLog log = new();
    private readonly DoubleHub hub;

    public DoubleUnderTest(OrchestrationCatalog catalog, ActivityBindings bindings)
    {
        hub = new(bindings) { Code = new(catalog, log) };
        var client = new DoubleClient(hub);
        Client = new DurableOrchestrationClient(() => client, NullLogger<DurableOrchestrationClient>.Instance);
    }

    public IOrchestrationClient Client { get; }

    public DateTimeOffset Now => hub.Time.GetUtcNow();

    public DateTimeOffset? NextDue => hub.NextDue;

    public Task StartWorkersAsync() => Task.FromResult(hub.Works = true);

    public Task StopWorkersAsync() => Task.FromResult(hub.Works = false);

    public Task RestartAsync(OrchestrationCatalog? catalog = null)
    {
        (hub.Works, hub.Code) = (false, catalog is null ? hub.Code : new(catalog, log));
        return Task.CompletedTask;
    }

    public Task IdleAsync() => hub.IdleAsync();

    public async Task AdvanceAsync(TimeSpan time)
    {
        var end = Now + time;
        await IdleAsync();
        while (hub.Works && NextDue is { } due && due <= end)
        {
            hub.Time.SetUtcNow(due);
            await IdleAsync();
        }

        hub.Time.SetUtcNow(end);
        await IdleAsync();
    }

    public Outcome? Find(string instanceId) => hub.Find(instanceId) switch
    {
        null => null,
        { Status: "Running" } when log.Stopped.TryGetValue(instanceId, out var step) => new("Stopped", null, step),
        var found => new(found.Status, found.Failure, null),
    };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
