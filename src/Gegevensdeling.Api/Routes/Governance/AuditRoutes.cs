using Gegevensdeling.Audit;
using Gegevensdeling.Audit.Exports;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of the audit chain itself (F9, D17): its heads, what parties sign over them, and its events as a register wants them.</summary>
public static class AuditRoutes
{
    private const string Heads = "/protocollen/{protocol}/auditkoppen";

    /// <summary>The query parameter that names the month, for example <c>2026-03</c>; without it the running one.</summary>
    internal const string Month = "maand";

    /// <summary>The query parameter that names the shape.</summary>
    internal const string Form = "vorm";

    public static IEnumerable<Route> All(AuditHandlers handlers, GovernanceStanding standing)
    {
        yield return Route.Get("auditkoppen", Heads, Access.To(AuditActions.ReadHeads, standing.OfProtocolAsync), handlers.ListAsync) with
        {
            Summary = "De ondertekende koppen van de auditketen van één maand: hun controlesom, en wie ze medeondertekende.",
            Query = [Month],
            Answers = [new(200, "De lijst.", typeof(AuditHeadList))],
        };
        yield return Route.Get("auditkop-lezen", Heads + "/{kop}", Access.To(AuditActions.ReadHeads, standing.OfProtocolAsync), handlers.ReadAsync) with
        {
            Summary = "Eén ondertekende auditkop; niet voor de verzender van doorverwijzingen, die alleen de controlesom ziet.",
            Answers = [new(200, "Ondertekend document.", typeof(AuditHead))],
        };
        yield return Route.Post<CountersignBody>("auditkop-medeondertekening", Heads + "/{kop}/medeondertekening", Access.To(AuditActions.Countersign, standing.OfProtocolAsync), handlers.CountersignAsync) with
        {
            Summary = "Bewaart de medeondertekening van de eigen organisatie over een auditkop, met een eigen sleutel gemaakt.",
            Answers = [new(204, "Bewaard, of het was al zo.")],
        };
        yield return Route.Get("audituitvoer", "/protocollen/{protocol}/audituitvoer", Access.To(AuditActions.Export, handlers.StandAsync), handlers.ExportAsync) with
        {
            Summary = "De auditgebeurtenissen van één maand die de eigen organisatie mag zien, met vorm=logboek (Logboek Dataverwerkingen) of vorm=auditregister (MAGDA).",
            Query = [Form, Month],
            Answers = [new(200, "Eén gebeurtenis per regel.", null, AuditExportForms.MediaType)],
        };
    }
}
