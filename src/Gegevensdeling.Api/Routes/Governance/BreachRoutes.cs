using Gegevensdeling.Governance.Breaches;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of breaches: anybody reports in one small form, the data protection officers do the rest.</summary>
public static class BreachRoutes
{
    private const string All = "/protocollen/{protocol}/gegevenslekken";
    private const string One = "/gegevenslekken/{dossier}";

    public static IEnumerable<Route> Of(BreachHandlers handlers, GovernanceStanding standing)
    {
        Route Step<TBody>(string word, string summary, Func<ApiRequest, TBody, CancellationToken, Task<ApiAnswer>> handle)
            where TBody : class =>
            Done(Route.Post($"gegevenslek-{word}", $"{One}/{word}", Access.To(BreachActions.Handle, handlers.OfDossier(standing)), handle), summary);

        Route Plain(string word, string summary, Handle handle) =>
            Done(Route.Post($"gegevenslek-{word}", $"{One}/{word}", Access.To(BreachActions.Handle, handlers.OfDossier(standing)), handle), summary);

        Route Look(string name, string path, string summary, AnswerShape answer, Handle handle) =>
            Route.Get(name, path, Access.To(BreachActions.Read, handlers.OfDossier(standing)), handle) with { Summary = summary, Answers = [answer] };

        yield return Route.Post<BreachReportBody>("gegevenslek-melden", All, Access.To(BreachActions.Report, standing.OfProtocolOrProcessorAsync), handlers.ReportAsync) with
        {
            Summary = "Meldt een gegevenslek, of een vermoeden ervan. Een vermoeden is genoeg; de functionarissen horen het meteen.",
            Answers = [new(201, "Gemeld.", typeof(BreachReported))],
        };
        yield return Look("gegevenslekken", All, "Het register van inbreuken van dit protocol: feiten, gevolgen en maatregelen (artikel 33, lid 5, AVG).", new(200, "Het register.", typeof(BreachRegister)), handlers.ListAsync) with
        {
            Access = Access.To(BreachActions.Read, standing.OfProtocolAsync),
        };
        yield return Look("gegevenslek", One, "Hoe het dossier staat, met de 72 uur van elke partij.", new(200, "De stand.", typeof(BreachAnswer)), handlers.ReadAsync);
        yield return Look("gegevenslek-omvang", One + "/omvang", "Hoeveel uitwisselingen en personen het kan betreffen, en welke diensten de inhoud zagen; nu berekend.", new(200, "De omvang.", typeof(ExtentAnswer)), handlers.ExtentAsync) with
        {
            Query = ["van", "tot"],
        };
        yield return Look("gegevenslek-ontwerp-toezichthouder", One + "/ontwerp-toezichthouder", "Een ontwerp van de melding aan de toezichthouder (artikel 33, lid 3, AVG).",
            new(200, "Het ontwerp.", null, "text/markdown"), handlers.DraftForAuthorityAsync);
        yield return Look("gegevenslek-ontwerp-betrokkenen", One + "/ontwerp-betrokkenen", "Een ontwerp van het bericht aan de betrokkenen, in gewone taal (artikel 34, lid 2, AVG).",
            new(200, "Het ontwerp.", null, "text/markdown"), handlers.DraftForPersonsAsync);
        yield return Plain("kennisname", "Bevestigt dat de functionaris de melding gelezen heeft.", (request, cancellation) =>
            handlers.DoAsync(request, party => new BreachCommand.Acknowledge(party), cancellation));
        yield return Step<ConsultBody>("overleg", "Legt het gezamenlijke overleg vast: wanneer, welke mandaten, welke beslissingen.", handlers.ConsultAsync);
        yield return Step<RiskBody>("risico", "Legt de beoordeling van het risico voor de betrokkenen vast; de uitkomst wordt berekend.", (request, body, cancellation) =>
            handlers.DoAsync(request, party => new BreachCommand.Assess(party, body.Nature, body.Sensitivity, body.Likelihood, body.Impact), cancellation));
        yield return Step<AuthorityBody>("toezichthouder", "Legt vast dat de eigen organisatie de toezichthouder inlichtte.", (request, body, cancellation) =>
            handlers.DoAsync(request, party => new BreachCommand.NotifyAuthority(party, body.For ?? party, body.Authority, body.ToldAt.ToUniversalTime(), body.Reference), cancellation));
        yield return Step<NoNotificationBody>("niet-te-melden", "Legt vast waarom de eigen organisatie de toezichthouder niet inlicht.", (request, body, cancellation) =>
            handlers.DoAsync(request, party => new BreachCommand.NotifyNobody(party, body.For ?? party, body.Reason), cancellation));
        yield return Step<MeasuresBody>("maatregelen", "Legt vast welke maatregelen genomen zijn.", (request, body, cancellation) =>
            handlers.DoAsync(request, party => new BreachCommand.TakeMeasures(party, body.Measures, body.Reference), cancellation));
        yield return Step<PersonsBody>("betrokkenen", "Legt vast of de betrokkenen ingelicht worden, en waarom niet.", (request, body, cancellation) =>
            handlers.DoAsync(request, party => new BreachCommand.DecidePersons(party, body.For ?? party, body.Tell, body.Ground, body.Reference), cancellation));
        yield return Plain("afsluiting", "Legt vast dat de eigen organisatie klaar is; het dossier sluit als elke partij dat doet.", (request, cancellation) =>
            handlers.DoAsync(request, party => new BreachCommand.Close(party), cancellation));
        yield return Step<DismissalBody>("geen-inbreuk", "Legt vast dat er toch niets te melden is, met de reden.", (request, body, cancellation) =>
            handlers.DoAsync(request, party => new BreachCommand.Dismiss(party, body.Reason), cancellation));
    }

    private static Route Done(Route route, string summary) => route with { Summary = summary, Answers = [new(204, "Vastgelegd, of het was al zo.")] };
}
