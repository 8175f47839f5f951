using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of corrections of a Groeipakket answer.</summary>
internal sealed class AnswerCorrectionFunctions(AzureHost host)
{
    [Function("antwoordfout-melden")]
    public Task<IResult> Report([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/fout")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("antwoordfout-melden", request, client);

    [Function("antwoordverbeteringen")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "groeipakketantwoorden/{verwijzing}/verbeteringen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("antwoordverbeteringen", request, client);

    [Function("antwoordverbetering")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "antwoordverbeteringen/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("antwoordverbetering", request, client);

    [Function("antwoordfout-ontvangst")]
    public Task<IResult> Acknowledge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "antwoordverbeteringen/{dossier}/ontvangst")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("antwoordfout-ontvangst", request, client);

    [Function("antwoordfout-maatregel")]
    public Task<IResult> Decide([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "antwoordverbeteringen/{dossier}/maatregel")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("antwoordfout-maatregel", request, client);

    [Function("antwoordfout-gewist")]
    public Task<IResult> DeclareErased([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "antwoordverbeteringen/{dossier}/gewist")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("antwoordfout-gewist", request, client);

    [Function("antwoordfout-niet-meer-nodig")]
    public Task<IResult> TakeBack([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "antwoordverbeteringen/{dossier}/niet-meer-nodig")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("antwoordfout-niet-meer-nodig", request, client);
}
