using System.Xml.Linq;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>Why data go, and by which law.</summary>
internal static class GroundsPart
{
    public static IEnumerable<XElement?> Write(Protocol protocol)
    {
        yield return H2("doeleinden", "Waarvoor dienen de gegevens?");
        yield return P("De gegevens mogen alleen voor deze doeleinden gebruikt worden.");
        yield return Table("Doeleinden", ["Doel", "Van wie", "Bron"],
            protocol.Purposes.Select(purpose => (IReadOnlyList<object>)[purpose.Text, protocol.Names(purpose.Parties), Source(purpose)]));

        yield return H2("rechtsgronden", "Op welke wet steunt dit?");
        if (protocol.LegalGrounds.All(ground => ground.Gdpr.Count == 0))
            yield return P("De tekst noemt de wetten en besluiten hieronder, en geen grond van artikel 6 AVG.");
        yield return Table("Rechtsgronden", ["Wet of besluit", "Voor wie", "Bron"],
            protocol.LegalGrounds.Select(ground => (IReadOnlyList<object>)[Lines(ground.Text, ground.Gdpr.Count == 0 ? null : Gdpr(ground)), protocol.Names(ground.Parties), Source(ground)]));

        if (protocol.Agreement is { } agreement)
        {
            yield return H3("De onderliggende overeenkomst");
            yield return P($"{agreement.Description} Gesloten op {DutchDate.Say(agreement.Date)}.");
            yield return SourceLine(agreement);
        }

        yield return H2("machtigingen", "Machtigingen voor het Rijksregister");
        yield return protocol.Authorisations.Count == 0
            ? P("Dit protocol noemt geen machtigingen.")
            : Table("Machtigingen", ["Partij", "Machtiging", "Bron"],
                protocol.Authorisations.Select(one => (IReadOnlyList<object>)[protocol.Party(one.Party).Name, one.Text, Source(one)]));
    }

    public static string Gdpr(LegalGround ground) =>
        ground.Gdpr.Count == 0 ? "De tekst noemt geen grond van artikel 6 AVG." : $"Artikel 6.1 {ProtocolWords.And([.. ground.Gdpr.Select(letter => $"{letter})")])} AVG";
}
