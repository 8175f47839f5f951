using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of objections to a file of many people.</summary>
internal sealed class FileObjectionFunctions(AzureHost host)
{
    [Function("groeipakketvraag-bezwaar")]
    public Task<IResult> MakeOnRequest([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/bezwaar")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketvraag-bezwaar", request, client);

    [Function("groeipakketantwoord-bezwaar")]
    public Task<IResult> MakeOnAnswer([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/bezwaar")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-bezwaar", request, client);

    [Function("bestandsbezwaar-stand")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bestandsbezwaren/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bestandsbezwaar-stand", request, client);

    [Function("bestandsbezwaar-verlenging")]
    public Task<IResult> Extend([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bestandsbezwaren/{dossier}/verlenging")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bestandsbezwaar-verlenging", request, client);

    [Function("bestandsbezwaar-beslissing")]
    public Task<IResult> Decide([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bestandsbezwaren/{dossier}/beslissing")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bestandsbezwaar-beslissing", request, client);

    [Function("bestandsbezwaar-verwittiging")]
    public Task<IResult> Inform([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bestandsbezwaren/{dossier}/verwittiging")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bestandsbezwaar-verwittiging", request, client);
}
