using System.Globalization;
using System.Xml.Linq;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>The answer as a letter to print, in plain Dutch. Nothing is loaded from elsewhere, and no value of the person can become markup.</summary>
internal sealed class PersonLetter(PersonAnswer answer, Protocol protocol, Exchanges.PartyId by)
{
    public string Write() => PublicPage.Write(
        "Uw gegevens: ons antwoord", [],
        [.. Top(), .. Findings(), .. Why(), .. Rights()],
        [P($"Opgemaakt op {DutchDate.Say(answer.On)} onder het protocol {protocol.Name}, versie {protocol.Version}. Dit antwoord wordt nergens bewaard; het bestaat alleen op dit papier en in het bestand dat u erbij krijgt.")]);

    private IEnumerable<XElement?> Top()
    {
        yield return H1("Uw gegevens: ons antwoord");
        yield return P("Beste");
        yield return P($"U vroeg welke gegevens over u er zijn. {answer.By} antwoordt u hier voor wat {answer.By} zelf bijhoudt in het systeem waarmee dit protocol werkt (artikel 15 van de algemene verordening gegevensbescherming, AVG).");
        yield return P($"Het gaat over: {answer.Protocol.Title}");
        yield return Facts("Dit antwoord", ("Van", answer.By), ("Datum", DutchDate.Say(answer.On)), ("Wie u bent, keken we na", $"op {DutchDate.Say(answer.Identity.On)}, {Say(answer.Identity.Manner)}"));
    }

    private IEnumerable<XElement?> Findings()
    {
        yield return H2("gevonden", "Wat er over u is");
        if (answer.Held.Count == 0)
        {
            foreach (var text in Nothing())
                yield return P(text);
        }

        foreach (var held in answer.Held)
        {
            foreach (var part in One(held))
                yield return part;
        }

        if (answer.NotRead.Count > 0)
        {
            yield return H3("Wat we niet konden nakijken");
            yield return P("Dit bestand is er, maar we konden er nu niet in kijken. Of u erin staat, weten we dus niet. Vraag het later opnieuw.");
            yield return Items(answer.NotRead);
        }
    }

    /// <summary>W12: for who sends referrals the same words, whether there is one or not.</summary>
    private IEnumerable<string> Nothing()
    {
        if (protocol.Kind == ProtocolKind.Referral && by == protocol.Sender)
        {
            var receiver = protocol.Party(protocol.Receiver).Name;
            yield return answer.SearchedFor == "kenmerk"
                ? "Het kenmerk dat u gaf, kennen wij onder dit protocol niet. Kijk na of het juist is."
                : "Wij zoeken in dit systeem niemand op naam. Na het versturen houden wij van een doorverwijzing alleen een kenmerk bij, zonder uw gegevens. Hebt u dat kenmerk, dan kunnen we zeggen wat er toen werd doorgegeven (artikel 11 AVG).";
            yield return $"Wat er met een doorverwijzing gebeurt, weet alleen {receiver}. Daar kunt u uw gegevens zelf opvragen.";
            yield break;
        }

        yield return $"Onder dit protocol houdt {answer.By} in dit systeem nu geen gegevens over u bij.";
        yield return "Was er vroeger iets, dan is het gewist. Daarna kan niemand u er nog in terugvinden; zo is het bedoeld.";
        if (protocol.Kind == ProtocolKind.Referral)
            yield return "Kreeg u bij een doorverwijzing een kenmerk, dan kunt u daarmee het bewijs van de wissing vragen.";
    }

    private static IEnumerable<XElement?> One(HeldData held)
    {
        yield return H3(held.Kind);
        yield return Facts(held.Kind, ("Kenmerk", held.Exchange.Value), ("Van", held.From), ("Aan", held.To), ("Sinds", DutchDate.Say(held.Since)), ("Tot wanneer", held.Until));
        foreach (var row in held.Rows)
            yield return Facts(row.Row is { } number ? string.Create(CultureInfo.InvariantCulture, $"Rij {number}") : "Uw gegevens", row.Fields.Select(field => (field.Name, (object?)Say(field))));
        foreach (var note in held.Notes)
            yield return P(note);
        yield return held.Accesses.Count == 0
            ? P("Niemand keek in dit systeem deze gegevens in.")
            : Table("Wie deze gegevens inkeek", ["Wanneer", "Welke dienst", "Wat"], held.Accesses.Select(one => (IReadOnlyList<object>)[DutchDate.Say(one.On), one.Service, one.What]));
    }

    private IEnumerable<XElement?> Why()
    {
        yield return H2("waarvoor", "Waarvoor, en op welke wet steunt dat?");
        yield return P($"{answer.By} gebruikt de gegevens van dit protocol alleen hiervoor:");
        yield return Items(answer.Purposes);
        yield return P("Dat steunt op:");
        yield return Items(answer.Grounds);
        yield return P("Deze mensen en diensten mogen ze zien:");
        yield return Items(answer.Recipients);
        yield return P("Dit systeem neemt zelf geen beslissingen over u.");
    }

    private IEnumerable<XElement?> Rights()
    {
        yield return H2("rechten", "Wat u nog kunt vragen");
        yield return Items(answer.Rights);
        var officer = protocol.Party(by).DataProtectionOfficer;
        yield return P("Schrijf daarvoor naar ", Mail(officer.Mail), $" of naar {officer.Name}, {protocol.Party(by).Seat}. Het is gratis en u krijgt antwoord binnen een maand (artikel 12 AVG).");
        yield return P("De andere partij antwoordt voor wat zij zelf bijhoudt:");
        yield return Items([.. protocol.Parties.Where(party => party.Id != by).Select(party => $"{party.Name}: {party.DataProtectionOfficer.Mail}")]);
        yield return P("Bent u niet tevreden met dit antwoord? U kunt een klacht indienen bij een toezichthouder (artikel 77 AVG):");
        yield return Items(answer.Supervisors);
    }

    private static string Say(HeldField field) => field switch
    {
        { Blanked: true } => "gegeven van iemand anders: niet getoond",
        { Value: { } value } => value,
        _ => "niet in dit antwoord",
    };

    private static string Say(IdentityManner manner) => manner switch
    {
        IdentityManner.ElectronicId => "met uw elektronische identiteitskaart",
        IdentityManner.Counter => "aan het loket, met uw identiteitskaart",
        IdentityManner.KnownClient => "door een medewerker die u kent",
        IdentityManner.Representative => "met het mandaat van wie voor u spreekt",
        _ => throw new ArgumentOutOfRangeException(nameof(manner)),
    };
}
