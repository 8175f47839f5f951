using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of the audit chain.</summary>
internal sealed class AuditFunctions(AzureHost host)
{
    [Function("auditkoppen")]
    public Task<IResult> Heads([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/auditkoppen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("auditkoppen", request, client);

    [Function("auditkop-lezen")]
    public Task<IResult> Head([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/auditkoppen/{kop}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("auditkop-lezen", request, client);

    [Function("auditkop-medeondertekening")]
    public Task<IResult> Countersign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "protocollen/{protocol}/auditkoppen/{kop}/medeondertekening")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("auditkop-medeondertekening", request, client);

    [Function("audituitvoer")]
    public Task<IResult> Export([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "protocollen/{protocol}/audituitvoer")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("audituitvoer", request, client);
}
