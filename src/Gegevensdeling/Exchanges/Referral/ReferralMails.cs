using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>Every message that a referral sends, in plain Dutch.</summary>
public static class ReferralMails
{
    public static MailText Archive(ExchangeId exchange, Protocol protocol, bool replaces) => Of(exchange, replaces ? "nieuw bestand" : "nieuwe doorverwijzing", $"""
        {(replaces
            ? "Dit bestand vervangt het vorige, dat vervallen is. Wis het vorige bericht. Het gaat om dezelfde doorverwijzing"
            : "Er is een doorverwijzing voor uw dienst")}, onder het protocol {protocol.Name}.

        Openen doet u in de toepassing: meld u aan, neem de doorverwijzing op en open ze. U hebt daarvoor geen 7-Zip en geen sleutel nodig.
        Wie het bestand in bijlage met 7-Zip wil openen, vraagt in de toepassing de sleutel; het teamlid leest hem aan de telefoon voor.
        """);

    public static MailText Remind(ExchangeId exchange, Protocol protocol, Reminder reminder, bool toSender, bool taken) => reminder switch
    {
        Reminder.Unopened when toSender => Of(exchange, "nog niet geopend", $"""
            Uw doorverwijzing is nog niet geopend. Een versleuteld bestand kan in een filter zijn blijven steken.
            Bel de dienst en geef alleen het kenmerk door.{Telephone(protocol)}
            """),
        Reminder.Unopened when taken => Of(exchange, "nog niet geopend", """
            U nam deze doorverwijzing op, maar opende ze nog niet. Open ze, of laat een collega ze overnemen.
            """),
        Reminder.Unopened or Reminder.Untaken => Of(exchange, "wacht op opname", """
            Deze doorverwijzing is nog niet geopend. Wie ze eerst opneemt in de toepassing, behandelt ze.
            Staat het bericht met het bestand niet in de mailbox, kijk dan bij de ongewenste berichten; openen kan ook rechtstreeks in de toepassing.
            """),
        Reminder.UnopenedHeadOfService when taken => Of(exchange, "opgenomen maar niet geopend", """
            Deze doorverwijzing is opgenomen maar nog niet geopend. Bespreek ze met wie ze behandelt (de lijst in de toepassing toont wie), of laat een collega ze overnemen.
            """),
        Reminder.UnopenedHeadOfService => Of(exchange, "nog altijd niet geopend", """
            Deze doorverwijzing is nog altijd niet geopend. Wijs een maatschappelijk werker aan die ze opneemt.
            """),
        Reminder.ContactAndOutcome => Of(exchange, "contact en uitkomst", """
            Van deze doorverwijzing staat nog niet vast of er contact was en of de cliënt verdere hulp wenst.
            Leg dat vast in de toepassing zodra u het weet; tot dan blijven de gegevens bewaard.
            """),
        Reminder.OutcomeHeadOfService => Of(exchange, "wacht lang op een uitkomst", """
            Deze doorverwijzing wacht al lang op contact of uitkomst. Bespreek ze met wie ze behandelt (de lijst in de toepassing toont wie), of laat een collega ze overnemen.
            """),
        Reminder.DecideUnreachable => Of(exchange, "cliënt niet bereikt?", """
            De eigen termijn van het OCMW om deze cliënt te bereiken is verstreken. Beslis in de toepassing: 'onbereikbaar' (de gegevens worden gewist), of probeer het nog eens.
            """),
        Reminder.Declaration => Of(exchange, "verklaar dat uw kopieën gewist zijn", """
            De gegevens van deze doorverwijzing zijn in dit systeem gewist. Wis ook het bericht met de bijlage in de mailbox, uw downloads en wat op papier staat.
            Verklaar dat daarna in de toepassing; dat is voldoende.
            """),
        _ => throw new InvalidOperationException($"A reminder without a text: {reminder}"),
    };

    public static MailText Withdrawn(ExchangeId exchange) => Of(exchange, "toestemming ingetrokken", """
        De cliënt trok bij het team de toestemming voor deze doorverwijzing in.
        De gegevens in dit systeem zijn al gewist, of worden nu gewist. Wis ook het bericht met de bijlage, uw downloads en wat op papier staat, en verklaar dat in de toepassing.
        Is er al een cliëntdossier, dan bespreekt het OCMW met de cliënt wat daarmee gebeurt.
        """);

    public static MailText NotForUs(ExchangeId exchange, NotForUsReason reason) => Of(exchange, "niet voor deze dienst", $"""
        Het OCMW kan deze doorverwijzing niet behandelen: {Word(reason)}.
        Wilt u opnieuw doorverwijzen, vraag dan eerst opnieuw de toestemming van de cliënt.
        """);

    public static MailText KeyAsked(ExchangeId exchange, Protocol protocol) => Of(exchange, "sleutel gevraagd", $"""
        Een maatschappelijk werker nam uw doorverwijzing op en vraagt de sleutel van het bestand. In de toepassing ziet u wie.
        Bel die persoon zelf op, toon de sleutel in de toepassing en lees hem voor. Stuur hem nooit per mail.{Telephone(protocol)}
        """);

    public static MailText KeyNotRevealed(ExchangeId exchange) => Of(exchange, "sleutel nog niet doorgegeven", """
        De sleutel van uw doorverwijzing werd gevraagd maar nog niet getoond. Bel de maatschappelijk werker en lees de sleutel voor.
        """);

    public static MailText KeyNotConfirmed(ExchangeId exchange) => Of(exchange, "sleutel ontvangen?", """
        De sleutel van deze doorverwijzing werd getoond. Bevestig in de toepassing dat u hem ontvangen hebt, of meld dat hij verloren is.
        """);

    public static MailText WipeKey(ExchangeId exchange) => Of(exchange, "wis de sleutel", """
        Wis de sleutel van deze doorverwijzing overal waar u hem noteerde, ook op papier, zodra u hem niet meer nodig hebt. Verklaar dat daarna in de toepassing.
        """);

    public static MailText HandoverHangs(ExchangeId exchange) => Of(exchange, "sleuteloverdracht blijft hangen", """
        De overdracht van de sleutel van deze doorverwijzing is na herhaalde herinneringen niet afgerond, of het wissen ervan is niet verklaard. Ga na waar het hapert.
        """);

    private static MailText Of(ExchangeId exchange, string subject, string text) => new(
        $"Doorverwijzing {exchange}: {subject}",
        $"{text}\n\nKenmerk: {exchange}\nDit is een automatisch bericht; u kunt er niet op antwoorden. Zet nooit gegevens van de cliënt in een mail.\n");

    private static string Telephone(Protocol protocol) =>
        protocol.ContactsOf(protocol.Receiver).Phone is { } phone ? $"\nTelefoon van de dienst: {phone.Spoken}." : string.Empty;

    private static string Word(NotForUsReason reason) => reason switch
    {
        NotForUsReason.OtherMunicipality => "de cliënt verblijft in een andere gemeente",
        NotForUsReason.Moved => "de cliënt is verhuisd",
        NotForUsReason.OtherService => "een andere dienst is bevoegd",
        _ => throw new InvalidOperationException($"A reason without a text: {reason}"),
    };
}
