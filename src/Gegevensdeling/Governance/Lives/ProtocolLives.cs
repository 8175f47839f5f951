using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>The gate of every exchange: which version of a protocol admits something now, or the refusal (G1 to G10).</summary>
public sealed class ProtocolLives(LifeKind kind, DossierFile file, ProtocolCatalog protocols, TimeProvider clock)
{
    private static readonly HashSet<string> Stops = ["protocol-geschorst", "protocol-gewijzigd", "protocol-beeindigd", "protocol-opgezegd"];

    /// <summary>What was recorded of this protocol; nothing before its dossier exists.</summary>
    public async Task<LifeState> StateAsync(ProtocolId protocol, CancellationToken cancellation) =>
        await file.FindAsync(LifeKind.IdOf(protocol), cancellation) is { } dossier ? LifeState.Of(dossier.Facts) : LifeState.None;

    /// <summary>The standing of one version at this instant.</summary>
    public async Task<ProtocolStanding> StandingAsync(Protocol version, DateTimeOffset at, CancellationToken cancellation) =>
        kind.StandingOf(version, await StateAsync(version.Id, cancellation), at);

    /// <summary>
    /// The version under which something new begins: the latest that is in force. While a new version waits for its signatures the earlier one goes on.
    /// </summary>
    public async Task<GoverningVersion> GoverningAsync(ProtocolId protocol, DateTimeOffset at, CancellationToken cancellation)
    {
        var life = await StateAsync(protocol, cancellation);
        var standings = protocols.VersionsOf(protocol).Reverse().Select(version => (Version: version, Standing: kind.StandingOf(version, life, at))).ToList();
        return standings.Find(one => one.Standing is ProtocolStanding.InForce) is { Version: { } governs }
            ? new GoverningVersion.Found(governs)
            : new GoverningVersion.None(standings is [{ Standing: ProtocolStanding.NotInForce latest }, ..] ? latest.Refusal : ProtocolRules.Unknown(protocol));
    }

    /// <summary>The version that the public sees, with what was recorded of it: the one in force, or else the latest (G2).</summary>
    public async Task<(Protocol Version, ProtocolStanding Standing)> PublicAsync(Protocol latest, DateTimeOffset at, CancellationToken cancellation)
    {
        var life = await StateAsync(latest.Id, cancellation);
        var version = await GoverningAsync(latest.Id, at, cancellation) is GoverningVersion.Found { Protocol: var governs } ? governs : latest;
        return (life.Applied(version), kind.StandingOf(version, life, at));
    }

    /// <summary>
    /// Why content of a running exchange may not move now: the protocol is suspended or has ended (G7 to G10). A later version, or a step that a
    /// version still lacks, stops nothing that began rightly.
    /// </summary>
    public async Task<Refusal?> StopAsync(Protocol version, DateTimeOffset at, CancellationToken cancellation) =>
        await StandingAsync(version, at, cancellation) is ProtocolStanding.NotInForce { Refusal: var refusal } && Stops.Contains(refusal.Code) ? refusal : null;

    /// <summary>Notes every loaded version in the protocol's dossier, and starts its orchestration. Done again, it changes nothing.</summary>
    public async Task KeepAsync(Protocol protocol, IOrchestrationClient engine, CancellationToken cancellation)
    {
        var desk = new DossierDesk<LifeState, LifeCommand>(kind, file, engine, clock);
        var life = await StateAsync(protocol.Id, cancellation);
        foreach (var version in protocols.VersionsOf(protocol.Id).Where(version => life.TextOf(version.Version) is null))
        {
            await desk.DoAsync(
                SystemActor.Value, protocols.VersionsOf(protocol.Id)[0], LifeKind.IdOf(protocol.Id), new LifeCommand.Register(version.Version, ProtocolDigest.Sha256(version)), References.NewFact(),
                cancellation);
        }
    }
}

/// <summary>The answer of <see cref="ProtocolLives.GoverningAsync"/>.</summary>
public abstract record GoverningVersion
{
    private GoverningVersion()
    {
    }

    public sealed record Found(Protocol Protocol) : GoverningVersion;

    public sealed record None(Refusal Refusal) : GoverningVersion;
}
