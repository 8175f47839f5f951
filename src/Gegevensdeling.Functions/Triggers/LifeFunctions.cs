using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of a protocol's life.</summary>
internal sealed class LifeFunctions(AzureHost host)
{
    [Function("protocol-leven")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/leven")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-leven", request, client);

    [Function("protocol-advies")]
    public Task<IResult> Advise([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/advies")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-advies", request, client);

    [Function("protocol-ondertekening")]
    public Task<IResult> Sign([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/ondertekening")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-ondertekening", request, client);

    [Function("protocol-bekendmaking")]
    public Task<IResult> Publish([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/bekendmaking")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-bekendmaking", request, client);

    [Function("protocol-postbus")]
    public Task<IResult> ConfirmMailbox([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/postbus")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-postbus", request, client);

    [Function("protocol-aanvaarding")]
    public Task<IResult> AcceptFinding([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/aanvaarding")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-aanvaarding", request, client);

    [Function("protocol-schorsing")]
    public Task<IResult> Suspend([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/schorsing")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-schorsing", request, client);

    [Function("protocol-onderzoek")]
    public Task<IResult> Investigate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/onderzoek")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-onderzoek", request, client);

    [Function("protocol-vrijgave")]
    public Task<IResult> Release([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/vrijgave")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-vrijgave", request, client);

    [Function("protocol-opzegging")]
    public Task<IResult> GiveNotice([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/opzegging")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-opzegging", request, client);

    [Function("protocol-einde")]
    public Task<IResult> Terminate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/einde")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("protocol-einde", request, client);
}
