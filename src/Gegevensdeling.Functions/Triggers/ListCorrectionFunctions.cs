using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of corrections of a debtor list.</summary>
internal sealed class ListCorrectionFunctions(AzureHost host)
{
    [Function("lijstfout-melden")]
    public Task<IResult> Report([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/lijstverbeteringen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstfout-melden", request, client);

    [Function("lijstverbeteringen")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/lijstverbeteringen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstverbeteringen", request, client);

    [Function("lijstverbetering")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lijstverbeteringen/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstverbetering", request, client);

    [Function("lijstfout-ontvangst")]
    public Task<IResult> Acknowledge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lijstverbeteringen/{dossier}/ontvangst")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstfout-ontvangst", request, client);

    [Function("lijstfout-maatregel")]
    public Task<IResult> Decide([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lijstverbeteringen/{dossier}/maatregel")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstfout-maatregel", request, client);

    [Function("lijstfout-uitgevoerd")]
    public Task<IResult> CarryOut([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lijstverbeteringen/{dossier}/uitgevoerd")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstfout-uitgevoerd", request, client);

    [Function("lijstfout-niet-meer-nodig")]
    public Task<IResult> TakeBack([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lijstverbeteringen/{dossier}/niet-meer-nodig")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstfout-niet-meer-nodig", request, client);
}
