using Gegevensdeling.Publishing;

namespace Gegevensdeling.Api.Routes.Publishing;

/// <summary>What everybody may read of the protocols (G2), and the registers of article 30 GDPR for those who keep them.</summary>
public static class PublishingRoutes
{
    /// <summary>The query parameter that asks a register as <c>csv</c> or <c>json</c>.</summary>
    internal const string Form = "vorm";

    private const string One = "/protocollen/{protocol}";

    public static IEnumerable<Route> All(PublishedProtocols protocols)
    {
        var handlers = new PublishingHandlers(protocols);
        yield return Page("protocollen", "/protocollen", handlers.ListPageAsync, "De lijst van alle protocollen, als pagina.");
        yield return Route.Get("protocollen-json", "/protocollen.json", Access.Anonymous, handlers.ListAsync) with
        {
            Summary = "De lijst van alle protocollen, voor de website van een partij.",
            Answers = [new(200, "De lijst.", typeof(ProtocolList))],
        };
        yield return Page("protocol", One, handlers.ProtocolAsync, "De pagina van één protocol.");
        yield return Page("protocol-folder", One + "/folder", handlers.LeafletAsync, "De folder voor wie het aangaat.");
        yield return Page("protocol-informatie", One + "/informatie", handlers.InformationAsync, "De informatie volgens artikel 14 AVG.");

        yield return Route.Get("verwerkingsregister", "/register/verwerkingen", Access.To(RegisterActions.ReadProcessing, handlers.AsPartyAsync), handlers.ProcessingAsync) with
        {
            Summary = "Het register van verwerkingsactiviteiten van de eigen organisatie (art. 30.1 AVG); met vorm=csv als rekenblad.",
            Query = [Form],
            Answers = [new(200, "Het register.", typeof(ProcessingRegister))],
        };
        yield return Route.Get("verwerkersregister", "/register/verwerker", Access.To(RegisterActions.ReadProcessor, handlers.AsPartyOrOperatorAsync), handlers.ProcessorAsync) with
        {
            Summary = "Het register van de beheerder als verwerker (art. 30.2 AVG); een partij ziet haar deel; met vorm=csv als rekenblad. De beheerder staat aan de kant van elke partij.",
            Query = [Form],
            Answers = [new(200, "Het register.", typeof(ProcessorRegister))],
        };
    }

    private static Route Page(string name, string path, Handle handler, string summary) => Route.Get(name, path, Access.Anonymous, handler) with
    {
        Summary = summary,
        Answers = [new(200, "Een pagina zonder script, om te lezen en af te drukken.", null, "text/html")],
    };
}
