using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of corrections.</summary>
internal sealed class CorrectionFunctions(AzureHost host)
{
    [Function("fout-melden")]
    public Task<IResult> Report([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/fout")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("fout-melden", request, client);

    [Function("verbeteringen")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "doorverwijzingen/{verwijzing}/verbeteringen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("verbeteringen", request, client);

    [Function("verbetering")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verbeteringen/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("verbetering", request, client);

    [Function("fout-ontvangst")]
    public Task<IResult> Acknowledge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "verbeteringen/{dossier}/ontvangst")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("fout-ontvangst", request, client);

    [Function("fout-maatregel")]
    public Task<IResult> Decide([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "verbeteringen/{dossier}/maatregel")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("fout-maatregel", request, client);

    [Function("fout-inhoud")]
    public Task<IResult> Replace([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "verbeteringen/{dossier}/inhoud")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("fout-inhoud", request, client);

    [Function("fout-niet-meer-nodig")]
    public Task<IResult> TakeBack([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "verbeteringen/{dossier}/niet-meer-nodig")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("fout-niet-meer-nodig", request, client);

    [Function("verbetering-wisbewijs")]
    public Task<IResult> Certificate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verbeteringen/{dossier}/wisbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("verbetering-wisbewijs", request, client);
}
