using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>
/// The version of a protocol that the public sees at an instant, with its standing: the one that is in force, or else the latest. The recorded life of a
/// protocol answers it, or the file alone.
/// </summary>
public delegate Task<(Protocol Version, ProtocolStanding Standing)> FindPublicVersion(Protocol latest, DateTimeOffset at, CancellationToken cancellation);

/// <summary>The protocols of a host, each with its public standing.</summary>
public sealed class PublishedProtocols(ProtocolCatalog protocols, FindPublicVersion find)
{
    /// <summary>By the dates and acts that stand in the files (<see cref="ProtocolRules.At(Protocol, DateTimeOffset)"/>).</summary>
    public static FindPublicVersion ByFile { get; } = (protocol, at, _) => Task.FromResult((protocol, ProtocolRules.At(protocol, at)));

    public bool HasParty(PartyId party) => protocols.OfParty(party).Count > 0;

    public Protocol? Find(ProtocolId id) => protocols.Find(id);

    /// <summary>The version that the public sees, and how it stands.</summary>
    public async Task<(Protocol Protocol, PublicStanding Standing)> VersionAsync(Protocol latest, DateTimeOffset at, CancellationToken cancellation)
    {
        var (version, standing) = await find(latest, at, cancellation);
        return (version, PublicStanding.Of(version, standing));
    }

    /// <summary>All of them, in order of id.</summary>
    public async Task<IReadOnlyList<(Protocol Protocol, PublicStanding Standing)>> AllAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        var all = new List<(Protocol, PublicStanding)>();
        foreach (var protocol in protocols.All)
            all.Add(await VersionAsync(protocol, at, cancellation));
        return all;
    }

    /// <summary>The page of one protocol, or null where there is none.</summary>
    public async Task<string?> PageAsync(ProtocolId id, DateTimeOffset at, PageLinks links, CancellationToken cancellation)
    {
        if (Find(id) is not { } latest)
            return null;
        var (protocol, standing) = await VersionAsync(latest, at, cancellation);
        return new ProtocolPage(protocol, standing, LegalCalendar.DateOf(at), links).Write();
    }
}
