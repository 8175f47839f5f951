using System.Collections.Frozen;
using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Identity;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Azure;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Functions.Hosting;

/// <summary>Routes, dispatcher and sweep on one law.</summary>
internal sealed class HostFace : IDisposable
{
    /// <summary>The operator of this system, processor of every party (W21); it stands in no protocol.</summary>
    private static readonly PartyId OperatorParty = new("gegevensdeling");

    /// <summary>Longer than a function may run (host.json), so that a request is never taken over from a process that still works on it.</summary>
    private static readonly TimeSpan DeadAfter = TimeSpan.FromMinutes(15);

    private readonly AccessTokens tokens;
    private readonly HttpClient backchannel;

    private HostFace(Law law, IOrchestrationClient engine, Dispatcher dispatcher, IdempotencyLedger once, AccessTokens tokens, HttpClient backchannel)
    {
        (Law, Dispatcher, Once, this.tokens, this.backchannel) = (law, dispatcher, once, tokens, backchannel);
        Sweep = law.Sweep(engine);
        Routes = LawRoutes.Create(law, engine).Routes.ToFrozenDictionary(route => route.Name, StringComparer.Ordinal);
    }

    public Law Law { get; }

    public Dispatcher Dispatcher { get; }

    public IdempotencyLedger Once { get; }

    public Sweep Sweep { get; }

    public FrozenDictionary<string, Route> Routes { get; }

    /// <exception cref="ArgumentException">The identity settings are wrong; the message says all that is, in Dutch.</exception>
    public static async Task<HostFace> CreateAsync(Law law, IOrchestrationClient engine, IdentityOptions identity, string environment, ILoggerFactory logs, CancellationToken cancellation)
    {
        var parties = law.Protocols.All.SelectMany(protocol => protocol.Parties).Select(party => party.Id).Append(OperatorParty).ToHashSet();
#pragma warning disable CA2000 // both are parts of the face and end with it
        var backchannel = new HttpClient();
        var tokens = new AccessTokens(identity, parties, environment, backchannel, law.Clock);
#pragma warning restore CA2000
        var once = await IdempotencyLedger.CreateAsync(
            law.Ports.Idempotency, law.Ports.SystemKeys, new() { DeadAfter = DeadAfter, NewReservation = () => References.New(ReferralHeads.Prefix).Value }, law.Clock, cancellation);
        var audit = new AccessAudit(law.Ports.Audit, law.Ports.Register, law.Ports.Staff, law.Protocols);
        var dispatcher = new Dispatcher(
            tokens.IdentifyAsync, once, audit.RecordAsync, new DispatcherOptions { IsOutage = failure => Outages.Recognise(failure) || AzureOutages.Recognise(failure) }, law.Clock,
            logs.CreateLogger<Dispatcher>());
        return new(law, engine, dispatcher, once, tokens, backchannel);
    }

    public void Dispose()
    {
        tokens.Dispose();
        backchannel.Dispose();
    }
}
