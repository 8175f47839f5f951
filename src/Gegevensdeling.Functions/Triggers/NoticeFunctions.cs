using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of notices of change, of announced disclosures and of the overview of processors.</summary>
internal sealed class NoticeFunctions(AzureHost host)
{
    [Function("wijziging")]
    public Task<IResult> Give([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/wijzigingen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("wijziging", request, client);

    [Function("wijziging-stand")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wijzigingen/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("wijziging-stand", request, client);

    [Function("wijziging-kennisname")]
    public Task<IResult> Acknowledge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "wijzigingen/{dossier}/kennisname")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("wijziging-kennisname", request, client);

    [Function("wijziging-doorgifte")]
    public Task<IResult> PassOn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "wijzigingen/{dossier}/doorgifte")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("wijziging-doorgifte", request, client);

    [Function("wijziging-gevolg")]
    public Task<IResult> Settle([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "wijzigingen/{dossier}/gevolg")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("wijziging-gevolg", request, client);

    [Function("verwerkers")]
    public Task<IResult> ReadProcessors([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/verwerkers")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("verwerkers", request, client);

    [Function("verwerkers-aanvraag")]
    public Task<IResult> AskProcessors([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/verwerkers/aanvraag")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("verwerkers-aanvraag", request, client);
}
