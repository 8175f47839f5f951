using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of objections and restrictions.</summary>
internal sealed class ObjectionFunctions(AzureHost host)
{
    [Function("bezwaar")]
    public Task<IResult> Make([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/bezwaar")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bezwaar", request, client);

    [Function("bezwaar-stand")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bezwaren/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bezwaar-stand", request, client);

    [Function("bezwaar-verlenging")]
    public Task<IResult> Extend([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bezwaren/{dossier}/verlenging")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bezwaar-verlenging", request, client);

    [Function("bezwaar-beslissing")]
    public Task<IResult> Decide([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bezwaren/{dossier}/beslissing")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bezwaar-beslissing", request, client);

    [Function("bezwaar-verwittiging")]
    public Task<IResult> Inform([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bezwaren/{dossier}/verwittiging")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bezwaar-verwittiging", request, client);
}
