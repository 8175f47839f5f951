using System.Xml.Linq;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>What only one kind of exchange has.</summary>
internal static class KindPart
{
    public static IEnumerable<XElement?> Write(Protocol protocol) =>
    [
        .. protocol.Referral is { } referral ? Referral(referral) : [],
        .. protocol.Groeipakket is { } groeipakket ? Groeipakket(protocol, groeipakket) : [],
        .. protocol.Debtors is { } debtors ? DebtorsPart.Write(protocol, debtors) : [],
    ];

    private static IEnumerable<XElement?> Referral(ReferralSettings settings)
    {
        yield return H2("afspraken", "Afspraken over de doorverwijzing");
        yield return SourceLine(settings);
        yield return Facts("Afspraken",
            ("Gebied", Lines($"Gezinnen met postcode {ProtocolWords.And(settings.Territory.Postcodes)}", SourceLine(settings.Territory))),
            ("Gezinnen in Brussel", Lines($"Postcode {settings.Territory.Brussels.First} tot {settings.Territory.Brussels.Last}: {settings.Territory.Brussels.PointTo}", SourceLine(settings.Territory.Brussels))),
            ("Geen hulp gewenst, of toestemming ingetrokken", Lines(
                $"De gegevens in dit systeem zijn binnen {settings.Erasure.WithinHours} uur gewist.",
                $"{(settings.Erasure.Adopted ? "De partijen namen deze clausule over" : "De partijen namen deze clausule niet over")}: {settings.Erasure.Text}",
                SourceLine(settings.Erasure))),
            ("Partners van het geïntegreerd breed onthaal (GBO)", Lines(
                settings.BroadIntake.AgreementExists ? $"Er is een GBO-overeenkomst: {settings.BroadIntake.Agreement}." : "Er is geen GBO-overeenkomst: er gaat niets naar GBO-partners.",
                settings.BroadIntake.ConsentRequired ? "Er gaat alleen iets door met toestemming van de cliënt." : null,
                SourceLine(settings.BroadIntake))),
            ("Evaluatie", Lines(
                $"Om de {settings.Evaluation.EveryMonths} maanden, met cijfers zonder persoonsgegevens; aantallen onder {settings.Evaluation.SmallestCell} worden niet getoond.",
                SourceLine(settings.Evaluation))));
    }

    private static IEnumerable<XElement?> Groeipakket(Protocol protocol, GroeipakketSettings settings)
    {
        yield return H2("afspraken", "Afspraken over de vraag");
        yield return P($"Het gaat om kinderen van {settings.AgeFrom} tot {settings.AgeTo} jaar met recht {(settings.Boundary == BoundaryRule.From ? "vanaf" : "na")} {DutchDate.Say(settings.PeriodFrom)}. "
            + $"Per kind gaan hoogstens {settings.MostBeneficiaries} begunstigden mee. "
            + $"Alleen de sociale dienst van {protocol.Party(settings.Service).Name} ziet het antwoord.");
        yield return SourceLine(settings);
    }
}
