using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.AnswerCorrections;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of corrections of a Groeipakket answer (art. 7, G17, W14).</summary>
public static class AnswerCorrectionRoutes
{
    private const string One = "/antwoordverbeteringen/{dossier}";
    private const string OfAnswer = "/groeipakketantwoorden/{verwijzing}";

    private static readonly AnswerShape Recorded = new(204, "Vastgelegd, of het was al zo.");

    public static IEnumerable<Route> All(AnswerCorrectionHandlers handlers, ExchangeStanding answers)
    {
        Access To(ProtocolAction action) => Access.To(action, handlers.StandAsync);

        yield return Route.Post<AnswerDefectBody>("antwoordfout-melden", OfAnswer + "/fout", Access.To(AnswerCorrectionActions.Report, answers.Of(AnswerKind.Name, Use.Reads)), handlers.ReportAsync) with
        {
            Summary = "Meldt dat gegevens van een ontvangen antwoord fout zijn: welke soort, in welk gegeven en welke rijen, nooit de waarde.",
            Answers = [new(201, "Gemeld aan het team dat ze bezorgde.", typeof(AnswerCorrectionOpened))],
        };
        yield return Route.Get("antwoordverbeteringen", OfAnswer + "/verbeteringen", Access.To(AnswerCorrectionActions.Read, answers.Of(AnswerKind.Name, Use.Reads)), handlers.ListAsync) with
        {
            Summary = "De gemelde fouten van één antwoord.",
            Answers = [new(200, "De lijst.", typeof(AnswerCorrectionList))],
        };
        yield return Route.Get("antwoordverbetering", One, To(AnswerCorrectionActions.Read), handlers.ReadAsync) with
        {
            Summary = "Hoe het met een gemelde fout in een antwoord staat.",
            Answers = [new(200, "De stand.", typeof(AnswerCorrectionLine))],
        };
        yield return Route.Post<DefectReceiptBody>("antwoordfout-ontvangst", One + "/ontvangst", To(AnswerCorrectionActions.Acknowledge),
            (request, body, cancellation) => handlers.DoAsync(request, AnswerCorrectionActions.Acknowledge, new AnswerCorrectionCommand.Acknowledge((Manner)body.Manner), cancellation)) with
        {
            Summary = "Bevestigt de ontvangst van de melding; het onderzoek begint.",
            Answers = [Recorded],
        };
        yield return Route.Post<AnswerMeasureBody>("antwoordfout-maatregel", One + "/maatregel", To(AnswerCorrectionActions.Decide),
            (request, body, cancellation) => handlers.DoAsync(request, AnswerCorrectionActions.Decide, new AnswerCorrectionCommand.Decide(body.Measure, body.Reason, (Manner)body.Manner), cancellation)) with
        {
            Summary = "Legt de maatregel vast: aangepast in het kadaster, de overtollige rijen worden gewist, of niet gegrond.",
            Answers = [Recorded],
        };
        yield return Command("antwoordfout-gewist", "/gewist", AnswerCorrectionActions.DeclareErased, "Verklaart dat de overtollige rijen gewist zijn in het eigen bestand.", new AnswerCorrectionCommand.DeclareErased());
        yield return Command("antwoordfout-niet-meer-nodig", "/niet-meer-nodig", AnswerCorrectionActions.TakeBack, "Zegt dat een verbetering niet meer nodig is.", new AnswerCorrectionCommand.TakeBack());

        Route Command(string name, string path, ProtocolAction action, string summary, AnswerCorrectionCommand command) =>
            Route.Post(name, One + path, To(action), (request, cancellation) => handlers.DoAsync(request, action, command, cancellation)) with { Summary = summary, Answers = [Recorded] };
    }
}
