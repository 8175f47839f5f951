using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The route of the person concerned.</summary>
internal sealed class PersonAnswerFunctions(AzureHost host)
{
    [Function("inzage")]
    public Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/inzage")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("inzage", request, client);
}
