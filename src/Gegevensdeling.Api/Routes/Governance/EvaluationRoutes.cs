using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Evaluations;

namespace Gegevensdeling.Api.Routes.Governance;

public sealed record EvaluationDateBody
{
    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }
}

public sealed record EvaluationHeldBody
{
    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }

    [JsonPropertyName("besluiten")]
    public required IReadOnlyList<EvaluationOutcome> Outcomes { get; init; }

    /// <summary>Where the minutes are.</summary>
    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

/// <summary>Turns requests about evaluations into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class EvaluationHandlers(DossierDesk<EvaluationState, EvaluationCommand> desk, EvaluationReports reports, DossierFile file, Actors actors)
{
    public async Task<ApiAnswer> DoAsync(ApiRequest request, EvaluationCommand command, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, EvaluationActions.Record, request.At.Year, cancellation);
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, command, request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) => ApiAnswer.Ok(await MakeAsync(request, cancellation));

    public async Task<ApiAnswer> PageAsync(ApiRequest request, CancellationToken cancellation) =>
        new ApiAnswer.Document("text/html; charset=utf-8", EvaluationPage.Write(await MakeAsync(request, cancellation)));

    private async Task<EvaluationReport> MakeAsync(ApiRequest request, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        return await reports.MakeAsync(dossier, request.Caller.Party == dossier.Protocol.Sender ? Side.Team : Side.Ocmw, cancellation);
    }

    private Task<DossierView> FindAsync(ApiRequest request, CancellationToken cancellation) => file.GetAsync(new(request.Value("dossier")), cancellation);
}

/// <summary>The routes of evaluations (R16, R19).</summary>
public static class EvaluationRoutes
{
    private const string One = "/evaluaties/{dossier}";

    public static IEnumerable<Route> All(EvaluationHandlers handlers, GovernanceStanding standing)
    {
        var stand = standing.OfDossier(EvaluationKind.Name);
        yield return Route.Get("evaluatie-verslag", One, Access.To(EvaluationActions.Read, stand), handlers.ReadAsync) with
        {
            Summary = "Het verslag voor de evaluatie van een protocol: de cijfers van de eigen kant, zonder persoonsgegevens.",
            Answers = [new(200, "Het verslag.", typeof(EvaluationReport))],
        };
        yield return Route.Get("evaluatie-pagina", One + "/verslag", Access.To(EvaluationActions.Read, stand), handlers.PageAsync) with
        {
            Summary = "Hetzelfde verslag als pagina, om te lezen of af te drukken.",
            Answers = [new(200, "De pagina.", null, "text/html")],
        };
        yield return Route.Post<EvaluationDateBody>("evaluatie-datum", One + "/datum", Access.To(EvaluationActions.Record, stand),
            (request, body, cancellation) => handlers.DoAsync(request, new EvaluationCommand.Move(request.Caller.Party, body.On), cancellation)) with
        {
            Summary = "Stelt een andere datum voor de evaluatie voor.",
            Answers = [new(204, "Vastgelegd, of het was al zo.")],
        };
        yield return Route.Post<EvaluationHeldBody>("evaluatie-gehouden", One + "/gehouden", Access.To(EvaluationActions.Record, stand),
            (request, body, cancellation) => handlers.DoAsync(request, new EvaluationCommand.Hold(request.Caller.Party, body.On, body.Outcomes, body.Reference), cancellation)) with
        {
            Summary = "Legt vast wanneer de evaluatie plaatsvond en wat besloten is.",
            Answers = [new(204, "Vastgelegd.")],
        };
    }
}
