using System.Xml.Linq;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>What only a debtor protocol has: who compares, who sees what, how much, until when, and what a client may ask.</summary>
internal static class DebtorsPart
{
    public static IEnumerable<XElement?> Write(Protocol protocol, DebtorSettings settings)
    {
        yield return H2("afspraken", "Afspraken over de lijsten");
        yield return SourceLine(settings);
        yield return Facts("Afspraken",
            ("Wie vergelijkt", DebtorWords.Compares(protocol, settings)),
            ("Wie ziet wat", Lines(DebtorWords.Seen(protocol))),
            ("Hoeveel tegelijk", Lines(DebtorWords.Limits(settings.Limits), SourceLine(settings.Limits))),
            ("Eén lijst", Lines("Tussentijdse wijzigingen komen in dezelfde lijst.", DebtorWords.Moves(protocol, settings))),
            ("Wie betaald heeft", "Zodra de schuld betaald is of de invordering is afgesloten, verdwijnt ze van de lijst. Is er geen schuld meer, dan ook uw naam."),
            ("Pauze", DebtorWords.Reviewed(protocol, settings)),
            ("Bezwaar", Lines(Objection(protocol, settings))));
    }

    private static IEnumerable<object?> Objection(Protocol protocol, DebtorSettings settings)
    {
        if (!settings.ObjectionToDisclosure)
        {
            yield return $"Dit protocol voorziet niet dat een cliënt kan vragen dat {protocol.Party(protocol.Sender).Name} het niet weet.";
            yield break;
        }

        yield return $"Bent u cliënt en wilt u niet dat {protocol.Party(protocol.Sender).Name} dat weet? Zeg het aan uw maatschappelijk werker. De invordering loopt dan gewoon door.";
        foreach (var confirmed in settings.ObjectionConfirmations)
        {
            yield return $"Bevestigd door de functionaris voor gegevensbescherming van {protocol.Party(confirmed.Party).Name} op {DutchDate.Say(confirmed.Date)}.";
            yield return SourceLine(confirmed);
        }
    }
}
