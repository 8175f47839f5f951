using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Every message of this exchange, in plain Dutch. Never a name or a number of a person: counts only.</summary>
public static class DebtorMails
{
    public static MailText OpenedToMunicipality(ExchangeId cycle, DebtorMonth month) => OfMonth(cycle, month, "lever de debiteuren", """
        De maand is open. Lever in de toepassing uw debiteuren: voornaam, familienaam en rijksregisternummer, en niets anders.
        Laat ondernemingen en personen zonder rijksregisternummer weg, en geef op hoeveel dat er zijn.
        """);

    public static MailText OpenedToSocialWelfare(ExchangeId cycle, DebtorMonth month) => OfMonth(cycle, month, "de maand is open", """
        De gemeente levert deze maand haar debiteuren. U krijgt bericht wanneer dat gebeurd is; daarna bent u aan de beurt.
        """);

    public static MailText ClientsAsked(ExchangeId cycle, DebtorMonth month, int debtors, DebtorComparison comparison) => OfMonth(cycle, month, "u bent aan de beurt", comparison == DebtorComparison.Inside
        ? $"""
          De gemeente leverde {DutchCount.Say(debtors, "debiteur", "debiteuren")}. Lever nu in de toepassing de rijksregisternummers van uw cliënten. Ze worden in het geheugen vergeleken en nergens bewaard.
          U krijgt alleen uw eigen cliënten te zien.
          """
        : $"""
          De gemeente leverde {DutchCount.Say(debtors, "debiteur", "debiteuren")}. Open de lijst in de toepassing en markeer wie cliënt is. Zodra u uw markeringen oplaadt, wordt wie geen cliënt is gewist.
          """);

    /// <summary>To both DPOs: counts only (against probing).</summary>
    public static MailText CountsToDpo(ExchangeId cycle, CycleState state) => OfMonth(cycle, state.Month, "aantallen van de vergelijking", $"""
        Debiteuren geleverd: {DutchCount.Say(state.Delivery!.Debtors)}. Weggelaten voor de levering: {DutchCount.Say(state.Delivery.Companies, "onderneming", "ondernemingen")} en {DutchCount.Say(state.Delivery.WithoutNumber, "persoon", "personen")} zonder rijksregisternummer.
        {(state.Clients is [.., var clients] ? $"Cliëntnummers geleverd: {DutchCount.Say(clients.Clients)}; zo vaak werd deze maand een lijst geleverd: {DutchCount.Say(state.Clients.Count)}." : "Het OCMW vergeleek zelf.")}
        Op de lijst staan nu {DutchCount.Say(state.Listed ?? 0, "cliënt", "cliënten")} van het OCMW.
        Klopt dat niet met wat u verwacht, vraag dan uitleg: een lijst die te groot is, kan een poging zijn om uit te vissen wie cliënt is.
        """);

    public static MailText ReleaseAsked(ExchangeId cycle, CycleState state) => OfMonth(cycle, state.Month, "geef de vermeldingen vrij", $"""
        De vergelijking is klaar: {DutchCount.Say(state.Listed ?? 0, "debiteur is", "debiteuren zijn")} cliënt van uw OCMW. Kijk de lijst na in de toepassing, wijzig een vermelding waar dat nodig is, en geef ze vrij aan de gemeente.
        {Differing(state)}Wie geen cliënt is, wordt gewist.
        """);

    public static MailText Released(ExchangeId cycle, CycleState state) => OfMonth(cycle, state.Month, "vermeldingen van het OCMW", $"""
        Het OCMW gaf de vermeldingen vrij: {DutchCount.Say(state.Listed ?? 0)}. Haal ze op in de toepassing, als werkblad of voor uw boekhouding. Pauzeer bij 'cliënt OCMW' en zet voort bij 'invorderingsprocedure voortzetten'; bevestig dat daarna.
        {Lapsed(state)}{(state.Listed is > 0 ? "Lever daarna de gegevens van fase 3, alleen van wie een vermelding kreeg." : "Deze maand is er geen fase 3.")}
        """);

    public static MailText Detailed(ExchangeId cycle, CycleState state) => OfMonth(cycle, state.Month, "de schulden staan in de lijst", """
        De gemeente leverde adres, dossiernummers en bedragen van uw cliënten. U vindt ze in de lijst, in de toepassing.
        """);

    public static MailText Remind(ExchangeId cycle, CycleState state, CycleReminder reminder) => OfMonth(cycle, state.Month, reminder == CycleReminder.Head ? "een stap blijft uit" : "wacht op u", state.Phase switch
    {
        CyclePhase.Debtors => "De debiteuren van deze maand zijn nog niet geleverd. Gebeurt dat niet voor het einde van de maand, dan wordt de maand zonder levering afgesloten.",
        CyclePhase.Clients => "De debiteuren zijn geleverd en nog niet vergeleken. Gebeurt dat niet voor het einde van de maand, dan wordt de levering gewist.",
        CyclePhase.Release => "De vermeldingen van deze maand zijn nog niet vrijgegeven. De gemeente weet nog niet welke invordering ze moet pauzeren.",
        CyclePhase.Confirm => "Het pauzeren en hervatten van de invordering is nog niet bevestigd.",
        CyclePhase.Details => "De gegevens van fase 3 zijn nog niet geleverd. Zonder die gegevens kan het OCMW zijn cliënten niet helpen.",
        _ => throw new InvalidOperationException($"A reminder without a text: {state.Phase}"),
    });

    public static MailText MarksChanged(ExchangeId list) => OfList(list, "vermeldingen gewijzigd", """
        Het OCMW wijzigde een of meer vermeldingen. Haal de vermeldingen opnieuw op in de toepassing en pas uw invordering aan.
        """);

    public static MailText Moved(ExchangeId list, string drive) => OfList(list, "op de dienstenschijf", $"""
        De lijst staat nu op de niet gedeelde dienstenschijf van {drive}. Alleen de sociale dienst kan ze nog lezen, tot er opnieuw vergeleken wordt. De rijen blijven.
        """);

    /// <summary>W18: asks; nothing resumes by itself.</summary>
    public static MailText Review(ExchangeId list, int pauses, DateOnly on) => OfList(list, "pauzes te herzien", $"""
        Op {DutchDate.Say(on)} {(pauses == 1 ? "was er 1 pauze" : $"waren er {DutchCount.Say(pauses)} pauzes")} waarvan de termijn om was. Kijk in de lijst welke, en verleng de pauze of laat de invordering voortzetten. Zolang niemand beslist, blijft de invordering gepauzeerd.
        Let op: een schuld kan intussen verjaren. Spreek de gemeente en het OCMW daarover af voor het zover is.
        """);

    private static string Differing(CycleState state) => state.Compared?.NamesDiffer is > 0 and var names
        ? $"Bij {DutchCount.Say(names)} past de naam bij de gemeente niet bij die in uw lijst; alleen u ziet dat. Kijk na of het om dezelfde persoon gaat.\n"
        : string.Empty;

    private static string Lapsed(CycleState state) => (state.Compared?.Lapsed ?? state.Marked?.Lapsed) is > 0 and var lapsed
        ? $"Bij {DutchCount.Say(lapsed)} van vorige keer is er geen vermelding meer. Vergelijk met uw boekhouding en beslis zelf hoe het daar verder gaat: niets hervat vanzelf.\n"
        : string.Empty;

    private static MailText OfMonth(ExchangeId cycle, DebtorMonth month, string subject, string text) => Of($"Debiteuren {month.Say()} ({cycle}): {subject}", cycle, text);

    private static MailText OfList(ExchangeId list, string subject, string text) => Of($"Debiteurenlijst {list}: {subject}", list, text);

    private static MailText Of(string subject, ExchangeId exchange, string text) =>
        new(subject, $"{text}\n\nKenmerk: {exchange}\nDit is een automatisch bericht; u kunt er niet op antwoorden. Zet nooit een naam of een rijksregisternummer in een mail.\n");
}
