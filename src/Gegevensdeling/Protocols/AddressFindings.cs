using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>Where a party is reached for a breach, and whether that address is the same wherever it stands (X1, X11).</summary>
internal static class AddressFindings
{
    public static IEnumerable<Finding> BreachContacts(Protocol protocol) =>
        from contacts in protocol.Contacts
        where contacts.Breach is null
        select new Finding(
            FindingCodes.BreachContactMissing, contacts.Party.Value, protocol.Cite(contacts), FindingSeverity.Blocking,
            $"Voor {protocol.Party(contacts.Party).Name} is er geen contact voor gegevenslekken.",
            "Spreek een adres af waar een gegevenslek altijd gezien wordt.");

    /// <summary>An address that the file had to correct.</summary>
    public static IEnumerable<Finding> Printed(Protocol protocol) =>
        from address in Addresses(protocol)
        where address.Printed is not null && !Same(address.Printed, address.Mail)
        select Differs(FindingCodes.AddressPrintedOtherwise, address, $"Er staat {address.Printed}; gebruikt wordt {address.Mail}.");

    /// <summary>
    /// The same body gives another address for the same function in another protocol. Only the odd one out has the finding, or the younger
    /// of two: one mistake in a new file must not put every older protocol of that body out of force.
    /// </summary>
    public static IEnumerable<Finding> Elsewhere(Protocol protocol, IReadOnlyCollection<Protocol> others)
    {
        var all = others.Where(other => other.Id != protocol.Id).Append(protocol)
            .SelectMany(each => Addresses(each).Select(address => (Protocol: each, Address: address))).ToList();
        foreach (var mine in Addresses(protocol))
        {
            var same = all.Where(each => each.Address.Party == mine.Party && each.Address.Function == mine.Function).ToList();
            var usual = same.GroupBy(each => each.Address.Mail.ToUpperInvariant())
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Min(each => each.Protocol.Signing.Date)).ThenBy(group => group.Min(each => each.Protocol.Id.Value), StringComparer.Ordinal)
                .First().First();
            if (!Same(usual.Address.Mail, mine.Mail))
                yield return Differs(FindingCodes.AddressOtherElsewhere, mine, $"Er staat {mine.Mail}, maar {usual.Address.Mail} in {usual.Address.Article}.");
        }
    }

    private static Finding Differs(string code, Address address, string text) => new(
        code, address.Party.Value, address.Article, FindingSeverity.Blocking, text, "Ga na welk adres klopt en verbeter het andere.");

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Address> Addresses(Protocol protocol) =>
    [
        .. protocol.Contacts.Where(contacts => contacts.Breach is not null)
            .Select(contacts => new Address(contacts.Party, "gegevenslek", contacts.Breach!.Mail, contacts.Breach.MailPrinted, protocol.Cite(contacts.Breach))),
        .. protocol.Parties.Select(party => (party.Id, Officer: party.DataProtectionOfficer))
            .Select(party => new Address(party.Id, "functionaris", party.Officer.Mail, party.Officer.MailPrinted, protocol.Cite(party.Officer))),
    ];

    private sealed record Address(PartyId Party, string Function, string Mail, string? Printed, string Article);
}
