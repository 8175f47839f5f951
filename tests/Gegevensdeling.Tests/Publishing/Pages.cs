using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Publishing;

/// <summary>The public pages of the protocols, read as XML.</summary>
internal static partial class Pages
{
    public static readonly DateOnly On = new(2026, 3, 2);

    public static readonly PublicStanding InForce = new(PublicState.InForce, new(2024, 4, 1), null);

    public static TheoryData<string> Names => ["mechelen", "kasterlee", "turnhout", "maldegem"];

    public static Protocol Protocol(string name) => name switch
    {
        "mechelen" => CommittedProtocols.Mechelen,
        "kasterlee" => CommittedProtocols.Kasterlee,
        "turnhout" => CommittedProtocols.Turnhout,
        "maldegem" => CommittedProtocols.Maldegem,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static string Page(Protocol protocol) => new ProtocolPage(protocol, InForce, On, PageLinks.Routes).Write();

    /// <summary>Every page that is made of a protocol.</summary>
    public static IReadOnlyDictionary<string, string> All(Protocol protocol)
    {
        var handouts = new HandoutPages(protocol, On, PageLinks.Routes);
        return new Dictionary<string, string>
        {
            ["page"] = Page(protocol),
            ["leaflet"] = handouts.Leaflet(),
            ["information"] = handouts.Information(),
            ["list"] = ProtocolList.Of([(protocol, InForce)], On, PageLinks.Routes).Write(),
        };
    }

    public static XElement Read(string html) => XDocument.Parse(html).Root!;

    /// <summary>What a reader sees: the texts of the body, with a space between elements.</summary>
    public static string Seen(string html) => Flat(string.Join(' ', Read(html).Element("body")!.DescendantNodes().OfType<XText>().Select(text => text.Value)));

    public static string Flat(string text) => White().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
