using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of a key handover.</summary>
internal sealed class KeyHandoverFunctions(AzureHost host)
{
    [Function("sleutel-vraag")]
    public Task<IResult> RequestKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/sleutel/vraag")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("sleutel-vraag", request, client);

    [Function("sleutel-stand")]
    public Task<IResult> Handover([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "doorverwijzingen/{verwijzing}/sleutel")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("sleutel-stand", request, client);

    [Function("sleutel-tonen")]
    public Task<IResult> RevealKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/sleutel/tonen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("sleutel-tonen", request, client);

    [Function("sleutel-onderbroken")]
    public Task<IResult> InterruptReveal([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/sleutel/onderbroken")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("sleutel-onderbroken", request, client);

    [Function("sleutel-ontvangst")]
    public Task<IResult> ReceiveKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/sleutel/ontvangst")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("sleutel-ontvangst", request, client);

    [Function("sleutel-gewist")]
    public Task<IResult> WipeKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/sleutel/gewist")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("sleutel-gewist", request, client);

    [Function("sleutel-verloren")]
    public Task<IResult> LoseKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/sleutel/verloren")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("sleutel-verloren", request, client);
}
