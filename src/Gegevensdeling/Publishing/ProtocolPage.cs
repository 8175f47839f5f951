using System.Xml.Linq;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>
/// The public page of one protocol (G2, D20, P17): all that a citizen and a supervisor want to know, from the file alone, each part with
/// its article. What people need to run the exchange (delivery addresses, telephones, deputies, who accepted which defect of the text)
/// is not on it: decision 19.
/// </summary>
/// <param name="on">The legal date on which the page is made.</param>
public sealed class ProtocolPage(Protocol protocol, PublicStanding standing, DateOnly on, PageLinks links)
{
    public string Write() => PublicPage.Write(
        $"Protocol {protocol.Name}",
        [Link(links.List, "Alle protocollen"), Link(links.Leaflet(protocol.Id), "Folder"), Link(links.Information(protocol.Id), "Informatie over uw gegevens")],
        [
            .. Top(),
            .. PartiesPart.Write(protocol),
            .. GroundsPart.Write(protocol),
            .. DataPart.Write(protocol),
            .. RightsPart.Write(protocol),
            .. KindPart.Write(protocol),
            .. SafetyPart.Write(protocol),
            .. LifePart.Write(protocol),
        ],
        Foot(protocol, on));

    /// <summary>The same last lines under every page of a protocol.</summary>
    internal static IEnumerable<XElement> Foot(Protocol protocol, DateOnly on) =>
    [
        P($"Protocol {protocol.Name} ({protocol.Id}), versie {protocol.Version} van het protocolbestand. Stand op {DutchDate.Say(on)}."),
    ];

    private IEnumerable<XElement?> Top()
    {
        yield return H1($"Protocol {protocol.Name}");
        yield return P(protocol.Title.Text);
        yield return SourceLine(protocol.Title);
        yield return new XElement("p", new XAttribute("class", "status"), standing.Say());
        yield return P($"Dit protocol regelt een gegevensdeling tussen {ProtocolWords.And([.. protocol.Parties.Select(party => party.Name)])} "
            + "(artikel 8, §1, van het decreet van 18 juli 2008). Deze pagina is gemaakt uit het protocolbestand waarmee de uitwisseling zelf werkt. "
            + "Bij elk onderdeel staat waar het in het protocol staat. Wat de tekst openlaat, is vastgelegd door de partijen in het protocolbestand; dat staat er dan bij.");
        yield return P($"Het bestand: {protocol.Id}, versie {protocol.Version}.");
        yield return SourceLine(protocol);
        yield return P("Soort: ", protocol.Kind.Say(), ".");
    }
}
