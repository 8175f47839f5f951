using System.Xml.Linq;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>From when, until when, where it is published, who signed, which court.</summary>
internal static class LifePart
{
    public static IEnumerable<XElement?> Write(Protocol protocol)
    {
        var duration = protocol.Duration;
        yield return H2("looptijd", "Hoelang loopt het protocol?");
        yield return Facts("Looptijd",
            ("Duur", Lines($"{duration.Kind.Say()}.", SourceLine(duration))),
            ("Begin", Lines(DutchDate.Say(duration.Start.Date), duration.Start.Text, SourceLine(duration.Start))),
            ("Opzegtermijn", Lines($"{duration.NoticePeriod.Months} maanden", SourceLine(duration.NoticePeriod))),
            ("Opgezegd", duration.Notice is { } notice
                ? Lines($"Op {DutchDate.Say(notice.Date)}, door {protocol.Party(notice.By).Name}", $"Laatste dag: {DutchDate.Say(ProtocolRules.NoticeEnd(notice.Date, duration.NoticePeriod.Months))}", SourceLine(notice))
                : null),
            ("Bij een inbreuk", Lines($"{protocol.Party(duration.BreachEnd.By).Name} mag het protocol meteen beëindigen als de andere partij er niet naar handelt.", SourceLine(duration.BreachEnd))),
            ("Beëindigd", duration.Termination is { } end
                ? Lines($"Op {DutchDate.Say(end.Date)}: {end.Cause.Say()}{(end.By is { } by ? $", door {protocol.Party(by).Name}" : string.Empty)}", SourceLine(end))
                : null));

        yield return H2("bekendmaking", "Waar staat het protocol?");
        yield return Table("Bekendmaking", ["Partij", "Adres", "Sinds", "Bron"],
            protocol.Publications.Select(one => (IReadOnlyList<object>)[protocol.Party(one.Party).Name, Web(one.Url), DutchDate.Say(one.Date), Source(one)]));

        var signing = protocol.Signing;
        yield return H2("ondertekening", "Ondertekening");
        yield return P($"Opgemaakt te {signing.Place} op {DutchDate.Say(signing.Date)}, in {signing.Copies} exemplaren.");
        yield return SourceLine(signing);
        yield return Table("Handtekeningen", ["Naam", "Functie en mandaat", "Voor", "Datum", "Bron"],
            signing.Signatures.Select(one => (IReadOnlyList<object>)
            [
                one.Name, Lines(one.Office, one.Mandate), protocol.Party(one.Party).Name,
                Lines(DutchDate.Say(one.Date), one.DatePrinted is { } printed ? $"In de tekst staat: {printed}" : null, one.Form.Say()), Source(one),
            ]));

        yield return H2("rechtbank", "Bij een geschil tussen de partijen");
        yield return P($"Rechtbank: {protocol.Court.Place}. Recht: {protocol.Court.Law}.");
        yield return SourceLine(protocol.Court);

        yield return H2("niet-op-deze-pagina", "Wat hier niet staat");
        yield return P("Niet gepubliceerd zijn de afleveradressen en telefoonnummers waarlangs bestanden en sleutels gaan, de interne contacten en plaatsvervangers, de interne opvolgtermijnen "
            + "en de lijst van opmerkingen bij de tekst die de partijen intern aanvaardden. Een toezichthouder kan ze bij elke partij opvragen.");
    }
}
