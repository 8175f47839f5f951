using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of breaches.</summary>
internal sealed class BreachFunctions(AzureHost host)
{
    [Function("gegevenslek-melden")]
    public Task<IResult> Report([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/gegevenslekken")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-melden", request, client);

    [Function("gegevenslekken")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/gegevenslekken")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslekken", request, client);

    [Function("gegevenslek")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gegevenslekken/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek", request, client);

    [Function("gegevenslek-omvang")]
    public Task<IResult> Extent([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gegevenslekken/{dossier}/omvang")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-omvang", request, client);

    [Function("gegevenslek-ontwerp-toezichthouder")]
    public Task<IResult> DraftForAuthority([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gegevenslekken/{dossier}/ontwerp-toezichthouder")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-ontwerp-toezichthouder", request, client);

    [Function("gegevenslek-ontwerp-betrokkenen")]
    public Task<IResult> DraftForPersons([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gegevenslekken/{dossier}/ontwerp-betrokkenen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-ontwerp-betrokkenen", request, client);

    [Function("gegevenslek-kennisname")]
    public Task<IResult> Acknowledge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/kennisname")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-kennisname", request, client);

    [Function("gegevenslek-overleg")]
    public Task<IResult> Consult([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/overleg")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-overleg", request, client);

    [Function("gegevenslek-risico")]
    public Task<IResult> Assess([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/risico")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-risico", request, client);

    [Function("gegevenslek-toezichthouder")]
    public Task<IResult> NotifyAuthority([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/toezichthouder")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-toezichthouder", request, client);

    [Function("gegevenslek-niet-te-melden")]
    public Task<IResult> NotifyNobody([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/niet-te-melden")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-niet-te-melden", request, client);

    [Function("gegevenslek-maatregelen")]
    public Task<IResult> TakeMeasures([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/maatregelen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-maatregelen", request, client);

    [Function("gegevenslek-betrokkenen")]
    public Task<IResult> DecidePersons([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/betrokkenen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-betrokkenen", request, client);

    [Function("gegevenslek-afsluiting")]
    public Task<IResult> Close([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/afsluiting")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-afsluiting", request, client);

    [Function("gegevenslek-geen-inbreuk")]
    public Task<IResult> Dismiss([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gegevenslekken/{dossier}/geen-inbreuk")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gegevenslek-geen-inbreuk", request, client);
}
