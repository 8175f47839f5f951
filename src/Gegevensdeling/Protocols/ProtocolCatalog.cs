using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>All protocols of one host, in all versions that are kept: an exchange keeps the version it started under.</summary>
public sealed class ProtocolCatalog
{
    private readonly Dictionary<ProtocolId, Protocol[]> _versions;
    private readonly Dictionary<ProtocolId, IReadOnlyList<Finding>> _findings;

    private ProtocolCatalog(IReadOnlyCollection<Protocol> protocols)
    {
        _versions = protocols.GroupBy(protocol => protocol.Id).ToDictionary(group => group.Key, group => group.OrderBy(protocol => protocol.Version).ToArray());
        _findings = All.ToDictionary(protocol => protocol.Id, protocol => ProtocolFindings.Check(protocol, All));
    }

    /// <summary>The latest version of each, in order of id.</summary>
    public IReadOnlyList<Protocol> All => [.. _versions.Values.Select(versions => versions[^1]).OrderBy(protocol => protocol.Id.Value, StringComparer.Ordinal)];

    /// <summary>Makes a catalogue, or says which two protocols cannot stand in one.</summary>
    public static ProtocolCatalogResult Create(IReadOnlyCollection<Protocol> protocols)
    {
        string[] conflicts =
        [
            .. protocols.GroupBy(protocol => (protocol.Id, protocol.Version)).Where(group => group.Count() > 1)
                .Select(group => $"versie {group.Key.Version} van het protocol '{group.Key.Id}' is twee keer geladen"),
            .. Overlaps(protocols),
        ];
        return conflicts.Length > 0 ? new ProtocolCatalogResult.Conflicting(conflicts) : new ProtocolCatalogResult.Made(new(protocols));
    }

    /// <summary>The latest version, in force or not.</summary>
    public Protocol? Find(ProtocolId id) => _versions.GetValueOrDefault(id)?[^1];

    public Protocol? Find(ProtocolId id, int version) => _versions.GetValueOrDefault(id)?.FirstOrDefault(protocol => protocol.Version == version);

    /// <summary>Every version that is kept, oldest first; none where the protocol is unknown.</summary>
    public IReadOnlyList<Protocol> VersionsOf(ProtocolId id) => _versions.GetValueOrDefault(id) ?? [];

    /// <summary>What the linter finds on it among the others (F5); computed once, the files do not change.</summary>
    /// <exception cref="KeyNotFoundException">It is not in this catalogue.</exception>
    public IReadOnlyList<Finding> FindingsOf(ProtocolId id) => _findings[id];

    /// <summary>Whether it allows exchange at this instant, with what is found on it among the others.</summary>
    /// <exception cref="KeyNotFoundException">It is not in this catalogue.</exception>
    public ProtocolStanding At(ProtocolId id, DateTimeOffset instant) => ProtocolRules.At(_versions[id][^1], instant, FindingsOf(id));

    /// <summary>The referral protocols by which this sender may refer a family at this postcode; more than one only over time.</summary>
    public IReadOnlyList<Protocol> Referrals(PartyId sender, string postcode) =>
        [.. All.Where(protocol => protocol.Referral is { } referral && protocol.Sender == sender && referral.Territory.Contains(postcode))];

    /// <summary>Every protocol of which this body is a party.</summary>
    public IReadOnlyList<Protocol> OfParty(PartyId party) => [.. All.Where(protocol => protocol.IsParty(party))];

    /// <summary>One postcode has one OCMW: two receivers for the same sender and postcode cannot be.</summary>
    private static IEnumerable<string> Overlaps(IReadOnlyCollection<Protocol> protocols) =>
        from protocol in protocols
        where protocol.Referral is not null
        from postcode in protocol.Referral!.Territory.Postcodes
        group protocol by (protocol.Sender, postcode) into rivals
        where rivals.Select(protocol => protocol.Receiver).Distinct().Count() > 1
        select $"de postcode {rivals.Key.postcode} staat bij meer dan één ontvanger: {string.Join(", ", rivals.Select(protocol => protocol.Id.Value).Distinct())}";
}

/// <summary>What making a catalogue gives.</summary>
public abstract record ProtocolCatalogResult
{
    private ProtocolCatalogResult()
    {
    }

    public sealed record Made(ProtocolCatalog Catalog) : ProtocolCatalogResult;

    /// <param name="Reasons">In Dutch.</param>
    public sealed record Conflicting(IReadOnlyList<string> Reasons) : ProtocolCatalogResult;
}
