using System.Xml.Linq;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>Who takes part, and the contact of each one's data protection officer (art. 37.7 GDPR).</summary>
internal static class PartiesPart
{
    public static IEnumerable<XElement?> Write(Protocol protocol)
    {
        yield return H2("partijen", "Wie deelt gegevens?");
        yield return P("Elke partij is zelf verwerkingsverantwoordelijke voor wat zij met de gegevens doet.");
        foreach (var party in protocol.Parties)
            yield return Facts(party.Name,
                ("Wat voor instantie", party.Statute),
                ("Ondernemingsnummer (KBO)", Printed(party.EnterpriseNumber ?? Unknown, party.EnterpriseNumberPrinted)),
                ("Zetel", party.Seat),
                ("Vertegenwoordigd door", Lines(party.Representatives.Select(Say))),
                ("Functionaris voor gegevensbescherming", Officer(party.DataProtectionOfficer)),
                ("Gegevenslek melden", protocol.ContactsOf(party.Id).Breach is { } breach ? Breach(breach) : "Het protocol noemt geen contact; schrijf naar de functionaris voor gegevensbescherming."),
                ("Bron", Source(party)));
    }

    private static string Say(Representative person) =>
        $"{person.Name}, {person.Office}{(person.OnBehalfOf is { } body ? $", namens {body}" : string.Empty)}";

    private static object Officer(DpoMandate mandate) =>
        Lines(mandate.Name, Mail(mandate.Mail), PrintedNote(mandate.MailPrinted), SourceLine(mandate));

    private static object Breach(ContactAddress contact) => Lines(Mail(contact.Mail), PrintedNote(contact.MailPrinted), SourceLine(contact));

    private static object Printed(string used, string? printed) => Lines(used, PrintedNote(printed));

    /// <summary>Somebody who compares this page with the signed text must see why they differ.</summary>
    private static string? PrintedNote(string? printed) => printed is null ? null : $"In de ondertekende tekst staat: {printed}";
}
