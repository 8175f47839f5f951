using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Publishing;

/// <summary>Where the pages stand beside each other: as routes of a host, or as files in one folder of a website.</summary>
/// <param name="List">The address of the list.</param>
/// <param name="Page">The address of one protocol.</param>
/// <param name="Leaflet">The address of its leaflet.</param>
/// <param name="Information">The address of its information text.</param>
public sealed record PageLinks(string List, Func<ProtocolId, string> Page, Func<ProtocolId, string> Leaflet, Func<ProtocolId, string> Information)
{
    public static PageLinks Routes { get; } = new("/protocollen", id => $"/protocollen/{id}", id => $"/protocollen/{id}/folder", id => $"/protocollen/{id}/informatie");

    /// <summary>Relative: the folder may stand anywhere on a website.</summary>
    public static PageLinks Files { get; } = new("index.html", id => $"{id}.html", id => $"{id}-folder.html", id => $"{id}-informatie.html");
}
