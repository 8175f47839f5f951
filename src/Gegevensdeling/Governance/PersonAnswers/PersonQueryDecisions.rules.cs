using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Keys;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>The answer of <see cref="PersonQueryDecisions"/>.</summary>
public abstract record PersonQueryDecision
{
    private PersonQueryDecision()
    {
    }

    public sealed record Search(SoughtPerson Person) : PersonQueryDecision;

    public sealed record Refuse(Refusal Refusal) : PersonQueryDecision
    {
        public Refuse(string code, string article, string text)
            : this(new Refusal(code, article, text))
        {
        }
    }
}

/// <summary>Whether and how a question can be asked under a protocol. Pure: nothing is looked up yet.</summary>
public static class PersonQueryDecisions
{
    private const string Identity = "art. 12 AVG";

    public static PersonQueryDecision Decide(Protocol protocol, PartyId party, PersonQuery query, DateTimeOffset now) =>
        IdentityRefusal(query.Identity, LegalCalendar.DateOf(now)) is { } refusal ? new PersonQueryDecision.Refuse(refusal)
        : protocol.Kind != ProtocolKind.Referral ? ByNumber(query)
        : party == protocol.Sender ? ByReference(query)
        : ByName(query);

    /// <summary>What was seen long ago says nothing of who asks today; the month is that of art. 12.3 GDPR.</summary>
    private static Refusal? IdentityRefusal(IdentityChecked identity, DateOnly today) =>
        identity.On > today ? new("identiteit-datum", Identity, "De identiteit kan niet na vandaag nagekeken zijn. Vul de dag in waarop het gebeurde.")
        : identity.On < today.AddMonths(-1) ? new("identiteit-te-oud", Identity, "De identiteit werd meer dan een maand geleden nagekeken. Kijk ze opnieuw na voor u antwoordt.")
        : null;

    /// <summary>W13, W16: nobody is found by name.</summary>
    private static PersonQueryDecision ByNumber(PersonQuery query)
    {
        if (query.Person is not null || query.Reference is not null)
            return new PersonQueryDecision.Refuse("alleen-insz", "art. 3", "Onder dit protocol wordt niemand op naam of kenmerk gezocht. Geef alleen het INSZ.");
        if (query.Insz is null)
            return new PersonQueryDecision.Refuse("insz-ontbreekt", "art. 3", "Onder dit protocol wordt op INSZ gezocht. Geef het INSZ van de betrokkene.");
        return Insz.Check(query.Insz) is InszVerdict.Invalid wrong
            ? new PersonQueryDecision.Refuse("insz-ongeldig", "art. 3", $"Dit is geen INSZ: {wrong.Reason}.")
            : new PersonQueryDecision.Search(new SoughtPerson.ByNumber(NumberOf(query.Insz)));
    }

    /// <summary>
    /// W12, R13: whoever sends referrals looks for nobody. Found or not found would say whether the referral still lives, and so what became of it at the receiver.
    /// </summary>
    private static PersonQueryDecision ByReference(PersonQuery query) =>
        query.Insz is not null ? NoNumber
        : query.Person is not null ? new PersonQueryDecision.Refuse("niet-op-naam", "art. 11 AVG",
            "Wie doorverwijst, zoekt niemand op naam: of een doorverwijzing nog loopt, weet alleen de ontvanger. Geef het kenmerk dat de cliënt kreeg, of niets als er geen is.")
        : new PersonQueryDecision.Search(new SoughtPerson.ByReference(query.Reference is { } reference ? new ExchangeId(reference.Trim()) : null));

    private static PersonQueryDecision ByName(PersonQuery query)
    {
        if (query.Insz is not null)
            return NoNumber;
        if (query.Person is not { } person)
            return new PersonQueryDecision.Refuse("persoon-ontbreekt", "art. 3", "Geef de voornaam en de naam, met een telefoonnummer, een e-mailadres of een adres.");
        var street = person.Address is { } address ? ReferralPseudonyms.Street(address) : null;
        var forms = PersonNormalisation.Referral(person.FirstName, person.Name, person.Phone, person.Mail, street);
        return forms.Count > 0 && PersonNormalisation.Name(person.Name).Length > 0
            ? new PersonQueryDecision.Search(new SoughtPerson.ByForms(forms))
            : new PersonQueryDecision.Refuse("persoon-onvolledig", "art. 3",
                "Met een naam alleen wordt niemand gezocht. Geef ook een geldig telefoonnummer, een e-mailadres, of een adres met straat, zoals het bij de doorverwijzing werd opgegeven.");
    }

    private static PersonQueryDecision NoNumber { get; } = new PersonQueryDecision.Refuse(
        "insz-niet-in-protocol", "art. 3", "Onder dit protocol staan geen rijksregisternummers. Vraag het de betrokkene niet, en geef het niet in.");

    private static long NumberOf(string text) =>
        InszText.TryRead(text, " .-/", out var number) ? number : throw new InvalidOperationException("What was checked cannot be read");
}
