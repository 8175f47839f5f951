using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of objections to the list of debtors.</summary>
internal sealed class ListObjectionFunctions(AzureHost host)
{
    [Function("debiteurenlijst-bezwaar")]
    public Task<IResult> Make([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/bezwaar")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenlijst-bezwaar", request, client);

    [Function("lijstbezwaar-rij")]
    public Task<IResult> NameRow([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lijstbezwaren/{dossier}/rij")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstbezwaar-rij", request, client);

    [Function("lijstbezwaar-stand")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lijstbezwaren/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstbezwaar-stand", request, client);

    [Function("lijstbezwaar-verlenging")]
    public Task<IResult> Extend([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lijstbezwaren/{dossier}/verlenging")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstbezwaar-verlenging", request, client);

    [Function("lijstbezwaar-beslissing")]
    public Task<IResult> Decide([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lijstbezwaren/{dossier}/beslissing")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstbezwaar-beslissing", request, client);

    [Function("lijstbezwaar-verwittiging")]
    public Task<IResult> Inform([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lijstbezwaren/{dossier}/verwittiging")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijstbezwaar-verwittiging", request, client);
}
