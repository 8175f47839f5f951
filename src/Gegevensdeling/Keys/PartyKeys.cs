using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Keys;

/// <summary>The public keys with which parties sign by themselves. They come with the installation and over no route: who could bring a key could sign for anybody.</summary>
public sealed class PartyKeys(IReadOnlyDictionary<PartyId, PublicKeySet> sets)
{
    public static PartyKeys None { get; } = new(new Dictionary<PartyId, PublicKeySet>());

    /// <summary>Null where the party gave none.</summary>
    public PublicKeySet? Of(PartyId party) => sets.GetValueOrDefault(party);
}
