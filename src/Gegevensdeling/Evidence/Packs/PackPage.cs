using System.Globalization;
using System.Xml.Linq;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Evidence.Packs;

/// <summary><c>bewijs.html</c>: the same account as <c>bewijs.json</c>, to read and to print. Accessible and without anything from elsewhere, as every page of this system.</summary>
internal sealed class PackPage(PackRecord record, Protocol protocol, DateOnly on)
{
    /// <summary>More lines than this nobody reads on paper: then the newest, and the record has all.</summary>
    private const int MostLines = 500;

    public string Write() => PublicPage.Write(
        $"Bewijs van de maatregelen: protocol {protocol.Name}", [],
        [.. Top(), .. Measures(), .. Processors(), .. Exchanges(), .. Accesses(), .. Breaches(), .. History(), .. HowToVerify()],
        ProtocolPage.Foot(protocol, on));

    private IEnumerable<XElement?> Top()
    {
        yield return H1($"Bewijs van de maatregelen van artikel 6: protocol {protocol.Name}");
        yield return P(record.Protocol.Title);
        yield return new XElement("p", new XAttribute("class", "status"), record.Protocol.Standing);
        yield return Facts("Dit pakket",
            ("Voor", Name(record.For)),
            ("Grond", Lines(record.Ground.Article, record.Ground.Text)),
            ("Van", protocol.Names(record.Ground.Of)),
            ("Aanvraag", record.Ground.Request?.Value),
            ("Opgemaakt op", Moment(record.IssuedAt)));
        yield return P("Dit document noemt geen enkele betrokkene. Medewerkers staan er niet met hun naam in. "
            + (protocol.Groeipakket is null ? "Over contact, uitkomst en wissen van een doorverwijzing zegt het alleen iets aan de ontvanger." : "Het zegt van elk bestand wat er aan beide kanten mee gebeurde; wat erin staat en de sleutels niet."));
    }

    private IEnumerable<XElement?> Measures()
    {
        yield return H2("maatregelen", "Welke maatregelen, en waar blijken ze?");
        yield return record.Measures.Count == 0
            ? P("Het protocol noemt voor deze partij geen maatregelen.")
            : Table("Maatregelen", ["Maatregel", "Van wie", "Waar het blijkt", "Bron"], record.Measures.Select(one => (IReadOnlyList<object>)
                [one.Text, protocol.Names(one.Parties), Lines(one.Proofs.Select(proof => $"{proof.Explanation}{(proof.Count is { } count ? $" In dit pakket: {count}." : string.Empty)}")), one.Source]));
    }

    private IEnumerable<XElement?> Processors()
    {
        yield return H2("verwerkers", "Verwerkers");
        yield return P(record.Processors.Explanation);
        yield return Table("Verwerkers", ["Verwerker", "Wat", "Voor wie", "Verwerkersovereenkomst"], record.Processors.Processors.Select(one => (IReadOnlyList<object>)
            [Lines([one.Name, one.Operator ? "Beheerder van het systeem" : null, .. one.SubProcessors.Select(sub => $"Subverwerker: {sub}")]), one.Service, ProtocolWords.And(one.For), one.Agreement]));
    }

    private IEnumerable<XElement?> Exchanges()
    {
        yield return H2("uitwisselingen", "Uitwisselingen");
        if (record.Exchanges.Count == 0)
        {
            yield return P("Onder dit protocol is nog niets uitgewisseld.");
            yield break;
        }

        yield return Table("Per maand", ["Maand", "Uitwisselingen", "Afgeleverd", "Sleuteloverdrachten", "Ontvangstbewijzen"],
            record.Exchanges.GroupBy(one => LegalCalendar.DateOf(one.BeganAt).ToString("yyyy-MM", CultureInfo.InvariantCulture)).OrderBy(month => month.Key, StringComparer.Ordinal).Select(month => (IReadOnlyList<object>)
                [month.Key, month.Count(), month.Count(one => one.Delivery == "afgeleverd"), month.Sum(one => one.Handovers.Count), month.Sum(one => one.Receipts.Count)]));
        if (record.Exchanges.Count > MostLines)
            yield return P($"Hieronder staan de laatste {MostLines} van {record.Exchanges.Count}. Alle staan in {PackFiles.Record}.");
        var own = record.Exchanges.Any(one => one.OwnSide is not null);
        yield return Table("Eén voor één", ["Verwijzing", "Begonnen", "Bestanden (SHA-256)", "Aflevering", "Sleutel", .. own ? [protocol.Groeipakket is null ? "Bij ons" : "Stand"] : Array.Empty<string>()],
            record.Exchanges.TakeLast(MostLines).Select(one => (IReadOnlyList<object>)
            [
                one.Exchange.Value, Moment(one.BeganAt), Lines(one.Files.Select(file => file.Sha256)),
                Lines(one.Delivery, one.Sent is { } sent ? $"Verzonden op {Moment(sent.At)} via {sent.Channel}" : null, one.Receipts.Count > 0 ? $"Ontvangstbewijzen: {one.Receipts.Count}" : null),
                Lines(one.Handovers.Select(Key)), .. own ? [Own(one.OwnSide)] : Array.Empty<object>(),
            ]));
    }

    private IEnumerable<XElement?> Accesses()
    {
        yield return H2("toegang", "Wie had toegang?");
        yield return record.Accesses.Count == 0 ? P("Niemand had inhoud of een sleutel voor zich.") : Table("Toegang tot inhoud en sleutels", ["Partij", "Functie", "Keren", "Geweigerd"],
            record.Accesses.Select(one => (IReadOnlyList<object>)[Name(one.Party), one.Role, Number(one.Times), Number(one.Refused)]));
        yield return record.Reviews.Count == 0 ? P("Er was nog geen halfjaarlijkse toegangscontrole.") : Table("Halfjaarlijkse toegangscontroles", ["Partij", "Periode", "Nagekeken"],
            record.Reviews.Select(one => (IReadOnlyList<object>)[Name(one.Party), $"{DutchDate.Say(one.From)} tot en met {DutchDate.Say(one.Until)}", one.Reviewed ? "ja" : "nog niet"]));
    }

    private IEnumerable<XElement?> Breaches()
    {
        yield return H2("inbreuken", "Meldingen van een mogelijk gegevenslek");
        yield return record.Breaches.Count == 0 ? P("Er is er geen gemeld.") : Table("Meldingen", ["Toestand", "Aantal"], record.Breaches.Select(one => (IReadOnlyList<object>)[one.State, one.Count]));
    }

    private IEnumerable<XElement?> History()
    {
        yield return H2("geschiedenis", "Geschiedenis van het protocol");
        yield return Table("Versies", ["Versie", "Vanaf", "SHA-256 van de tekst"], record.Protocol.Versions.Select(one => (IReadOnlyList<object>)[one.Version, DutchDate.Say(one.Start), one.Sha256]));
        yield return record.Protocol.History.Count == 0 ? null : Table("Stappen", ["Wanneer", "Wat", "Door"], record.Protocol.History.Select(one => (IReadOnlyList<object>)
            [Moment(one.At), one.Version is { } version ? $"{one.What} (versie {version})" : one.What, protocol.IsParty(one.Party) ? $"{Name(one.Party)}, {one.Role}" : "het systeem"]));
    }

    private static IEnumerable<XElement?> HowToVerify()
    {
        yield return H2("nakijken", "Zelf nakijken");
        yield return P($"Elk bestand van dit pakket staat met zijn SHA-256 in {PackFiles.List}; {PackFiles.Manifest} is ondertekend en noemt de SHA-256 van die lijst. ",
            "Kijk alles in één keer na, zonder netwerk: ", new XElement("code", "./run.sh verify pakket.zip --keys sleutels.jwks.json"),
            ". Haal de sleutels bij de partij zelf op. Zonder ons programma: de gids 'Een bewijs zelf nakijken'.");
    }

    private static string Key(PackHandover one) =>
        $"Overdracht {one.Number}: gevraagd op {Moment(one.AskedAt)}{(one.RevealedAt is { } shown ? $", getoond op {Moment(shown)}" : string.Empty)}{(one.ReceivedAt is { } got ? $", ontvangen op {Moment(got)}" : string.Empty)}";

    private static object Own(PackOwnSide? own) => own is null ? Unknown : Lines(
        own.State,
        own.ContactAt is { } contact ? $"Contact op {Moment(contact)}" : null,
        own.ErasedAt is { } erased ? $"Gewist op {Moment(erased)}" : null,
        own.Certificates.Count > 0 ? $"Wisbewijzen: {own.Certificates.Count}" : null);

    private string Name(PartyId party) => protocol.IsParty(party) ? protocol.Party(party).Name : party.Value;

    private static object Number(int? count) => count is { } known ? known : "niet vermeld";

    private static string Moment(DateTimeOffset at) => LegalCalendar.Local(at).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
}
