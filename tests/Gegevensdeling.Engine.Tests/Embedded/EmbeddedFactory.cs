using Gegevensdeling.EngineContract;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Engine.Tests.Embedded;

internal sealed class EmbeddedFactory(EngineOptions? options = null) : IEngineFactory
{
    public async Task<IEngineUnderTest> StartAsync(OrchestrationCatalog catalog, ActivityBindings bindings)
    {
        var engine = new EmbeddedUnderTest(catalog, bindings, options ?? new());
        await engine.StartWorkersAsync();
        return engine;
    }
}

internal sealed class EmbeddedUnderTest(OrchestrationCatalog catalog, ActivityBindings bindings, EngineOptions options) : IEngineUnderTest
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private OrchestrationCatalog catalog = catalog;
    private EmbeddedEngine? engine;

    public EmbeddedEngine Engine => engine ??= new(folder.File("engine.db"), catalog, bindings, time, options, NullLogger<EmbeddedEngine>.Instance);

    public IOrchestrationClient Client => Engine;

    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset? NextDue => Engine.NextDue;

    public Task StartWorkersAsync() => Engine.StartProcessingAsync();

    public Task StopWorkersAsync() => Engine.StopAsync(TestContext.Current.CancellationToken);

    public async Task RestartAsync(OrchestrationCatalog? catalog = null)
    {
        await Engine.DisposeAsync();
        (engine, this.catalog) = (null, catalog ?? this.catalog);
    }

    public Task IdleAsync() => Engine.WaitUntilIdleAsync(TestContext.Current.CancellationToken);

    public async Task AdvanceAsync(TimeSpan time)
    {
        var end = Now + time;
        await IdleAsync();
        while (NextDue is { } due && due <= end)
        {
            this.time.SetUtcNow(due);
            await IdleAsync();
        }

        this.time.SetUtcNow(end);
        await IdleAsync();
    }

    public Outcome? Find(string instanceId) => Engine.FindInstance(instanceId) is { } found ? new(found.Status.ToString(), found.FailureCode, found.Step) : null;

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        folder.Dispose();
    }
}
