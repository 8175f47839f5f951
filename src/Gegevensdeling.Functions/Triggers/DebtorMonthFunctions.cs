using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of the deliveries and months of the debtor exchange.</summary>
internal sealed class DebtorMonthFunctions(AzureHost host)
{
    [Function("debiteuren-leveren")]
    public Task<IResult> DeliverDebtors([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenleveringen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteuren-leveren", request, client);

    [Function("clienten-leveren")]
    public Task<IResult> DeliverClients([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "clientenleveringen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("clienten-leveren", request, client);

    [Function("clientnummers-leveren")]
    public Task<IResult> DeliverNumbers([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "clientennummers")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("clientnummers-leveren", request, client);

    [Function("clienten-markeren")]
    public Task<IResult> Mark([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "markeringen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("clienten-markeren", request, client);

    [Function("schuldgegevens-leveren")]
    public Task<IResult> DeliverDetails([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "schuldgegevens")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("schuldgegevens-leveren", request, client);

    [Function("debiteurenmaanden")]
    public Task<IResult> Months([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "debiteurenmaanden")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenmaanden", request, client);

    [Function("debiteurenmaand-stand")]
    public Task<IResult> Month([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "debiteurenmaanden/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenmaand-stand", request, client);

    [Function("debiteuren-openen")]
    public Task<IResult> OpenDelivery([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenmaanden/{verwijzing}/levering")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteuren-openen", request, client);

    [Function("vermeldingen-vrijgeven")]
    public Task<IResult> Release([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenmaanden/{verwijzing}/vrijgave")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("vermeldingen-vrijgeven", request, client);

    [Function("vermeldingen-bevestigen")]
    public Task<IResult> Confirm([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "debiteurenmaanden/{verwijzing}/bevestiging")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("vermeldingen-bevestigen", request, client);

    [Function("debiteurenmaand-wisbewijs")]
    public Task<IResult> MonthCertificate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "debiteurenmaanden/{verwijzing}/wisbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("debiteurenmaand-wisbewijs", request, client);
}
