using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>Says where a protocol stands at an instant. The recorded life of a protocol answers it, or the file alone.</summary>
public delegate Task<ProtocolStanding> FindProtocolStanding(Protocol protocol, DateTimeOffset at, CancellationToken cancellation);

/// <summary>The protocols of a host, each with its public standing.</summary>
public sealed class PublishedProtocols(ProtocolCatalog protocols, FindProtocolStanding find)
{
    /// <summary>By the dates and acts that stand in the files (<see cref="ProtocolRules.At"/>).</summary>
    public static FindProtocolStanding ByFile { get; } = (protocol, at, _) => Task.FromResult(ProtocolRules.At(protocol, at));

    public bool HasParty(PartyId party) => protocols.OfParty(party).Count > 0;

    public Protocol? Find(ProtocolId id) => protocols.Find(id);

    public async Task<PublicStanding> StandingAsync(Protocol protocol, DateTimeOffset at, CancellationToken cancellation) =>
        PublicStanding.Of(protocol, await find(protocol, at, cancellation));

    /// <summary>All of them, in order of id.</summary>
    public async Task<IReadOnlyList<(Protocol Protocol, PublicStanding Standing)>> AllAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        var all = new List<(Protocol, PublicStanding)>();
        foreach (var protocol in protocols.All)
            all.Add((protocol, await StandingAsync(protocol, at, cancellation)));
        return all;
    }

    /// <summary>The page of one protocol, or null where there is none.</summary>
    public async Task<string?> PageAsync(ProtocolId id, DateTimeOffset at, PageLinks links, CancellationToken cancellation) =>
        Find(id) is { } protocol
            ? new ProtocolPage(protocol, await StandingAsync(protocol, at, cancellation), LegalCalendar.DateOf(at), links).Write()
            : null;
}
