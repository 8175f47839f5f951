using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Hosting;

/// <summary>Reads the public keys of parties that countersign: <c>sleutels/{party}.jwks.json</c> beside the protocol files. One bad file and the host does not start.</summary>
public static class PartyKeyFolder
{
    private const string Name = "sleutels";
    private const string Extension = ".jwks.json";

    /// <param name="protocols">The folder of the protocol files; no folder with keys in it means that no party countersigns.</param>
    /// <param name="known">Whose parties alone may have keys.</param>
    /// <exception cref="InvalidDataException">A file is refused; the message says which and why, in Dutch.</exception>
    public static PartyKeys Load(string protocols, ProtocolCatalog known)
    {
        var parties = known.All.SelectMany(protocol => protocol.Parties).Select(party => party.Id).ToHashSet();
        var (sets, errors) = Read(Path.Combine(protocols, Name));
        errors.AddRange(sets.Keys.Where(party => !parties.Contains(party)).Select(party => $"{Name}/{party}{Extension}: geen protocol noemt deze organisatie"));
        return errors.Count == 0 ? new PartyKeys(sets) : throw new InvalidDataException(string.Join('\n', errors));
    }

    /// <summary>The key sets of a folder, by the party that each file is named after, and what is wrong with any of them.</summary>
    public static (IReadOnlyDictionary<PartyId, PublicKeySet> Sets, List<string> Errors) Read(string folder)
    {
        var (sets, errors) = (new Dictionary<PartyId, PublicKeySet>(), new List<string>());
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, $"*{Extension}").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var name = Path.GetFileName(path);
            if (PublicKeySet.Read(File.ReadAllBytes(path)) is KeySetReading.Read(var set))
                sets.Add(new(name[..^Extension.Length]), set);
            else
                errors.Add($"{Name}/{name}: het is geen JWK-set met alleen publieke ES256-sleutels");
        }

        return (sets, errors);
    }
}
