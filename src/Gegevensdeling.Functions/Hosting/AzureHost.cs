using Gegevensdeling.Api.Hosting;
using Gegevensdeling.Azure;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Functions.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Functions.Hosting;

/// <summary>The law on Azure, as the triggers see it. Wires, and has no rule of its own.</summary>
internal sealed partial class AzureHost(IConfiguration configuration, IHostEnvironment environment, AzureConnection connection, TimeProvider clock, ILoggerFactory logs) : IDisposable
{
    private readonly ILogger<AzureHost> log = logs.CreateLogger<AzureHost>();

    /// <summary>Durable Task's client comes with each invocation and belongs to it; the law's handlers are made once.</summary>
    private readonly AsyncLocal<DurableTaskClient?> client = new();
    private AzurePorts? ports;
    private HostFace? face;
    private bool afterRestore;

    public DurableOrchestrations Orchestrations { get; } = new(LawCatalog.Create(), logs.CreateLogger<DurableOrchestrations>());

    public DurableActivities Activities => new(Face.Law.Bindings, logs.CreateLogger<DurableActivities>());

    private HostFace Face => face ?? throw new InvalidOperationException("The host has not started");

    /// <summary>Before the first invocation: settings, protocol files, vaults, stores, identity. Whatever is wrong, the host does not start.</summary>
    /// <exception cref="InvalidDataException">A setting or a protocol file is wrong; the message says what, in Dutch.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var settings = HostSettings.Read(configuration);
        afterRestore = settings.Azure.AfterRestore;
        var folder = Path.Combine(AppContext.BaseDirectory, "protocols");
        var protocols = ProtocolFolder.Load(folder);
        ports = new AzurePorts(settings.Azure, connection, clock, logs);
        await ports.PrepareAsync(cancellation);
        var engine = new DurableOrchestrationClient(
            () => client.Value ?? throw new InvalidOperationException("No invocation gave a client"), logs.CreateLogger<DurableOrchestrationClient>());
        face = await HostFace.CreateAsync(new Law(ports.Ports, protocols, clock, PartyKeyFolder.Load(folder, protocols), settings.PersonQueries, settings.SigningKeys), engine, settings.Identity, environment.EnvironmentName, logs, cancellation);
    }

    public Task<IResult> HandleAsync(string route, HttpRequest request, DurableTaskClient durable)
    {
        client.Value = durable;
        return Face.Dispatcher.HandleAsync(Face.Routes[route], request.HttpContext);
    }

    public async Task SweepAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        client.Value = durable;
        if (afterRestore)
        {
            await ReportAsync(cancellation);
            return;
        }

        var report = await Face.Sweep.RunAsync(cancellation, history: false);
        await Face.Once.PurgeAsync(cancellation);
        if (report.Open > 0 || report.Orphans > 0 || report.Failed.Count > 0)
            LogSweep(log, report.Open, report.Orphans, string.Join(", ", report.Failed));
    }

    public async Task PurgeHistoryAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        client.Value = durable;
        if (afterRestore)
            return; // D13: nothing goes before somebody looked
        var (purged, failed) = await Face.Sweep.PurgeHistoryAsync(cancellation);
        if (failed.Count > 0)
            LogPurge(log, purged, string.Join(", ", failed));
    }

    public async Task IssueAuditHeadsAsync(CancellationToken cancellation)
    {
        var report = await Face.Law.AuditHeads.IssueAsync(cancellation);
        if (report.Broken.Count > 0)
            LogBroken(log, string.Join(", ", report.Broken));
    }

    /// <summary>D13: after a restore it looks, and changes nothing.</summary>
    private async Task ReportAsync(CancellationToken cancellation)
    {
        var report = await Face.Law.RestoreCheck.LookAsync(Face.Law.Protocols.All.Select(protocol => protocol.Id), cancellation);
        LogRestore(log, report.Lost.Count, report.Due.Count, report.Orphans.Count, report.Unheard);
        foreach (var (what, one) in report.Lost.Select(one => ("lost", one)).Concat(report.Due.Select(one => ("due", one))).Concat(report.Orphans.Select(one => ("unknown", one))))
            LogDryRun(log, what, one.Exchange.Value, string.Join(", ", one.Places.Select(place => $"{place.Place} {place.Found}")));
    }

    public void Dispose()
    {
        face?.Dispose();
        ports?.Dispose();
    }

    [LoggerMessage(4, LogLevel.Error, "After a restore, nothing changed: {Lost} exchanges without key or file, {Due} past their term, {Orphans} unknown copies, {Unheard} facts not handled")]
    private static partial void LogRestore(ILogger log, int lost, int due, int orphans, int unheard);

    [LoggerMessage(5, LogLevel.Error, "After a restore, {What} {Reference}, of which there is: {Places}")]
    private static partial void LogDryRun(ILogger log, string what, string reference, string places);

    [LoggerMessage(1, LogLevel.Error, "Sweep: {Open} erasures open, {Orphans} orphans in quarantine, failed steps: {Failed}")]
    private static partial void LogSweep(ILogger log, int open, int orphans, string failed);

    [LoggerMessage(2, LogLevel.Error, "Histories of {Purged} exchanges purged, failed steps: {Failed}")]
    private static partial void LogPurge(ILogger log, int purged, string failed);

    [LoggerMessage(3, LogLevel.Critical, "Audit chains that are not whole: {Broken}")]
    private static partial void LogBroken(ILogger log, string broken);
}
