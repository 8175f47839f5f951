using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>Every message in the life of a protocol, in plain Dutch.</summary>
internal static class LifeTexts
{
    public static MailText Mail(Protocol protocol, string subject, string text) => new(
        $"Protocol {protocol.Name}: {subject}",
        $"{text}\n\nProtocol: {protocol.Title.Text}\nKenmerk: {protocol.Id}, versie {protocol.Version}\nDit is een automatisch bericht; u kunt er niet op antwoorden.\n");

    public static string AskAdvice(Protocol protocol) => $"""
        Versie {protocol.Version} van dit protocol wacht op uw advies. Lees de tekst op de pagina van het protocol en leg uw advies vast in de toepassing:
        positief, met opmerkingen of negatief, met de datum waarop u het bevestigt. Zonder advies kan niemand ondertekenen (overwegingen E en F).
        """;

    public static string AskSignature(Protocol protocol) => $"""
        Alle adviezen over versie {protocol.Version} zijn er. Laat wie uw organisatie mag vertegenwoordigen ondertekenen, en leg naam, functie, mandaat en datum vast in de toepassing.
        """;

    public static string AskPublication(Protocol protocol) => $"""
        Versie {protocol.Version} is ondertekend. Maak het protocol bekend op de website van uw organisatie (overweging D) en leg het adres en de datum vast in de toepassing.
        Een pagina die u kunt overnemen, vindt u in de toepassing bij dit protocol.
        """;

    public static string AskMailbox(Protocol protocol) => $"""
        Onder dit protocol komen bestanden aan in {protocol.ContactsOf(protocol.Receiver).Mailbox?.Address}. Bevestig in de toepassing wie deze mailbox leest, naar functie.
        Zolang dat niet vaststaat, wordt er niets verstuurd.
        """;

    public static string FindingsOpen(Protocol protocol, Finding open) => $"""
        In de tekst van versie {protocol.Version} staan bevindingen open. De eerste ({open.Article}): {open.Text} {open.WhatToDo}
        Verbeter de tekst in een nieuwe versie, of laat iemand de bevinding met naam en reden aanvaarden. Tot dan worden er geen gegevens gedeeld.
        """;

    public static string InForce(Protocol protocol) => $"""
        Versie {protocol.Version} van dit protocol is in werking: alle stappen zijn gezet. Er kunnen gegevens gedeeld worden zoals het protocol zegt.
        """;

    public static string Changed(Protocol protocol) => $"""
        De tekst van versie {protocol.Version} is gewijzigd zonder dat er een nieuwe versie kwam. Wat er nu staat, heeft niemand ondertekend; er worden geen gegevens gedeeld.
        Zet de ondertekende tekst terug, of maak van de wijziging een nieuwe versie.
        """;

    public static string Suspended(Protocol protocol, LifeFact.Suspended suspended) => $"""
        {protocol.Party(suspended.Party).Name} heeft de uitwisseling stopgezet: {LifeStanding.Word(suspended.Reason)}. Vanaf nu wordt niets meer verstuurd, geopend of getoond.
        Wissen en bewaartermijnen lopen door. Eerst wordt onderzocht wat er precies gebeurde; daarna kan iemand van deze partij de uitwisseling weer vrijgeven (artikel 8).
        """;

    public static string Released(Protocol protocol) => $"""
        De uitwisseling onder dit protocol is weer vrijgegeven: er zijn voldoende waarborgen. Wat wachtte, gaat verder. ({protocol.Name})
        """;

    public static string Notice(Protocol protocol, LifeFact.NoticeGiven notice) => $"""
        {protocol.Party(notice.Party).Name} heeft het protocol op {DutchDate.Say(notice.Date)} schriftelijk opgezegd, met een termijn van {protocol.Duration.NoticePeriod.Months} maanden.
        Tot en met {DutchDate.Say(ProtocolRules.LastDay(protocol)!.Value)} kunnen er nog gegevens gedeeld worden; daarna niet meer.
        """;

    public static string EndsSoon(Protocol protocol, DateOnly last) => $"""
        Het protocol {protocol.Name} is opgezegd en loopt tot en met {DutchDate.Say(last)}. Wat dan nog niet geopend is, wordt gewist. Rond af wat loopt.
        """;

    public static string Terminated(Protocol protocol, LifeFact.Terminated end) => $"""
        {protocol.Party(end.Party).Name} heeft vastgelegd dat het protocol vanaf {DutchDate.Say(end.Date)} beëindigd is: {Word(end.Cause)}. Vanaf die dag worden geen gegevens meer gedeeld.
        """;

    public static string Ended(Protocol protocol, DateOnly last) => $"""
        Het protocol {protocol.Name} eindigde na {DutchDate.Say(last)}. Nieuwe doorverwijzingen worden geweigerd; wat niet geopend is, wordt gewist.
        Wat geopend is, loopt tot contact en uitkomst vaststaan; de bewaartermijnen gelden verder. De sleutels van het protocol verdwijnen als laatste.
        """;

    public static string NegativeAdvice(Protocol protocol) => $"""
        Over versie {protocol.Version} is een negatief advies gegeven. Kom aan de bezwaren tegemoet in een nieuwe versie, of laat iemand de bevinding met naam en reden aanvaarden.
        """;

    private static string Word(EndCause cause) => cause switch
    {
        EndCause.GroundLapsed => "er is geen rechtsgrond meer (artikel 11)",
        EndCause.DataDestroyed => "de gegevens zijn vernietigd",
        EndCause.Breach => "de andere partij verwerkte in strijd met het protocol (artikel 8)",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };
}
