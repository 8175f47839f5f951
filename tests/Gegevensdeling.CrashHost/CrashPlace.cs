using System.Text;
using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Api.Hosting;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Identity;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Retention;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.CrashHost;

/// <summary>
/// The local host as <see cref="LocalHost"/> composes it, without Kestrel and tokens: hundreds of processes are started, and neither
/// keeps anything. Requests go straight to the dispatcher.
/// </summary>
public sealed class CrashPlace : IAsyncDisposable
{
    private readonly LocalPorts ports;
    private readonly Dispatcher dispatcher;
    private readonly RouteTable routes;
    private readonly IdempotencyLedger once;
    private readonly FakeTimeProvider clock;
    private Caller? caller;

    private CrashPlace(string folder, string protocols, LocalPorts ports, Law law, EmbeddedEngine engine, IdempotencyLedger once, FakeTimeProvider clock, Notebook notebook)
    {
        (Folder, this.ports, Law, Engine, this.once, this.clock, Notebook) = (folder, ports, law, engine, once, clock, notebook);
        Sweep = law.Sweep(engine);
        routes = LawRoutes.Create(law, engine);
        var audit = new AccessAudit(law.Ports.Audit, law.Ports.Register, law.Ports.Staff, law.Protocols);
        Task<Identification> IdentifyAsync(string? authorization, CancellationToken cancellation) => Task.FromResult<Identification>(new Identification.Known(caller!));
        dispatcher = new(IdentifyAsync, once, audit.RecordAsync, new DispatcherOptions(), clock, NullLogger<Dispatcher>.Instance);
    }

    public string Folder { get; }

    public Law Law { get; }

    public EmbeddedEngine Engine { get; }

    public Sweep Sweep { get; }

    public string Mailboxes => Path.Combine(Folder, "postvakken");

    public DateTimeOffset Now => clock.GetUtcNow();

    internal Notebook Notebook { get; }

    public static async Task<CrashPlace> OpenAsync(string folder, string protocols, Killer killer, CancellationToken cancellation)
    {
        var notebook = new Notebook(folder);
        var clock = new FakeTimeProvider(notebook.Time);
        var root = Path.Combine(folder, "data");
        var ports = new LocalPorts(root, clock);
        var law = new Law(new CountedPorts(killer).Around(ports.Ports), ProtocolFolder.Load(protocols), clock);
        var options = new EngineOptions { AfterCommit = _ => killer.Pass(KillAt.Commit) };
        var engine = new EmbeddedEngine(Path.Combine(root, "motor.db"), LawCatalog.Create(), law.Bindings, clock, options, NullLogger<EmbeddedEngine>.Instance);
        var once = await IdempotencyLedger.CreateAsync(
            law.Ports.Idempotency, law.Ports.SystemKeys, new() { OnlyProcess = true, NewReservation = () => References.New(ReferralHeads.Prefix).Value }, clock, cancellation);
        await engine.StartProcessingAsync();
        return new(folder, protocols, ports, law, engine, once, clock, notebook);
    }

    /// <summary>One POST, answered when the engine too has done what follows from it.</summary>
    internal async Task<Answer> PostAsync(Caller person, string key, string path, string? json, string? purpose, CancellationToken cancellation)
    {
        caller = person;
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.Path = path;
        http.Request.Headers["Idempotency-Key"] = key;
        if (purpose is not null)
            http.Request.Headers["Doel"] = purpose;
        if (json is not null)
        {
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
            http.Request.ContentType = "application/json";
        }

        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await (await dispatcher.HandleAsync(routes, http)).ExecuteAsync(http);
        await Engine.WaitUntilIdleAsync(cancellation);
        return new(http.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    /// <summary>Turns the clock, stopping wherever the engine has something to do.</summary>
    public async Task TurnToAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        while (Engine.NextDue is { } due && due <= moment)
        {
            Set(due);
            await Engine.WaitUntilIdleAsync(cancellation);
        }

        Set(moment);
        await Engine.WaitUntilIdleAsync(cancellation);
    }

    /// <summary>One run of the timer: the sweep, and the purge of old answers.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        await Sweep.RunAsync(cancellation, dossiers: false);
        await once.PurgeAsync(cancellation);
        await Engine.WaitUntilIdleAsync(cancellation);
    }

    /// <summary>Puts what was sent in mailboxes outside the host; the host forgets its messages with the history.</summary>
    internal void CollectMail(ExchangeId exchange)
    {
        var sent = Path.Combine(Folder, "data", "berichten", exchange.Value);
        Directory.CreateDirectory(Mailboxes);
        foreach (var path in Directory.Exists(sent) ? Directory.GetFiles(sent) : [])
            File.Copy(path, Path.Combine(Mailboxes, Path.GetFileName(path)), overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        ports.Dispose();
    }

    private void Set(DateTimeOffset moment)
    {
        if (moment <= Now)
            return;
        Notebook.Turn(moment);
        clock.SetUtcNow(moment);
    }
}
