using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of a referral. What each needs and does stands in the route table; a test compares the two.</summary>
internal sealed class ReferralFunctions(AzureHost host)
{
    [Function("doorverwijzen")]
    public Task<IResult> Refer([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("doorverwijzen", request, client);

    [Function("aflevering")]
    public Task<IResult> Delivery([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "doorverwijzingen/{verwijzing}/aflevering")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("aflevering", request, client);

    [Function("lijst")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "doorverwijzingen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("lijst", request, client);

    [Function("opname")]
    public Task<IResult> Take([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/opname")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("opname", request, client);

    [Function("openen")]
    public Task<IResult> Open([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/openen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("openen", request, client);

    [Function("bestand")]
    public Task<IResult> Fetch([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/bestand")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("bestand", request, client);

    [Function("ontvangst")]
    public Task<IResult> Confirm([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/ontvangst")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("ontvangst", request, client);

    [Function("contact")]
    public Task<IResult> Contact([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/contact")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("contact", request, client);

    [Function("uitkomst")]
    public Task<IResult> Outcome([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/uitkomst")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("uitkomst", request, client);

    [Function("niet-voor-ons")]
    public Task<IResult> NotForUs([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/niet-voor-ons")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("niet-voor-ons", request, client);

    [Function("onbereikbaar")]
    public Task<IResult> Unreachable([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/onbereikbaar")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("onbereikbaar", request, client);

    [Function("intrekking")]
    public Task<IResult> Withdraw([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/intrekking")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("intrekking", request, client);

    [Function("doorgave-gbo")]
    public Task<IResult> PassOn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/doorgave-gbo")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("doorgave-gbo", request, client);

    [Function("verklaring")]
    public Task<IResult> Declare([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "doorverwijzingen/{verwijzing}/verklaring")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("verklaring", request, client);

    [Function("ontvangstbewijs")]
    public Task<IResult> Receipt([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "doorverwijzingen/{verwijzing}/ontvangstbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("ontvangstbewijs", request, client);

    [Function("wisbewijs")]
    public Task<IResult> Certificate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "doorverwijzingen/{verwijzing}/wisbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("wisbewijs", request, client);

    [Function("evaluatie")]
    public Task<IResult> Figures([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/evaluatie")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("evaluatie", request, client);
}
