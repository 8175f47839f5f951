using System.Xml.Linq;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>How the data are kept safe, who else processes them, and how the risk was weighed.</summary>
internal static class SafetyPart
{
    public static IEnumerable<XElement?> Write(Protocol protocol)
    {
        yield return H2("beveiliging", "Hoe zijn de gegevens beveiligd?");
        yield return protocol.Measures.Count == 0
            ? P("Het protocol noemt geen maatregelen.")
            : Table("Maatregelen", ["Maatregel", "Van wie", "Bron"],
                protocol.Measures.Select(measure => (IReadOnlyList<object>)[measure.Text, protocol.Names(measure.Parties), Source(measure)]));

        yield return H2("verwerkers", "Verwerkers");
        yield return P("Een verwerker werkt in opdracht van een partij en mag de gegevens voor niets anders gebruiken (art. 28 AVG).");
        yield return Table("Verwerkers", ["Verwerker", "Wat", "Voor wie", "Verwerkersovereenkomst", "Bron"],
            protocol.Processors.Select(one => (IReadOnlyList<object>)
            [
                Lines([one.Name, one.Operator ? "Beheerder van het systeem" : null, .. one.SubProcessors.Select(sub => $"Subverwerker: {sub}")]),
                one.Service, protocol.Names(one.Parties), one.Agreement, Source(one),
            ]));

        yield return H2("dpia", "Is het risico onderzocht?");
        var assessment = protocol.ImpactAssessment;
        yield return P(assessment.Done
            ? $"Er is een gegevensbeschermingseffectbeoordeling (DPIA) gedaan{(assessment.Date is { } date ? $" op {DutchDate.Say(date)}" : string.Empty)}{(assessment.Reference is { } reference ? $" ({reference})" : string.Empty)}."
            : $"Er is geen gegevensbeschermingseffectbeoordeling (DPIA) gedaan{(assessment.Reference is { } other ? $" ({other})" : string.Empty)}.");
        yield return P(assessment.Explanation);
        yield return SourceLine(assessment);
        yield return Table("Adviezen van de functionarissen voor gegevensbescherming", ["Partij", "Datum", "Strekking", "Bron"],
            protocol.Advices.Select(advice => (IReadOnlyList<object>)
            [
                protocol.Party(advice.Party).Name,
                Lines(advice.Date is { } day ? DutchDate.Say(day) : "De tekst laat de datum open.", advice.DatePrinted is { } printed ? $"In de tekst staat: {printed}" : null),
                advice.Sense.Say(), Source(advice),
            ]));

        yield return H2("plichten", "Wat melden de partijen?");
        yield return Table("Plichten", ["Plicht", "Van wie", "Aan wie", "Inhoud", "Bron"],
            protocol.Duties.Select(duty => (IReadOnlyList<object>)
            [
                duty.Kind.Say(), protocol.Names(duty.From),
                Lines(duty.To.Count == 0 ? "De betrokkenen" : Other(protocol, duty), duty.ThroughOfficers ? "Langs de functionarissen voor gegevensbescherming" : null),
                duty.Text, Source(duty),
            ]));
    }

    /// <summary>Where both owe it to both, they owe it to each other.</summary>
    private static string Other(Protocol protocol, Duty duty) => duty.From.ToHashSet().SetEquals(duty.To) && duty.To.Count > 1 ? "Aan elkaar" : protocol.Names(duty.To);
}
