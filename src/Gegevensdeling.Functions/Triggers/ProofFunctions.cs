using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of proof.</summary>
internal sealed class ProofFunctions(AzureHost host)
{
    [Function("bewijs")]
    public Task<IResult> Own([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/bewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bewijs", request, client);

    [Function("bewijs-aanvraag")]
    public Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/bewijs/aanvraag")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bewijs-aanvraag", request, client);

    [Function("bewijs-pakket")]
    public Task<IResult> Pack([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bewijsaanvragen/{dossier}/pakket")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bewijs-pakket", request, client);
}
