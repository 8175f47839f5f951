using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using Gegevensdeling.Calendar;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;
using PhoneNumbers;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>One field of the request that is refused: its path and why, never its value.</summary>
public sealed record FieldRefusal(string Path, string Reason);

/// <summary>The answer of admission.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>Admitted; the fields are trimmed and the telephone number is in E.164.</summary>
    public sealed record Admitted(ReferredClient Client, ConsentRecord Consent) : Admission;

    public sealed record Refused(Refusal Refusal, IReadOnlyList<FieldRefusal> Fields) : Admission;
}

/// <summary>
/// Whether a referral may begin (design 4, step 1). In words: the protocol is in force; the client agreed, after being told everything
/// (R5); exactly the five fields, well-formed, with one way to reach the client (R4, W9); residence in this OCMW's postcodes (W7), with
/// Brussels pointed to the CAW (R3).
/// </summary>
public static partial class ReferralAdmission
{
    private const int LongestName = 60;

    public static Admission Decide(Protocol protocol, ReferralRequest request, DateTimeOffset now)
    {
        if (ConsentRefusal(protocol, request.Consent, now) is { } noConsent)
            return new Admission.Refused(noConsent, []);

        return Decide(protocol, request.Client, new ConsentRecord(request.Consent.On, request.Consent.Form, request.Consent.InformedOn));
    }

    /// <summary>The five fields alone, under a consent that stands recorded: the same client's, so it is not asked anew (G17).</summary>
    public static Admission Decide(Protocol protocol, ReferredClient fields, ConsentRecord consent)
    {
        var client = Normalised(fields);
        var wrong = WrongFields(client).ToList();
        if (wrong.Count > 0)
            return new Admission.Refused(new("velden-ongeldig", "art. 3", "Niet alle gegevens zijn goed ingevuld: zie de velden."), wrong);

        return ResidenceRefusal(protocol, client.Address.Postcode) is { } elsewhere
            ? new Admission.Refused(elsewhere, [])
            : new Admission.Admitted(client, consent);
    }

    private static Refusal? ConsentRefusal(Protocol protocol, ConsentGiven consent, DateTimeOffset now) =>
        !consent.Given ? new("geen-toestemming", "art. 5", "Zonder toestemming van de cliënt, of wanneer de cliënt die introk, is doorverwijzen niet toegelaten.")
        : consent.On > LegalCalendar.DateOf(now) ? new("toestemming-in-toekomst", "art. 5", "De datum van de toestemming ligt in de toekomst.")
        : consent.On < protocol.Agreement!.Date ? new("toestemming-voor-overeenkomst", "C", "De toestemming is ouder dan de samenwerkingsovereenkomst. Vraag de cliënt opnieuw toestemming.")
        : Enum.GetValues<InformedOn>().Except(consent.InformedOn).Any() ? new("client-niet-geinformeerd", "C",
            "De cliënt moet vooraf weten welke gegevens worden meegedeeld, aan wie, waarvoor, wat ermee gebeurt en wat daarna te verwachten is. Bevestig elk punt.")
        : null;

    private static Refusal? ResidenceRefusal(Protocol protocol, string postcode)
    {
        var territory = protocol.Referral!.Territory;
        return territory.Contains(postcode) ? null
            : territory.Brussels.Contains(postcode) ? new("brussel-naar-caw", "FAQ", $"Dit adres ligt in Brussel. {territory.Brussels.PointTo}")
            : new("andere-gemeente", "art. 6", "Dit adres ligt niet in de gemeente van dit OCMW. Kies het protocol van het OCMW van de verblijfplaats.");
    }

    private static ReferredClient Normalised(ReferredClient client) => client with
    {
        FirstName = Clean(client.FirstName)!,
        Name = Clean(client.Name)!,
        Phone = E164(Clean(client.Phone)) ?? Clean(client.Phone),
        Mail = Clean(client.Mail),
        Address = client.Address with
        {
            Street = Clean(client.Address.Street),
            Number = Clean(client.Address.Number),
            Box = Clean(client.Address.Box),
            Postcode = Clean(client.Address.Postcode)!,
            Municipality = Clean(client.Address.Municipality)!,
        },
    };

    private static IEnumerable<FieldRefusal> WrongFields(ReferredClient client)
    {
        const string NameRule = "Alleen letters, spaties, koppeltekens, punten en apostrofs, hoogstens 60 tekens.";
        if (!IsName(client.FirstName))
            yield return new("client.voornaam", NameRule);
        if (!IsName(client.Name))
            yield return new("client.naam", NameRule);
        if (client.Address.Postcode is not { } postcode || !PostcodeForm().IsMatch(postcode))
            yield return new("client.adres.postcode", "Vier cijfers.");
        if (!MunicipalityForm().IsMatch(client.Address.Municipality))
            yield return new("client.adres.gemeente", "De naam van een gemeente, hoogstens 40 tekens.");
        if (client.Address.Street is { } street && !IsStreet(street))
            yield return new("client.adres.straat", "Een straatnaam, zonder huisnummer, hoogstens 100 tekens.");
        if (client.Address.Number is { } number && !IsNumber(number))
            yield return new("client.adres.nummer", "Een huisnummer, bijvoorbeeld 12 of 12A.");
        if (client.Address.Box is { } box && !IsNumber(box))
            yield return new("client.adres.bus", "Een busnummer, bijvoorbeeld 3 of B2.");
        if (client.Address.Street is null != client.Address.Number is null)
            yield return new("client.adres", "Straat en nummer horen samen.");
        if (client.Phone is { } phone && E164(phone) is null)
            yield return new("client.telefoonnummer", "Geen geldig telefoonnummer, bijvoorbeeld 0470 12 34 56.");
        if (client.Mail is { } mail && !IsMail(mail))
            yield return new("client.emailadres", "Geen geldig e-mailadres.");
        if (client.Phone is null && client.Mail is null && client.Address.Street is null)
            yield return new("client", "Geef minstens één manier om de cliënt te bereiken: straat en nummer, telefoonnummer of e-mailadres.");
    }

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.EnumerateRunes().Contains(Rune.ReplacementChar) ? text // half a character: no field's form accepts it
        : Spaces().Replace(text.Normalize(NormalizationForm.FormC), " ").Trim();

    // G19, R4: a street name is no place for a message, a birth date or a rijksregisternummer: at most four digits (11 Novemberlaan),
    // or two years (1914-1918-plein).
    private static bool IsStreet(string street) =>
        StreetForm().IsMatch(street) && (street.Count(char.IsDigit) <= 4 || (YearsForm().Count(street) == 1 && street.Count(char.IsDigit) == 8));

    // At most two numbers of at most four digits, six in all: 12, 12A, 12-14, 124/126, B2.
    private static bool IsNumber(string number) =>
        NumberForm().IsMatch(number) && DigitsForm().Count(number) <= 2 && number.Count(char.IsDigit) <= 6;

    private static bool IsName(string? name) => name is { Length: <= LongestName } && NameForm().IsMatch(name);

    private static bool IsMail(string mail) => mail.Length <= 254 && MailAddress.TryCreate(mail, out var parsed)
        && string.Equals(parsed.Address, mail, StringComparison.Ordinal) && parsed.Host.Contains('.', StringComparison.Ordinal) && MailForm().IsMatch(mail) && !HoldsInsz(mail);

    private static bool HoldsInsz(string text) => GroupedDigitsForm().Matches(text).Any(run => Insz.Check(run.Value) is InszVerdict.Valid);

    /// <summary>The number in E.164, or null when no telephone can have it (libphonenumber; Belgian unless a country is given).</summary>
    private static string? E164(string? phone)
    {
        if (phone is null or { Length: > 30 })
            return null;
        try
        {
            var parsed = PhoneNumberUtil.GetInstance().Parse(phone, "BE");
            return PhoneNumberUtil.GetInstance().IsValidNumber(parsed) ? PhoneNumberUtil.GetInstance().Format(parsed, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[\p{L}\p{M}][\p{L}\p{M}' ’.\-]*$")]
    private static partial Regex NameForm();

    // G19: the longest Belgian names have some thirty characters; nothing that could be a sentence.
    [GeneratedRegex(@"^(?=.{1,40}$)[\p{L}\p{M}]+([' ’-][\p{L}\p{M}]+){0,4}$")]
    private static partial Regex MunicipalityForm();

    [GeneratedRegex("^[1-9][0-9]{3}$")]
    private static partial Regex PostcodeForm();

    [GeneratedRegex(@"^(?=.{1,100}$)[\p{L}\p{M}0-9][\p{L}\p{M}0-9' ’.\-()/]*$")]
    private static partial Regex StreetForm();

    [GeneratedRegex("^(?!.*[0-9]{5})[0-9A-Za-z][0-9A-Za-z /.-]{0,9}$")]
    private static partial Regex NumberForm();

    [GeneratedRegex("[0-9][0-9./-]*")]
    private static partial Regex GroupedDigitsForm();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex DigitsForm();

    [GeneratedRegex("(?<![0-9])1[0-9]{3}-(1[0-9]|20)[0-9]{2}(?![0-9])")]
    private static partial Regex YearsForm();

    // No quoted local part (RFC 5321, 4.1.2 allows any text in it): an address is no place for a message.
    [GeneratedRegex(@"^[^\s""()<>,:;\\\[\]\p{C}]+$")]
    private static partial Regex MailForm();
}
