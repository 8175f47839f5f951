using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>All protocols of one host.</summary>
public sealed class ProtocolCatalog
{
    private readonly Dictionary<ProtocolId, Protocol> _protocols;
    private readonly Dictionary<ProtocolId, IReadOnlyList<Finding>> _findings;

    private ProtocolCatalog(IReadOnlyCollection<Protocol> protocols)
    {
        _protocols = protocols.ToDictionary(protocol => protocol.Id);
        _findings = protocols.ToDictionary(protocol => protocol.Id, protocol => ProtocolFindings.Check(protocol, protocols));
    }

    /// <summary>In order of id.</summary>
    public IReadOnlyList<Protocol> All => [.. _protocols.Values.OrderBy(protocol => protocol.Id.Value, StringComparer.Ordinal)];

    /// <summary>Makes a catalogue, or says which two protocols cannot stand in one.</summary>
    public static ProtocolCatalogResult Create(IReadOnlyCollection<Protocol> protocols)
    {
        string[] conflicts =
        [
            .. protocols.GroupBy(protocol => protocol.Id).Where(group => group.Count() > 1)
                .Select(group => $"het protocol '{group.Key}' is twee keer geladen"),
            .. Overlaps(protocols),
        ];
        return conflicts.Length > 0 ? new ProtocolCatalogResult.Conflicting(conflicts) : new ProtocolCatalogResult.Made(new(protocols));
    }

    public Protocol? Find(ProtocolId id) => _protocols.GetValueOrDefault(id);

    /// <summary>What the linter finds on it among the others (F5); computed once, the files do not change.</summary>
    /// <exception cref="KeyNotFoundException">It is not in this catalogue.</exception>
    public IReadOnlyList<Finding> FindingsOf(ProtocolId id) => _findings[id];

    /// <summary>Whether it allows exchange at this instant, with what is found on it among the others.</summary>
    /// <exception cref="KeyNotFoundException">It is not in this catalogue.</exception>
    public ProtocolStanding At(ProtocolId id, DateTimeOffset instant) => ProtocolRules.At(_protocols[id], instant, FindingsOf(id));

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
