using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Groeipakket;

/// <summary>The routes of the one-off Groeipakket request and its answer. Each says what it needs; what happens is the law's.</summary>
public static class GroeipakketRoutes
{
    private const string Request = "/groeipakketvragen/{verwijzing}";
    private const string Answer = "/groeipakketantwoorden/{verwijzing}";
    private const string SevenZip = "application/x-7z-compressed";
    private const string OldWorkbook = "application/vnd.ms-excel";

    /// <summary>Two million rows take some 120 million bytes.</summary>
    private const long LargestExtract = 200L * 1024 * 1024;

    private static readonly AnswerShape Recorded = new(204, "Vastgelegd, of het was al zo.");

    public static IEnumerable<Route> All(RequestHandlers requests, AnswerHandlers answers, ExchangeStanding inRequest, ExchangeStanding inAnswer) =>
        [.. OfRequests(requests, inRequest), .. OfAnswers(answers, inAnswer)];

    private static IEnumerable<Route> OfRequests(RequestHandlers handlers, ExchangeStanding standing)
    {
        Access To(ProtocolAction action) => Access.To(action, standing.Of(RequestKind.Name, action.Content ? Use.Opens : Use.Reads));
        Route Command(string name, string path, ProtocolAction action, string summary, RequestCommand command) =>
            Route.Post(name, Request + path, To(action), (request, cancellation) => handlers.DoAsync(request, action, command, cancellation)) with { Summary = summary, Answers = [Recorded] };

        yield return Route.PostFile(
            "groeipakket-aanvragen", "/groeipakketvragen", Access.To(GroeipakketActions.Ask, standing.OfNewAsync), [SevenZip, RequestHandlers.Workbook, OldWorkbook], RequestIntake.LargestFile,
            handlers.CreateAsync) with
        {
            Summary = "Vraagt eenmalig na welke kinderen recht geven op een sociale toeslag: een verzegeld bestand, of een Excelbestand dat hier verzegeld wordt.",
            Query = ["protocol", "vervangt"],
            Answers = [new(201, "Verzegeld bewaard.", typeof(GroeipakketMade))],
        };
        yield return Route.Get("groeipakketvragen", "/groeipakketvragen", Access.To(GroeipakketActions.ReadRequest, standing.OfAllAsync), handlers.ListAsync) with
        {
            Summary = "De aanvragen van de eigen organisatie, in aantallen.",
            Answers = [new(200, "De lijst.", typeof(RequestAnswerList))],
        };
        yield return Route.Get("groeipakketvraag-stand", Request, To(GroeipakketActions.ReadRequest), handlers.ReadAsync) with
        {
            Summary = "Hoe ver een aanvraag staat, in aantallen.",
            Answers = [new(200, "De stand.", typeof(RequestAnswerLine))],
        };
        yield return Route.Get("groeipakketverslag", Request + "/verslag", To(GroeipakketActions.ReadReport), handlers.ReportAsync) with
        {
            Summary = "Welke rijen niet juist zijn, en waarom; nooit een nummer.",
            Answers = [new(200, "Het verslag.", typeof(ReportAnswer))],
        };
        yield return Route.Post<EnterKeyBody>("groeipakket-sleutel", Request + "/sleutel", To(GroeipakketActions.EnterKey), handlers.EnterKeyAsync) with
        {
            Summary = "Voert de sleutel in die de functionaris van de aanvrager doorgaf; een verkeerde wordt meteen gemeld.",
            Answers = [new(204, "De sleutel past.")],
        };
        yield return Route.Post("groeipakket-sleutel-opnieuw", Request + "/sleutel/opnieuw", To(GroeipakketActions.RequestKeyAtBothSides), handlers.BeginHandoverAsync) with
        {
            Summary = "Begint een nieuwe overdracht van de sleutel.",
            Answers = [Recorded],
        };
        yield return Route.Post("groeipakket-sleutel-gewist", Request + "/sleutel/gewist", To(GroeipakketActions.RequestKeyAtBothSides), handlers.WipeKeyAsync) with
        {
            Summary = "Verklaart dat de sleutel van de aanvraag gewist is waar hij genoteerd stond.",
            Answers = [Recorded],
        };
        yield return Command("groeipakket-verder", "/verder", GroeipakketActions.Decide, "Gaat verder zonder de foute rijen.", new RequestCommand.GoOn());
        yield return Route.Post("groeipakket-annulering", Request + "/annulering", To(GroeipakketActions.Decide), handlers.CancelAsync) with
        {
            Summary = "Trekt de aanvraag in; ze wordt gewist, en haar antwoord ook.",
            Answers = [Recorded],
        };
        yield return Route.Post("groeipakket-inhoud", Request + "/inhoud", To(GroeipakketActions.FetchRequest), handlers.FetchAsync) with
        {
            Summary = "Geeft het team het bestand van de aanvrager, om het met de hand na te gaan.",
            Reveals = true,
            Answers = [new(200, "Het Excelbestand.", null, RequestHandlers.Workbook)],
        };
        yield return Route.Post<LookUpBody>("groeipakket-opzoeken", Request + "/opzoeking", To(GroeipakketActions.Answer), handlers.LookUpAsync) with
        {
            Summary = "Beantwoordt de aanvraag uit een uittreksel van het Vlaams Kadaster Groeipakket.",
            Answers = [new(201, "Verzegeld en onderweg.", typeof(GroeipakketMade))],
        };
        yield return Route.PostFile(
            "groeipakket-antwoorden", Request + "/antwoord", To(GroeipakketActions.Answer), [RequestHandlers.Workbook, OldWorkbook], RequestIntake.LargestFile, handlers.AnswerByHandAsync) with
        {
            Summary = "Beantwoordt de aanvraag met het bestand dat het team invulde.",
            Answers = [new(201, "Verzegeld en onderweg.", typeof(GroeipakketMade))],
        };
        yield return Route.Post<GroeipakketDeclareBody>(
            "groeipakket-aanvraag-verklaring", Request + "/verklaring", To(GroeipakketActions.DeclareRequest),
            (request, body, cancellation) => handlers.DoAsync(request, GroeipakketActions.DeclareRequest, new RequestCommand.Declare(body.Erased), cancellation)) with
        {
            Summary = "Verklaart gewist wat het team ophaalde.",
            Answers = [Recorded],
        };
        yield return Route.Get("groeipakket-aanvraag-wisbewijs", Request + "/wisbewijs", To(GroeipakketActions.ReadRequestEvidence), handlers.CertificateAsync) with
        {
            Summary = "Het laatste ondertekende wisbewijs van de aanvraag.",
            Answers = [new(200, "Ondertekend document.", typeof(ErasureCertificate))],
        };
        yield return Route.PostFile(
            "kadasteruittreksel-opladen", "/kadasteruittreksels", Access.To(GroeipakketActions.UploadExtract, standing.OfNewAsync), ["text/csv"], LargestExtract, handlers.UploadExtractAsync) with
        {
            Summary = "Laadt een uittreksel van het Vlaams Kadaster Groeipakket op; het vervangt het vorige, helemaal of niet.",
            Query = ["protocol", "peildatum"],
            Answers = [new(201, "Nagekeken en verzegeld.", typeof(GroeipakketMade))],
        };
        yield return Route.Get("kadasteruittreksels", "/kadasteruittreksels", Access.To(GroeipakketActions.ReadExtracts, standing.OfAllAsync), handlers.ExtractsAsync) with
        {
            Summary = "De uittreksels die er zijn, en tot wanneer.",
            Answers = [new(200, "De lijst.", typeof(ExtractLines))],
        };
    }

    private static IEnumerable<Route> OfAnswers(AnswerHandlers handlers, ExchangeStanding standing)
    {
        Access To(ProtocolAction action) => Access.To(action, standing.Of(AnswerKind.Name, action.Content ? Use.Opens : Use.Reads));
        Route Command(string name, string path, ProtocolAction action, string summary, AnswerCommand command) =>
            Route.Post(name, Answer + path, To(action), (request, cancellation) => handlers.DoAsync(request, action, command, cancellation)) with { Summary = summary, Answers = [Recorded] };
        Route CommandOf<TBody>(string name, string path, ProtocolAction action, string summary, Func<TBody, AnswerCommand> command)
            where TBody : class =>
            Route.Post<TBody>(name, Answer + path, To(action), (request, body, cancellation) => handlers.DoAsync(request, action, command(body), cancellation)) with { Summary = summary, Answers = [Recorded] };

        yield return Route.Get("groeipakketantwoord-stand", Answer, To(GroeipakketActions.ReadAnswer), handlers.ReadAsync) with
        {
            Summary = "Hoe ver een antwoord staat.",
            Answers = [new(200, "De stand.", typeof(AnswerLine))],
        };
        yield return Route.Post("groeipakketantwoord-openen", Answer + "/openen", To(GroeipakketActions.OpenAnswer), handlers.OpenAsync) with
        {
            Summary = "Opent het antwoord; de eerste keer is de bevestiging van ontvangst.",
            Reveals = true,
            Answers = [new(200, "Het Excelbestand.", null, RequestHandlers.Workbook)],
        };
        yield return Route.Post("groeipakketantwoord-bestand", Answer + "/bestand", To(GroeipakketActions.OpenAnswer), handlers.FetchAsync) with
        {
            Summary = "Haalt het verzegelde bestand op, om het met 7-Zip te openen.",
            Reveals = true,
            Answers = [new(200, "Het verzegelde bestand.", null, SevenZip)],
        };
        yield return Route.PostFile(
            "groeipakketantwoord-begunstigden", Answer + "/begunstigden", To(GroeipakketActions.OpenAnswer), [RequestHandlers.Workbook, OldWorkbook], RequestIntake.LargestFile, handlers.ExportAsync,
            required: false) with
        {
            Summary = "Maakt de lijst van begunstigden; met het bestand van de eigen inwoners erbij zonder wie elders woont.",
            Reveals = true,
            Answers = [new(200, "Het Excelbestand.", null, RequestHandlers.Workbook)],
        };
        yield return Route.Post<ConfirmAnswerBody>("groeipakketantwoord-ontvangst", Answer + "/ontvangst", To(GroeipakketActions.ConfirmAnswer), handlers.ConfirmAsync) with
        {
            Summary = "Bevestigt de ontvangst met de controlesom van het bestand.",
            Answers = [Recorded],
        };
        yield return CommandOf<AskMailBody>("groeipakketantwoord-mail", "/mail", GroeipakketActions.AskMail, "Vraagt het antwoord per mail te versturen, met de reden.", body => new AnswerCommand.AskMail(body.Reason));
        yield return Route.Post("groeipakketantwoord-mail-goedkeuren", Answer + "/mail/goedkeuring", To(GroeipakketActions.ApproveMail), handlers.ApproveMailAsync) with
        {
            Summary = "Keurt goed dat het antwoord per mail gaat.",
            Answers = [Recorded],
        };
        yield return Route.Post("groeipakketantwoord-sleutel-tonen", Answer + "/sleutel/tonen", To(GroeipakketActions.RevealKey), handlers.RevealKeyAsync) with
        {
            Summary = "Toont de sleutel één keer, om per telefoon of sms door te geven.",
            Reveals = true,
            Answers = [new(200, "De sleutel.", typeof(AnswerKeyAnswer))],
        };
        yield return Command("groeipakketantwoord-sleutel-opnieuw", "/sleutel/opnieuw", GroeipakketActions.AnswerKeyAtBothSides, "Begint een nieuwe overdracht nadat het tonen onderbroken werd.", new AnswerCommand.BeginHandover());
        yield return Route.Post<AnswerKeyReceivedBody>("groeipakketantwoord-sleutel-ontvangst", Answer + "/sleutel/ontvangst", To(GroeipakketActions.ReceiveKey), handlers.ReceiveKeyAsync) with
        {
            Summary = "Bevestigt dat de sleutel werd ontvangen.",
            Answers = [Recorded],
        };
        yield return Route.Post("groeipakketantwoord-sleutel-gewist", Answer + "/sleutel/gewist", To(GroeipakketActions.AnswerKeyAtBothSides), handlers.WipeKeyAsync) with
        {
            Summary = "Verklaart dat de sleutel van het antwoord gewist is waar hij genoteerd stond.",
            Answers = [Recorded],
        };
        yield return CommandOf<AnswerKeyLostBody>("groeipakketantwoord-sleutel-verloren", "/sleutel/verloren", GroeipakketActions.AnswerKeyAtBothSides,
            "Meldt de sleutel verloren; er komt een nieuw bestand met een nieuwe sleutel.", body => new AnswerCommand.LoseKey(body.Reason));
        yield return Command("groeipakketantwoord-niet-meer-nodig", "/niet-meer-nodig", GroeipakketActions.NeedNoMore, "Zegt dat het bestand niet meer nodig is; het wordt gewist.", new AnswerCommand.NeedNoMore());
        yield return CommandOf<GroeipakketDeclareBody>("groeipakketantwoord-verklaring", "/verklaring", GroeipakketActions.DeclareAnswer, "Verklaart eigen kopieën gewist.",
            body => new AnswerCommand.Declare(body.Erased));
        yield return Route.Get("groeipakketantwoord-ontvangstbewijs", Answer + "/ontvangstbewijs", To(GroeipakketActions.ReadReceipt), handlers.ReceiptAsync) with
        {
            Summary = "Het ondertekende ontvangstbewijs.",
            Answers = [new(200, "Ondertekend document.", typeof(Receipt))],
        };
        yield return Route.Get("groeipakketantwoord-wisbewijs", Answer + "/wisbewijs", To(GroeipakketActions.ReadCertificate), handlers.CertificateAsync) with
        {
            Summary = "Het laatste ondertekende wisbewijs van het antwoord.",
            Answers = [new(200, "Ondertekend document.", typeof(ErasureCertificate))],
        };
    }
}
