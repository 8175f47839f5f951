using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Every message of this exchange, in plain Dutch. Never a number of a child or a beneficiary.</summary>
public static class GroeipakketMails
{
    public static MailText Ready(ExchangeId request, RequestFact.Checked rows) => OfRequest(request, "klaar voor antwoord", $"""
        Er is een aanvraag binnengekomen die u kunt beantwoorden: {Count(rows.Right, "kind", "kinderen")}.
        In de toepassing laat u ze opzoeken in een uittreksel van het Vlaams Kadaster Groeipakket, of haalt u het bestand op om het met de hand na te gaan.
        """);

    public static MailText WrongRows(ExchangeId request, RequestFact.Checked rows) => OfRequest(request, "er staan foute rijen in", $"""
        In uw bestand {(rows.Wrong == 1 ? "is 1 rij" : $"zijn {rows.Wrong} rijen")} niet juist. In de toepassing ziet u welke, en waarom.
        Verbeter het bestand en vervang de aanvraag, of ga verder zonder die rijen. Tot dan krijgt u geen antwoord.
        """);

    public static MailText Rejected(ExchangeId request, Refusal refusal) => OfRequest(request, "geweigerd", $"""
        Uw bestand kan niet gebruikt worden. {refusal.Text}
        Het wordt gewist. Stuur een nieuw bestand.
        """);

    public static MailText Remind(ExchangeId request, RequestReminder reminder, DateTimeOffset until) => reminder switch
    {
        RequestReminder.WrongRows => OfRequest(request, "wacht op u", """
            In uw aanvraag staan foute rijen. Verbeter het bestand en vervang de aanvraag, of ga verder zonder die rijen.
            """),
        RequestReminder.Answer => OfRequest(request, "wacht op antwoord", """
            Deze aanvraag is nog niet beantwoord. Laat ze opzoeken in een uittreksel, of laad het bestand op dat u invulde.
            """),
        RequestReminder.TermNears => OfRequest(request, "wordt binnenkort gewist", $"""
            Het jaar waarin deze aanvraag bewaard mag worden, loopt af. Op {DutchDate.Say(LegalCalendar.DateOf(until))} wordt ze gewist, ook als er nog geen antwoord is ontvangen.
            """),
        RequestReminder.Declaration => OfRequest(request, "verklaar dat uw kopieën gewist zijn", """
            De aanvraag is afgesloten en in dit systeem gewist. U haalde het bestand op om het met de hand na te gaan. Wis uw downloads en wat op papier staat, en verklaar dat daarna in de toepassing.
            """),
        _ => throw new InvalidOperationException($"A reminder without a text: {reminder}"),
    };

    public static MailText RequestEnded(ExchangeId request, RequestState state) => OfRequest(request, "afgesloten", $"""
        {(state switch
        {
            { Received: true } => "De ontvangst van het antwoord is bevestigd. De aanvraag en haar sleutel worden nu in dit systeem gewist.",
            { ReplacedBy: not null } => "De aanvrager verving deze aanvraag door een nieuwe. Deze aanvraag, haar sleutel en haar antwoord worden nu in dit systeem gewist.",
            { End: Evidence.ErasureReason.TermEnded } => "De langste bewaartermijn is verstreken. De aanvraag en haar sleutel worden nu in dit systeem gewist.",
            { End: Evidence.ErasureReason.ProtocolEnded } => "Het protocol is geëindigd. De aanvraag en haar sleutel worden nu in dit systeem gewist.",
            _ => "Deze aanvraag gaat niet door. Ze wordt nu in dit systeem gewist.",
        })}
        Wis ook wat u er zelf nog van hebt, en de sleutel als u hem noteerde. Vraagt de toepassing een verklaring daarover, geef die dan.
        """);

    public static MailText Delivered(ExchangeId answer, ExchangeId request, string fileName) => OfAnswer(answer, "staat klaar", $"""
        Het antwoord op uw aanvraag {request} staat klaar. U kunt het meteen openen in de toepassing; dat is ook de bevestiging van ontvangst.
        Op de sftp-server van Opgroeien regie staat hetzelfde bestand verzegeld, met als naam {fileName}. Om dat met 7-Zip te openen, vraagt u de sleutel aan uw functionaris voor gegevensbescherming; bevestig de ontvangst dan in de toepassing.
        """);

    /// <summary>P15: to who asked for a body whose service does not see the answer.</summary>
    public static MailText DeliveredToService(ExchangeId answer, ExchangeId request, string service) => OfAnswer(answer, "is afgeleverd", $"""
        Het antwoord op uw aanvraag {request} staat klaar voor de sociale dienst van {service}. Volgens het protocol kan alleen die dienst het openen.
        """);

    public static MailText Archive(ExchangeId answer, ExchangeId request) => OfAnswer(answer, "in bijlage", $"""
        In bijlage vindt u, verzegeld, het antwoord op uw aanvraag {request}. Het gaat per mail omdat sftp niet mogelijk was; iemand bij Opgroeien regie keurde dat goed.
        De sleutel krijgt u van uw functionaris voor gegevensbescherming, nooit per mail. Bevestig de ontvangst in de toepassing, en wis dit bericht zodra u het bestand hebt.
        """);

    private static MailText MailAsked(ExchangeId answer) => OfAnswer(answer, "goedkeuring gevraagd voor mail", """
        Het team Kadaster & Fluxen vraagt om dit antwoord per mail te versturen. Volgens het protocol is dat alleen een noodoplossing. De reden ziet u in de toepassing; keur ze daar goed, of bespreek met het team hoe het via sftp kan.
        """);

    public static MailText Remind(ExchangeId answer, AnswerReminder reminder, DateTimeOffset until) => reminder switch
    {
        AnswerReminder.MailApproval => MailAsked(answer),
        AnswerReminder.Receipt or AnswerReminder.ReceiptHead => OfAnswer(answer, "nog niet ontvangen", """
            De ontvangst van dit antwoord is nog niet bevestigd. Open het in de toepassing, of bevestig er de ontvangst van het bestand. Pas daarna wist Opgroeien regie zijn bestanden.
            """),
        AnswerReminder.StillNeeded => OfAnswer(answer, "hebt u het nog nodig?", """
            Dit bestand mag maar bewaard worden zolang het nodig is. Hebt u het niet meer nodig, zeg dat dan in de toepassing: het wordt gewist. Wis dan ook uw eigen kopieën.
            """),
        AnswerReminder.TermNears => OfAnswer(answer, "wordt binnenkort gewist", $"""
            Het jaar waarin dit bestand bewaard mag worden, loopt af. Op {DutchDate.Say(LegalCalendar.DateOf(until))} wordt het gewist. Wis uw eigen kopieën uiterlijk dan ook.
            """),
        AnswerReminder.Declaration => OfAnswer(answer, "verklaar dat uw kopieën gewist zijn", """
            Dit antwoord is in dit systeem gewist. Wis ook het bericht met de bijlage als u dat kreeg, uw downloads, wat op papier staat en lijsten die u ermee maakte en niet meer nodig hebt. Verklaar dat daarna in de toepassing; dat is voldoende.
            """),
        _ => throw new InvalidOperationException($"A reminder without a text: {reminder}"),
    };

    public static MailText AnswerEnded(ExchangeId answer, AnswerState state) => OfAnswer(answer, "wordt gewist", $"""
        {(state.End switch
        {
            Evidence.ErasureReason.NoLongerNeeded => "Het bestand is niet meer nodig en wordt nu in dit systeem gewist.",
            Evidence.ErasureReason.TermEnded => "Het jaar waarin dit bestand bewaard mag worden is om. Het wordt nu in dit systeem gewist.",
            Evidence.ErasureReason.ProtocolEnded => "Het protocol is geëindigd voor de ontvangst was bevestigd. Het bestand wordt nu in dit systeem gewist.",
            _ => "Dit antwoord is vervallen en wordt nu in dit systeem gewist. Gebruik het niet meer.",
        })}
        Wis ook uw eigen kopieën, en de sleutel waar die genoteerd staat.
        """);

    /// <summary>P4, P8: to the DPO who gives the key.</summary>
    public static MailText KeyAsked(ExchangeId exchange, bool ofRequest, string? number) => Of(exchange, ofRequest, "geef de sleutel door", $"""
        {(ofRequest
            ? "Uw organisatie diende deze aanvraag verzegeld in. Geef de sleutel van het bestand door aan de functionaris voor gegevensbescherming van Opgroeien regie"
            : "Het antwoord is afgeleverd. Toon de sleutel in de toepassing en geef hem door aan de functionaris voor gegevensbescherming van de ontvanger")}, per sms of telefonisch{(number is null ? string.Empty : $", op het nummer {number}")}. Nooit per mail.
        """);

    /// <summary>P4: to the DPO who is to enter it.</summary>
    public static MailText KeyNotConfirmed(ExchangeId exchange, bool ofRequest) => Of(exchange, ofRequest, ofRequest ? "voer de sleutel in" : "sleutel ontvangen?", ofRequest ? """
        Er is een verzegelde aanvraag. De functionaris voor gegevensbescherming van de aanvrager geeft u de sleutel per sms of telefonisch door. Voer hem in de toepassing in.
        """ : """
        De functionaris voor gegevensbescherming van Opgroeien regie heeft de sleutel van dit antwoord bekeken om hem aan u door te geven. Bevestig in de toepassing dat u hem ontvangen hebt, of meld dat hij verloren is.
        """);

    public static MailText WipeKey(ExchangeId exchange, bool ofRequest) => Of(exchange, ofRequest, "wis de sleutel", """
        Wis de sleutel overal waar u hem noteerde, ook sms'en en papier, zodra u hem niet meer nodig hebt. Verklaar dat daarna in de toepassing.
        """);

    public static MailText HandoverHangs(ExchangeId exchange, bool ofRequest) => Of(exchange, ofRequest, "sleuteloverdracht blijft hangen", """
        De overdracht van deze sleutel is na herhaalde herinneringen niet afgerond, of het wissen ervan is niet verklaard. Ga na waar het hapert.
        """);

    private static MailText OfRequest(ExchangeId exchange, string subject, string text) => Of(exchange, ofRequest: true, subject, text);

    private static MailText OfAnswer(ExchangeId exchange, string subject, string text) => Of(exchange, ofRequest: false, subject, text);

    private static MailText Of(ExchangeId exchange, bool ofRequest, string subject, string text) => new(
        $"Groeipakket, {(ofRequest ? "aanvraag" : "antwoord")} {exchange}: {subject}",
        $"{text}\n\nKenmerk: {exchange}\nDit is een automatisch bericht; u kunt er niet op antwoorden. Zet nooit een rijksregisternummer of een sleutel in een mail.\n");

    private static string Count(int count, string one, string more) => count == 1 ? $"1 {one}" : $"{count} {more}";
}
