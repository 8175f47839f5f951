using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>The gate of every exchange: which version of a protocol admits something now, or the refusal (G1 to G10).</summary>
public sealed class ProtocolLives(LifeKind kind, DossierFile file, ProtocolCatalog protocols, TimeProvider clock)
{
    private static readonly HashSet<string> Stops = [LifeStanding.Suspended, LifeStanding.Changed, "protocol-beeindigd", "protocol-opgezegd"];

    /// <summary>What was recorded of this protocol; nothing before its dossier exists.</summary>
    public async Task<LifeState> StateAsync(ProtocolId protocol, CancellationToken cancellation) =>
        await file.FindAsync(LifeKind.IdOf(protocol), cancellation) is { } dossier ? LifeState.Of(dossier.Facts) : LifeState.None;

    /// <summary>The standing of one version at this instant.</summary>
    public async Task<ProtocolStanding> StandingAsync(Protocol version, DateTimeOffset at, CancellationToken cancellation) =>
        kind.StandingOf(version, await StateAsync(version.Id, cancellation), at);

    /// <summary>
    /// The version under which something new begins: the latest that is in force. While a new version waits for its signatures the earlier one goes on;
    /// where the text of a signed one was changed, nothing begins.
    /// </summary>
    public async Task<GoverningVersion> GoverningAsync(ProtocolId protocol, DateTimeOffset at, CancellationToken cancellation)
    {
        var life = await StateAsync(protocol, cancellation);
        var versions = protocols.VersionsOf(protocol);
        var binding = life.Binding(versions).Select(version => version.Version).ToHashSet();
        var standings = versions.Reverse().Select(version => (Version: version, Standing: kind.StandingOf(version, life, at))).ToList();

        // G1: where the text that binds the parties was changed, what it took the place of does not come back.
        var first = standings.Find(one => one.Standing is ProtocolStanding.InForce
            || (one.Standing is ProtocolStanding.NotInForce { Refusal.Code: LifeStanding.Changed } && binding.Contains(one.Version.Version)));
        return first switch
        {
            { Standing: ProtocolStanding.InForce } => new GoverningVersion.Found(first.Version),
            { Standing: ProtocolStanding.NotInForce changed } => new GoverningVersion.None(changed.Refusal),
            _ => new GoverningVersion.None(standings is [{ Standing: ProtocolStanding.NotInForce latest }, ..] ? latest.Refusal : ProtocolRules.Unknown(protocol)),
        };
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

    /// <summary>
    /// Why a deed of this day may not be recorded now. What happened is recorded, also while the protocol is suspended, but only where it happened before that:
    /// under a suspension nothing moves (art. 8).
    /// </summary>
    /// <param name="version">The version of the exchange.</param>
    /// <param name="on">The legal date of the deed.</param>
    /// <param name="at">This instant.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Refusal?> StopOfDeedAsync(Protocol version, DateOnly on, DateTimeOffset at, CancellationToken cancellation) =>
        await StopAsync(version, at, cancellation) is { Code: LifeStanding.Suspended } stopped
            && (await StateAsync(version.Id, cancellation)).Suspension is { At: var since } && on >= LegalCalendar.DateOf(since)
            ? stopped with
            {
                Text = $"{stopped.Text} Sinds {DutchDate.Say(LegalCalendar.DateOf(since))} wordt niets doorgegeven. Gebeurde het vroeger, vul dan in 'op' de dag in. Gebeurde het sindsdien, meld het dan als een mogelijk gegevenslek (artikel 9).",
            }
            : null;

    /// <summary>
    /// The version whose addresses hold for this party: the one that governs now, also while it is suspended. Of a party that it does not name, the latest version that does.
    /// </summary>
    public async Task<Protocol> AddressedAsync(ProtocolId protocol, PartyId party, CancellationToken cancellation)
    {
        var (life, now) = (await StateAsync(protocol, cancellation), clock.GetUtcNow());
        var versions = protocols.VersionsOf(protocol);
        var binding = life.Binding(versions).Select(version => version.Version).ToHashSet();
        var begun = versions.Where(version => binding.Contains(version.Version) && version.Duration.Start.Date <= LegalCalendar.DateOf(now));
        IEnumerable<Protocol> order =
        [
            .. versions.Where(version => kind.StandingOf(version, life, now) is ProtocolStanding.InForce).Reverse(),
            .. begun.Where(version => kind.StandingOf(version, life, now) is not ProtocolStanding.NotInForce { Refusal.Code: LifeStanding.Changed }).Reverse(),
            .. begun.Reverse(), .. versions.Reverse(),
        ];
        return order.First(version => version.IsParty(party));
    }

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
