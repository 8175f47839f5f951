using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Local.Commands;

/// <summary>
/// Everything that is published of the protocols, as texts by relative path: <c>website</c> for everybody, and <c>registers</c> apart from
/// it, because a register of article 30 GDPR is kept for the supervisor and nobody needs to put it on the web.
/// </summary>
internal static class PublishedFiles
{
    public const string Website = "website";

    public const string Registers = "registers";

    /// <exception cref="InvalidDataException">Two protocols would get the same file.</exception>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<(Protocol Protocol, PublicStanding Standing)> protocols, DateOnly on)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in Site(protocols, on).Select(file => ($"{Website}/{file.Name}", file.Text)).Concat(Register(protocols, on).Select(file => ($"{Registers}/{file.Name}", file.Text))))
        {
            if (!files.TryAdd(name, text))
                throw new InvalidDataException($"Twee protocollen zouden hetzelfde bestand {name} krijgen. Geef een van beide een andere id.");
        }

        return files;
    }

    private static IEnumerable<(string Name, string Text)> Site(IReadOnlyList<(Protocol Protocol, PublicStanding Standing)> protocols, DateOnly on)
    {
        var (links, list) = (PageLinks.Files, ProtocolList.Of(protocols, on, PageLinks.Files));
        yield return (links.List, list.Write());
        yield return ("protocollen.json", Json(list));
        foreach (var (protocol, standing) in protocols)
        {
            var handouts = new HandoutPages(protocol, on, links);
            yield return (links.Page(protocol.Id), new ProtocolPage(protocol, standing, on, links).Write());
            yield return (links.Leaflet(protocol.Id), handouts.Leaflet());
            yield return (links.Information(protocol.Id), handouts.Information());
        }
    }

    private static IEnumerable<(string Name, string Text)> Register(IReadOnlyList<(Protocol Protocol, PublicStanding Standing)> protocols, DateOnly on)
    {
        foreach (var party in protocols.SelectMany(one => one.Protocol.Parties).Select(party => party.Id).Distinct().OrderBy(party => party.Value, StringComparer.Ordinal))
        {
            var register = ProcessingRegister.Of(party, protocols, on);
            yield return ($"verwerkingen-{party}.csv", register.Csv());
            yield return ($"verwerkingen-{party}.json", Json(register));
        }

        var processor = ProcessorRegister.Of(protocols, on);
        yield return ("verwerker.csv", processor.Csv());
        yield return ("verwerker.json", Json(processor));
    }

    private static string Json(object value) => ApiJson.Write(value) + "\n";
}
