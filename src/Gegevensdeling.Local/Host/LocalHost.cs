using System.Security.Cryptography;
using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Api.Hosting;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Identity;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Api.Telemetry;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Retention;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Local.Host;

/// <summary>The law in one process on one machine: engine, sweep and HTTP face. Restarted, it continues where it was.</summary>
public sealed class LocalHost : IAsyncDisposable
{
    private readonly IHostPorts ports;
    private readonly WebApplication web;
    private readonly SweepTimer? timer;
    private readonly ECDsa issuerKey;
    private readonly HttpClient backchannel;

    private LocalHost(
        IHostPorts ports, WebApplication web, Law law, EmbeddedEngine engine, Sweep sweep, SweepTimer? timer, DevelopmentIssuer issuer, ECDsa issuerKey, HttpClient backchannel)
    {
        (this.ports, this.web, this.timer, this.issuerKey, this.backchannel) = (ports, web, timer, issuerKey, backchannel);
        (Law, Engine, Sweep, Issuer) = (law, engine, sweep, issuer);
    }

    public Law Law { get; }

    public EmbeddedEngine Engine { get; }

    public Sweep Sweep { get; }

    /// <summary>Signs tokens for the invented people of this machine.</summary>
    public DevelopmentIssuer Issuer { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <exception cref="InvalidDataException">A protocol file is refused.</exception>
    /// <exception cref="EngineStorageException">Another process has the data, or the files cannot be opened.</exception>
    public static async Task<LocalHost> StartAsync(LocalHostOptions options, CancellationToken cancellation)
    {
        var protocols = ProtocolFolder.Load(options.Protocols);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = DevelopmentIssuer.Environment });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        options.Logging(builder.Logging);
        builder.WebHost.UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddTelemetryExport(builder.Configuration);
        var web = builder.Build();
        var logs = web.Services.GetRequiredService<ILoggerFactory>();

#pragma warning disable CA2000 // all of these are parts of the host and end with it
        var stores = await options.Stores(options.Root, options.Clock, cancellation);
        await stores.MakeDropAsync(protocols.All.Where(protocol => protocol.Groeipakket is not null).Select(protocol => protocol.Service()).Distinct(), cancellation);
        var law = new Law(options.Between(stores.Ports), protocols, options.Clock, PartyKeyFolder.Load(options.Protocols, protocols), options.PersonQueries, options.SigningKeys);
        var engine = new EmbeddedEngine(
            Path.Combine(options.Root, "motor.db"), LawCatalog.Create(), law.Bindings, options.Clock, new EngineOptions { AfterCommit = options.AfterCommit },
            logs.CreateLogger<EmbeddedEngine>());
        var sweep = law.Sweep(engine);

        var parties = protocols.All.SelectMany(protocol => protocol.Parties).Select(party => party.Id).Append(SyntheticPeople.OperatorParty).ToHashSet();
        var issuerKey = ECDsa.Create();
        issuerKey.ImportPkcs8PrivateKey(await law.Ports.SystemKeys.GetOrCreateAsync("ontwikkeling/uitgever", NewIssuerKey, cancellation), out _);
        var issuer = new DevelopmentIssuer(issuerKey, DevelopmentIssuer.Environment, options.Clock);
        var backchannel = new HttpClient();
        var tokens = new AccessTokens(new() { Issuers = [issuer.Options(parties)] }, parties, DevelopmentIssuer.Environment, backchannel, options.Clock);
#pragma warning restore CA2000
        var once = await IdempotencyLedger.CreateAsync(
            law.Ports.Idempotency, law.Ports.SystemKeys, new() { OnlyProcess = true, NewReservation = () => References.New(ReferralHeads.Prefix).Value }, options.Clock, cancellation);
        var audit = new AccessAudit(law.Ports.Audit, law.Ports.Register, law.Ports.Staff, protocols);
        var dispatcher = new Dispatcher(
            tokens.IdentifyAsync, once, audit.RecordAsync, new DispatcherOptions { IsOutage = stores.IsOutage }, options.Clock, logs.CreateLogger<Dispatcher>());

        LawRoutes.Create(law, engine).MapTo(web, dispatcher);
        if (options.Orchestrations)
            await engine.StartProcessingAsync();
        await web.StartAsync(cancellation);
        if (!web.Urls.All(bound => Uri.TryCreate(bound, UriKind.Absolute, out var at) && at.IsLoopback))
            throw new InvalidDataException("De toepassing zou buiten deze machine luisteren; dat mag niet zonder TLS en met verzonnen mensen.");
        var timer = options.SweepEvery is { } every ? SweepTimer.Start(sweep, law.AuditHeads, once, every, options.Clock, logs.CreateLogger<SweepTimer>()) : null;
        return new(stores, web, law, engine, sweep, timer, issuer, issuerKey, backchannel);
    }

    /// <summary>Runs until told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation) => ((IHost)web).WaitForShutdownAsync(cancellation);

    private static byte[] NewIssuerKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
            await timer.DisposeAsync();
        await web.DisposeAsync();
        await Engine.DisposeAsync();
        await ports.DisposeAsync();
        issuerKey.Dispose();
        backchannel.Dispose();
    }
}
