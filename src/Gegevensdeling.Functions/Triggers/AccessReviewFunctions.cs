using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of reviews of access.</summary>
internal sealed class AccessReviewFunctions(AzureHost host)
{
    [Function("toegangscontrole")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "toegangscontroles/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("toegangscontrole", request, client);

    [Function("toegangscontrole-oordeel")]
    public Task<IResult> Judge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "toegangscontroles/{dossier}/oordeel")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("toegangscontrole-oordeel", request, client);

    [Function("toegangscontrole-verwijdering")]
    public Task<IResult> Remove([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "toegangscontroles/{dossier}/verwijdering")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("toegangscontrole-verwijdering", request, client);
}
