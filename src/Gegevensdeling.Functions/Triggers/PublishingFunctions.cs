using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The pages of the protocols, and the registers of article 30 GDPR.</summary>
internal sealed class PublishingFunctions(AzureHost host)
{
    [Function("protocollen")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocollen", request, client);

    [Function("protocollen-json")]
    public Task<IResult> ListJson([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen.json")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocollen-json", request, client);

    [Function("protocol")]
    public Task<IResult> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol", request, client);

    [Function("protocol-folder")]
    public Task<IResult> Leaflet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/folder")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-folder", request, client);

    [Function("protocol-informatie")]
    public Task<IResult> Information([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/informatie")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-informatie", request, client);

    [Function("verwerkingsregister")]
    public Task<IResult> Processing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/verwerkingen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("verwerkingsregister", request, client);

    [Function("verwerkersregister")]
    public Task<IResult> Processor([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/verwerker")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("verwerkersregister", request, client);
}
