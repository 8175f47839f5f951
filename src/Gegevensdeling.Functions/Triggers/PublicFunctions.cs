using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes that anybody may read.</summary>
internal sealed class PublicFunctions(AzureHost host)
{
    [Function("sleutels")]
    public Task<IResult> Keys([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sleutels.jwks.json")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("sleutels", request, client);

    [Function("gezondheid")]
    public Task<IResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gezondheid")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("gezondheid", request, client);
}
