using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of the one list of a debtor protocol, and of its sealed copies.</summary>
internal sealed class DebtorListFunctions(AzureHost host)
{
    [Function("debiteurenlijsten")]
    public Task<IResult> Lists([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "debiteurenlijsten")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenlijsten", request, client);

    [Function("debiteurenlijst-stand")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "debiteurenlijsten/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenlijst-stand", request, client);

    [Function("debiteurenlijst-openen")]
    public Task<IResult> OpenList([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/openen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenlijst-openen", request, client);

    [Function("vermeldingen-ophalen")]
    public Task<IResult> FetchMarks([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/vermeldingen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("vermeldingen-ophalen", request, client);

    [Function("boekhouding-ophalen")]
    public Task<IResult> FetchAccounting([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/boekhouding")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("boekhouding-ophalen", request, client);

    [Function("debiteurenlijst-overdragen")]
    public Task<IResult> Export([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/overdracht")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenlijst-overdragen", request, client);

    [Function("vermelding-wijzigen")]
    public Task<IResult> ChangeMark([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/vermelding")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("vermelding-wijzigen", request, client);

    [Function("pauze-verlengen")]
    public Task<IResult> Extend([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/herziening")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("pauze-verlengen", request, client);

    [Function("geen-client")]
    public Task<IResult> Remove([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/geen-client")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("geen-client", request, client);

    [Function("schuld-afsluiten")]
    public Task<IResult> Close([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenlijsten/{verwijzing}/afsluiting")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("schuld-afsluiten", request, client);

    [Function("debiteurenkopie-ontvangstbewijs")]
    public Task<IResult> Receipt([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "debiteurenkopieen/{verwijzing}/ontvangstbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenkopie-ontvangstbewijs", request, client);

    [Function("debiteurenkopie-wisbewijs")]
    public Task<IResult> Certificate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "debiteurenkopieen/{verwijzing}/wisbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenkopie-wisbewijs", request, client);
}
