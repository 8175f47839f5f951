using System.Xml.Linq;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>What the person may ask, of whom, and how (GDPR chapter III; W22). The law gives the words; the file gives the contacts.</summary>
internal static class RightsPart
{
    /// <summary>Chapter III GDPR in plain words.</summary>
    public static IReadOnlyList<(string Right, string Article, string Means)> All { get; } =
    [
        ("Inzage", "art. 15 AVG", "U vraagt welke gegevens over u er zijn, van wie ze komen, aan wie ze gingen en waarvoor. U krijgt er een kopie van."),
        ("Verbetering", "art. 16 AVG", "U laat onjuiste of onvolledige gegevens aanpassen. De andere partij krijgt de verbetering ook."),
        ("Wissing", "art. 17 AVG", "U vraagt om uw gegevens te wissen. Dat kan niet als een wet de instantie verplicht ze te bewaren of te gebruiken."),
        ("Beperking", "art. 18 AVG", "U vraagt om uw gegevens even niet te gebruiken, bijvoorbeeld terwijl wordt nagekeken of ze juist zijn."),
        ("Bezwaar", "art. 21 AVG", "U zegt waarom uw gegevens in uw situatie niet gebruikt mogen worden. Dat kan niet waar een wet de verwerking oplegt."),
        ("Geen besluit door een computer alleen", "art. 22 AVG", "Een besluit met grote gevolgen voor u mag niet door een computer alleen genomen worden. U mag vragen dat een mens ernaar kijkt."),
    ];

    public static IEnumerable<XElement?> Write(Protocol protocol)
    {
        yield return H2("rechten", "Uw rechten");
        yield return Table("Wat u kunt vragen", ["Recht", "Wat het betekent", "Artikel"],
            All.Select(right => (IReadOnlyList<object>)[right.Right, right.Means, right.Article]));
        if (protocol.Kind == ProtocolKind.Referral)
            yield return P("De doorverwijzing gebeurt met uw toestemming. U mag ze op elk moment intrekken, bij het lokale team of bij het OCMW, zonder te zeggen waarom. "
                + "De doorverwijzing wordt dan gewist. Heeft het OCMW al een dossier voor u, dan bespreekt het dat met u.");
        yield return H3("Hoe vraagt u het?");
        yield return P("Vraag het aan de partij die de gegevens heeft. Weet u niet welke, vraag het dan aan een van beide. Een brief of een mail volstaat en het is gratis. "
            + "De instantie gaat eerst na of u het bent en antwoordt binnen een maand (art. 12 AVG).");
        yield return Table("Bij wie", ["Partij", "Mail", "Brief"],
            protocol.Parties.Select(party => (IReadOnlyList<object>)[party.Name, Mail(party.DataProtectionOfficer.Mail), $"{party.DataProtectionOfficer.Name}, {party.Seat}"]));
        yield return P("Bent u niet tevreden met het antwoord? U kunt een klacht indienen bij de Vlaamse Toezichtcommissie of bij de Gegevensbeschermingsautoriteit (art. 77 AVG).");
        yield return H3("Informatie voor betrokkenen");
        yield return P("De folder en de volledige informatie volgens artikel 14 AVG staan op een eigen pagina; de koppelingen staan bovenaan.");
        yield return SourceLine(protocol.Information);
    }
}
