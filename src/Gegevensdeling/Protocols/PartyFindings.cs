using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>What each party must have: a number, a publication, a contact for breaches, a decent notice.</summary>
internal static class PartyFindings
{
    /// <summary>The FAQ advises at least three months; a longer one satisfies it.</summary>
    private const int AdvisedNoticeMonths = 3;

    /// <summary>The last two digits are 97 minus the first eight modulo 97 (KBO); a printed number that differs is told too (X2).</summary>
    public static IEnumerable<Finding> EnterpriseNumbers(Protocol protocol) =>
        from party in protocol.Parties
        where !IsEnterpriseNumber(party.EnterpriseNumberPrinted ?? party.EnterpriseNumber ?? "0000.000.097")
        select new Finding(
            "kbo-ongeldig", party.Id.Value, protocol.Cite(party), FindingSeverity.Blocking,
            $"Het ondernemingsnummer van {party.Name} kan niet bestaan.",
            "Zoek het nummer op in de Kruispuntbank van Ondernemingen.");

    public static IEnumerable<Finding> Publications(Protocol protocol) =>
        from party in protocol.Parties
        where protocol.Publications.All(publication => publication.Party != party.Id)
        select new Finding(
            "bekendmaking-ontbreekt", party.Id.Value, $"{protocol.Name} D", FindingSeverity.Blocking,
            $"{party.Name} heeft het protocol niet bekendgemaakt.",
            "Publiceer het protocol op de website en noteer adres en datum.");

    /// <summary>No contact for breaches (X11).</summary>
    public static IEnumerable<Finding> BreachContacts(Protocol protocol) =>
        from contacts in protocol.Contacts
        where contacts.Breach is null
        select new Finding(
            "contact-gegevenslek-ontbreekt", contacts.Party.Value, $"{protocol.Name} art. 9", FindingSeverity.Blocking,
            $"Voor {protocol.Party(contacts.Party).Name} is er geen contact voor gegevenslekken.",
            "Spreek een adres af waar een gegevenslek altijd gezien wordt.");

    public static IEnumerable<Finding> NoticePeriod(Protocol protocol)
    {
        if (protocol.Duration.NoticePeriod is { Months: < AdvisedNoticeMonths } notice)
        {
            yield return new(
                "opzegtermijn-kort", null, protocol.Cite(notice), FindingSeverity.Advisory,
                $"De opzegtermijn is korter dan de {AdvisedNoticeMonths} maanden die de FAQ aanraadt.",
                "Overweeg een langere termijn.");
        }
    }

    /// <summary>An address that the file had to correct (X1).</summary>
    public static IEnumerable<Finding> PrintedAddresses(Protocol protocol) =>
        from address in Addresses(protocol)
        where address.Printed is not null && !SameMail(address.Printed, address.Mail)
        select Differs(protocol, address.Party, address.Article, $"Er staat {address.Printed}; gebruikt wordt {address.Mail}.");

    /// <summary>The same body gives another address for the same function in another protocol.</summary>
    public static IEnumerable<Finding> AddressesElsewhere(Protocol protocol, IReadOnlyCollection<Protocol> others) =>
        from address in Addresses(protocol)
        from other in others
        where other.Id != protocol.Id
        from elsewhere in Addresses(other)
        where elsewhere.Party == address.Party && elsewhere.Function == address.Function && !SameMail(elsewhere.Mail, address.Mail)
        select Differs(protocol, address.Party, address.Article, $"Er staat {address.Mail}, maar {elsewhere.Mail} in {elsewhere.Article}.");

    /// <summary>A worksheet that gives columns to some of the data and none to others (X8).</summary>
    public static IEnumerable<Finding> Columns(Protocol protocol) =>
        from field in protocol.Fields
        where field.Columns is null && protocol.Fields.Any(other => other.Columns is not null)
        select new Finding(
            "gegeven-zonder-kolom", field.Code, protocol.Cite(field), FindingSeverity.Blocking,
            $"Het gegeven '{field.Description}' heeft geen kolom in het werkblad.",
            "Spreek een kolom af, of schrap het gegeven.");

    internal static bool IsEnterpriseNumber(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 10
            && text.All(letter => char.IsAsciiDigit(letter) || letter == '.')
            && 97 - (long.Parse(digits[..8], System.Globalization.CultureInfo.InvariantCulture) % 97)
                == long.Parse(digits[8..], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Finding Differs(Protocol protocol, PartyId party, string article, string text) => new(
        "e-mailadres-verschilt", party.Value, article, FindingSeverity.Blocking, text, "Ga na welk adres klopt en verbeter het andere.");

    private static bool SameMail(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(PartyId Party, string Function, string Mail, string? Printed, string Article)> Addresses(Protocol protocol) =>
    [
        .. protocol.Contacts.Where(contacts => contacts.Breach is not null)
            .Select(contacts => (contacts.Party, "gegevenslek", contacts.Breach!.Mail, contacts.Breach.MailPrinted, protocol.Cite(contacts.Breach))),
        .. protocol.Parties.Select(party => (party.Id, "functionaris", party.DataProtectionOfficer.Mail, party.DataProtectionOfficer.MailPrinted, protocol.Cite(party.DataProtectionOfficer))),
    ];
}
