using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Every message of this exchange, in plain Dutch. Never a name or a number of a person: counts only.</summary>
public static class DebtorMails
{
    public static MailText OpenedToMunicipality(ExchangeId cycle, DebtorMonth month) => OfMonth(cycle, month, "lever de debiteuren", """
        De maand is open. Lever in de toepassing uw debiteuren: voornaam, familienaam en rijksregisternummer, en niets anders.
        Laat ondernemingen en personen zonder rijksregisternummer weg, en geef op hoeveel het er zijn.
        """);

    public static MailText OpenedToSocialWelfare(ExchangeId cycle, DebtorMonth month) => OfMonth(cycle, month, "de maand is open", """
        De gemeente levert deze maand haar debiteuren. U krijgt bericht wanneer dat gebeurd is; daarna bent u aan de beurt.
        """);

    public static MailText ClientsAsked(ExchangeId cycle, DebtorMonth month, int debtors, DebtorComparison comparison) => OfMonth(cycle, month, "u bent aan de beurt", comparison == DebtorComparison.Inside
        ? $"""
          De gemeente leverde {DutchCount.Say(debtors, "debiteur", "debiteuren")}. Lever nu in de toepassing de rijksregisternummers van uw cliënten. Ze worden alleen vergeleken, en nergens bewaard.
          U krijgt alleen te zien wie van uw cliënten debiteur is.
          """
        : $"""
          De gemeente leverde {DutchCount.Say(debtors, "debiteur", "debiteuren")}. Open de lijst in de toepassing en markeer wie cliënt is. Zodra u uw markeringen oplaadt, worden de gegevens van wie geen cliënt is gewist.
          """);

    /// <summary>To both DPOs: counts only (against probing).</summary>
    public static MailText CountsToDpo(ExchangeId cycle, CycleState state) => OfMonth(cycle, state.Month, "aantallen van de vergelijking", $"""
        Debiteuren geleverd: {DutchCount.Say(state.Delivery!.Debtors)}. Weggelaten vóór de levering: {DutchCount.Say(state.Delivery.Companies, "onderneming", "ondernemingen")} en {DutchCount.Say(state.Delivery.WithoutNumber, "persoon", "personen")} zonder rijksregisternummer.
        {(state.Clients is [.., var clients] ? $"Cliënten in de lijst van het OCMW: {DutchCount.Say(clients.Clients)}. Zo vaak leverde het deze maand een lijst: {DutchCount.Say(state.Clients.Count)}." : "Het OCMW vergeleek zelf.")}
        Debiteuren die cliënt van het OCMW zijn: {DutchCount.Say(state.Listed ?? 0)}.
        Klopt dat niet met wat u verwacht, vraag dan uitleg: een lijst die te groot is, kan een poging zijn om uit te vissen wie cliënt is.
        """);

    public static MailText ReleaseAsked(ExchangeId cycle, CycleState state) => OfMonth(cycle, state.Month, "geef de vermeldingen vrij", $"""
        {Compared(state)}
        {Differing(state)}{Withheld(state)}De gegevens van wie geen cliënt is, worden onmiddellijk gewist.
        """);

    public static MailText Released(ExchangeId cycle, CycleState state, Protocol protocol) => OfMonth(cycle, state.Month, "vermeldingen van het OCMW", $"""
        {Given(state, protocol)}
        {Lapsed(state)}{(state.Listed is > 0 ? "Lever daarna adres, dossiernummers en bedragen (fase 3), alleen van wie een vermelding kreeg." : "Fase 3 is er deze maand niet.")}
        """);

    public static MailText Detailed(ExchangeId cycle, CycleState state) => OfMonth(cycle, state.Month, "de schulden staan in de lijst", """
        De gemeente leverde adres, dossiernummers en bedragen van uw cliënten. U vindt ze in de lijst, in de toepassing.
        """);

    public static MailText Remind(ExchangeId cycle, CycleState state, CycleReminder reminder) => OfMonth(cycle, state.Month, reminder == CycleReminder.Head ? "een stap blijft uit" : "wacht op u", state.Phase switch
    {
        CyclePhase.Debtors => "De debiteuren van deze maand zijn nog niet geleverd. Gebeurt dat niet vóór het einde van de maand, dan wordt de maand zonder levering afgesloten.",
        CyclePhase.Clients => "De debiteuren zijn geleverd, maar nog niet met de cliënten vergeleken. Gebeurt dat niet vóór het einde van de maand, dan wordt de levering gewist.",
        CyclePhase.Release => "De vermeldingen van deze maand zijn nog niet vrijgegeven. De gemeente weet nog niet bij wie ze de invordering moet pauzeren.",
        CyclePhase.Confirm => "Dat de invordering volgens de vermeldingen gepauzeerd en hervat is, is nog niet bevestigd. Bevestig het in de toepassing zodra het gebeurd is.",
        CyclePhase.Details => "Adres, dossiernummers en bedragen (fase 3) zijn nog niet geleverd. Zonder die gegevens kan het OCMW zijn cliënten niet helpen.",
        _ => throw new InvalidOperationException($"A reminder without a text: {state.Phase}"),
    });

    public static MailText MarksChanged(ExchangeId list) => OfList(list, "vermeldingen gewijzigd", """
        Het OCMW wijzigde vermeldingen, of haalde er weg. Haal ze opnieuw op in de toepassing en pas de invordering aan. Staat iemand er niet meer bij, beslis dan zelf hoe het verder gaat: niets hervat vanzelf.
        """);

    public static MailText Moved(ExchangeId list, string drive) => OfList(list, "op de dienstenschijf", $"""
        De lijst staat nu op de niet gedeelde dienstenschijf van {drive}. Alleen de sociale dienst kan ze nog lezen, tot er opnieuw vergeleken wordt. Wat erin staat, blijft bewaard.
        """);

    /// <summary>W18: asks; nothing resumes by itself.</summary>
    public static MailText Review(ExchangeId list, int pauses, DateOnly on) => OfList(list, "pauzes te herzien", $"""
        Op {DutchDate.Say(on)} {(pauses == 1 ? "moet 1 pauze herbekeken worden" : $"moeten {DutchCount.Say(pauses)} pauzes herbekeken worden")}. Het OCMW ziet in de lijst bij wie, en verlengt de pauze of laat de invordering voortzetten. Zolang het niet beslist, blijft de invordering gepauzeerd.
        Let op: een schuld kan intussen verjaren. Gemeente en OCMW spreken daarover af voor het zover is.
        """);

    private static string Differing(CycleState state) => state.Compared?.NamesDiffer is > 0 and var names
        ? $"Bij {DutchCount.Say(names)} van hen is de naam bij de gemeente een andere dan in uw lijst; alleen u ziet dat. Kijk na of het om dezelfde persoon gaat.\n"
        : string.Empty;

    private static string Compared(CycleState state) => state.Listed is > 0 and var listed
        ? $"De vergelijking is klaar: {DutchCount.Say(listed, "debiteur is", "debiteuren zijn")} cliënt van uw OCMW. Kijk de lijst na in de toepassing, wijzig een vermelding waar dat nodig is, en geef ze vrij aan de gemeente."
        : "De vergelijking is klaar: geen enkele debiteur is cliënt van uw OCMW. Geef dat vrij aan de gemeente, in de toepassing.";

    /// <summary>W17: the OCMW hears that collection continues; the municipality hears nothing.</summary>
    private static string Withheld(CycleState state) => state.Compared?.Withheld is > 0 and var withheld
        ? $"{DutchCount.Say(withheld, "debiteur is cliënt en wordt", "debiteuren zijn cliënt en worden")} op eigen vraag niet meegedeeld: daar loopt de invordering gewoon verder.\n"
        : string.Empty;

    private static string Given(CycleState state, Protocol protocol) => state.Listed is > 0 and var listed
        ? $"Het OCMW gaf de vermeldingen vrij: {DutchCount.Say(listed)}. Haal ze op in de toepassing, als Excelbestand of voor uw boekhouding. Pauzeer de invordering bij '{MarkWords.Of(protocol, DebtorMark.Client)}', zet ze voort bij '{MarkWords.Of(protocol, DebtorMark.Continue)}', en bevestig dat daarna in de toepassing."
        : "Deze maand is geen enkele debiteur cliënt van het OCMW: er zijn geen vermeldingen. Bevestig in de toepassing dat u dat gezien hebt.";

    private static string Lapsed(CycleState state) => (state.Compared?.Lapsed ?? state.Marked?.Lapsed) is > 0 and var lapsed
        ? $"Voor {DutchCount.Say(lapsed, "persoon", "personen")} van vorige keer is er geen vermelding meer. Vergelijk met uw boekhouding en beslis zelf hoe het verder gaat: niets hervat vanzelf.\n"
        : string.Empty;

    private static MailText OfMonth(ExchangeId cycle, DebtorMonth month, string subject, string text) => Of($"Debiteuren {month.Say()} ({cycle}): {subject}", cycle, text);

    private static MailText OfList(ExchangeId list, string subject, string text) => Of($"Debiteurenlijst {list}: {subject}", list, text);

    private static MailText Of(string subject, ExchangeId exchange, string text) =>
        new(subject, $"{text}\n\nKenmerk: {exchange}\nDit is een automatisch bericht; u kunt er niet op antwoorden. Zet nooit een naam of een rijksregisternummer in een mail.\n");
}
