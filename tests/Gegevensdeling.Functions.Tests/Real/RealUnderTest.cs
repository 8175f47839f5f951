using Gegevensdeling.EngineContract;
using Gegevensdeling.Functions.Durable;
using Gegevensdeling.Orchestrations;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Functions.Tests.Real;

/// <summary>
/// The adapter on Durable Task itself: its worker, its client, and the service of Microsoft.DurableTask.InProcessTestHost behind gRPC on loopback. Put
/// together as DurableTaskTestHost does it, with our clock in between.
/// </summary>
internal sealed class RealUnderTest : IEngineUnderTest
{
    private readonly TurnedClock clock = new();
    private readonly StopLog log = new();
    private readonly TurnedService service;
    private WebApplication? sidecar;
    private IHost? worker;
    private GrpcChannel? channel;
#pragma warning disable CA2213 // the worker's container owns it
    private DurableTaskClient? native;
#pragma warning restore CA2213
    private DurableOrchestrations code;

    private RealUnderTest(OrchestrationCatalog catalog)
    {
        service = new(new InMemoryOrchestrationService(), clock);
        code = new(catalog, log);
        Client = new DurableOrchestrationClient(() => native!, NullLogger<DurableOrchestrationClient>.Instance);
    }

    public IOrchestrationClient Client { get; }

    public DateTimeOffset Now => clock.Now;

    public DateTimeOffset? NextDue => service.NextDue;

    public static async Task<RealUnderTest> StartAsync(OrchestrationCatalog catalog, ActivityBindings bindings)
    {
        var engine = new RealUnderTest(catalog);
        await engine.StartSidecarAsync();
        await engine.StartWorkerAsync(catalog, new(bindings, NullLogger<DurableActivities>.Instance));
        return engine;
    }

    public Task StartWorkersAsync()
    {
        service.Open(true);
        return service.FireAsync();
    }

    public Task StopWorkersAsync()
    {
        service.Open(false);
        return Task.CompletedTask;
    }

    /// <summary>Nothing is kept in the worker between two work items: it gets the whole history with each.</summary>
    public Task RestartAsync(OrchestrationCatalog? catalog = null)
    {
        service.Open(false);
        code = catalog is null ? code : new(catalog, log);
        return Task.CompletedTask;
    }

    /// <summary>The service tells no one that it has nothing to do: it is looked at until it stays so.</summary>
    public async Task IdleAsync()
    {
        for (var quiet = 0; quiet < 5; quiet = service.IsIdle ? quiet + 1 : 0)
            await Task.Delay(TimeSpan.FromMilliseconds(2), TestContext.Current.CancellationToken);
    }

    public async Task AdvanceAsync(TimeSpan time)
    {
        var end = Now + time;
        await IdleAsync();
        while (service.IsWorking && NextDue is { } due && due <= end)
            await TurnAsync(due);
        clock.Set(end);
        await IdleAsync();
    }

    public Outcome? Find(string instanceId)
    {
        if (native!.GetInstanceAsync(instanceId, getInputsAndOutputs: true, TestContext.Current.CancellationToken).GetAwaiter().GetResult() is not { } found)
            return null;
        if (!found.IsCompleted)
            return log.Stopped.TryGetValue(instanceId, out var step) ? new("Stopped", null, step) : new("Running", null, null);
        return new(found.RuntimeStatus.ToString(), found.FailureDetails?.ErrorMessage, null);
    }

    public async ValueTask DisposeAsync()
    {
        service.Open(true);
        native = null;
        await worker!.StopAsync();
        worker.Dispose();
        channel!.Dispose();
        await sidecar!.DisposeAsync();
    }

    private async Task TurnAsync(DateTimeOffset to)
    {
        clock.Set(to);
        await service.FireAsync();
        await IdleAsync();
    }

    private async Task StartSidecarAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<DurableTask.Core.IOrchestrationService>(service);
        builder.Services.AddSingleton<DurableTask.Core.IOrchestrationServiceClient>(service);
        builder.Services.AddSingleton<TaskHubGrpcServer>();
        sidecar = builder.Build();
        sidecar.MapGrpcService<TaskHubGrpcServer>();
        _ = sidecar.Services.GetRequiredService<TaskHubGrpcServer>(); // registers itself for the start
        await sidecar.StartAsync(TestContext.Current.CancellationToken);
        channel = GrpcChannel.ForAddress(sidecar.Urls.Single());
    }

    private async Task StartWorkerAsync(OrchestrationCatalog catalog, DurableActivities activities)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddDurableTaskWorker(durable => durable
            .UseGrpc(channel!)
            .Configure(options => options.MaximumTimerInterval = TimeSpan.MaxValue) // it would cut a long timer up by the machine's clock
            .AddTasks(tasks =>
            {
                foreach (var name in catalog.Orchestrations.Select(token => token.Name).Distinct())
                    tasks.AddOrchestratorFunc<string, string>(name, (context, _) => code.RunAsync(name, new TurnedContext(context, clock, service)));
                foreach (var name in catalog.Activities.Select(token => token.Name))
                    tasks.AddActivityFunc<string, string>(name, (_, input) => activities.RunAsync(name, input, CancellationToken.None));
            }));
        builder.Services.AddDurableTaskClient(durable =>
        {
            durable.UseGrpc(channel!);
            durable.RegisterDirectly();
        });
        worker = builder.Build();
        await worker.StartAsync(TestContext.Current.CancellationToken);
        native = worker.Services.GetRequiredService<DurableTaskClient>();
    }
}
