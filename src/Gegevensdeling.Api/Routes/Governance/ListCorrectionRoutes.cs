using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.ListCorrections;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of corrections of a debtor list (Maldegem art. 7, G17): the same for both parties.</summary>
public static class ListCorrectionRoutes
{
    private const string One = "/lijstverbeteringen/{dossier}";
    private const string OfProtocol = "/protocollen/{protocol}/lijstverbeteringen";

    private static readonly AnswerShape Recorded = new(204, "Vastgelegd, of het was al zo.");

    public static IEnumerable<Route> All(ListCorrectionHandlers handlers, GovernanceStanding standing)
    {
        Access To(ProtocolAction action) => Access.To(action, standing.OfDossier(ListCorrectionKind.Name));

        yield return Route.Post<ListDefectBody>("lijstfout-melden", OfProtocol, Access.To(ListCorrectionActions.Report, handlers.StandAsync), handlers.ReportAsync) with
        {
            Summary = "Meldt aan de andere partij dat er iets mis is in de debiteurenlijst: welke soort, in welk gegeven en welke rijen of hoeveel, nooit een persoon of een waarde.",
            Answers = [new(201, "Gemeld aan de andere partij.", typeof(ListCorrectionOpened))],
        };
        yield return Route.Get("lijstverbeteringen", OfProtocol, Access.To(ListCorrectionActions.Read, handlers.StandAsync), handlers.ListAsync) with
        {
            Summary = "De gemelde fouten in de debiteurenlijst van dit protocol.",
            Answers = [new(200, "De lijst.", typeof(ListCorrectionList))],
        };
        yield return Route.Get("lijstverbetering", One, To(ListCorrectionActions.Read), handlers.ReadAsync) with
        {
            Summary = "Hoe het met een gemelde fout in de debiteurenlijst staat.",
            Answers = [new(200, "De stand.", typeof(ListCorrectionLine))],
        };
        yield return Route.Post<DefectReceiptBody>("lijstfout-ontvangst", One + "/ontvangst", To(ListCorrectionActions.Acknowledge),
            (request, body, cancellation) => handlers.DoAsync(request, ListCorrectionActions.Acknowledge, _ => new ListCorrectionCommand.Acknowledge((Manner)body.Manner), cancellation)) with
        {
            Summary = "Bevestigt de ontvangst van de melding; het onderzoek begint.",
            Answers = [Recorded],
        };
        yield return Route.Post<ListMeasureBody>("lijstfout-maatregel", One + "/maatregel", To(ListCorrectionActions.Decide),
            (request, body, cancellation) => handlers.DoAsync(
                request, ListCorrectionActions.Decide, changed => new ListCorrectionCommand.Decide(body.Measure, body.Reason, changed, (Manner)body.Manner), cancellation)) with
        {
            Summary = "Legt de maatregel vast: de volgende levering, een nieuwe versie, een gesloten rij, een gewijzigde vermelding, of geen fout.",
            Answers = [Recorded],
        };
        yield return Route.Post("lijstfout-uitgevoerd", One + "/uitgevoerd", To(ListCorrectionActions.CarryOut),
            (request, cancellation) => handlers.DoAsync(request, ListCorrectionActions.CarryOut, changed => new ListCorrectionCommand.CarryOut(changed), cancellation)) with
        {
            Summary = "Legt vast dat de beloofde levering gebeurd is en de lijst verbeterd.",
            Answers = [Recorded],
        };
        yield return Route.Post("lijstfout-niet-meer-nodig", One + "/niet-meer-nodig", To(ListCorrectionActions.TakeBack),
            (request, cancellation) => handlers.DoAsync(request, ListCorrectionActions.TakeBack, _ => new ListCorrectionCommand.TakeBack(), cancellation)) with
        {
            Summary = "Zegt dat een verbetering niet meer nodig is; alleen wie meldde.",
            Answers = [Recorded],
        };
    }
}
