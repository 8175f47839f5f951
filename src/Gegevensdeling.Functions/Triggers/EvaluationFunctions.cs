using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of evaluations.</summary>
internal sealed class EvaluationFunctions(AzureHost host)
{
    [Function("evaluatie-verslag")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "evaluaties/{dossier}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("evaluatie-verslag", request, client);

    [Function("evaluatie-pagina")]
    public Task<IResult> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "evaluaties/{dossier}/verslag")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("evaluatie-pagina", request, client);

    [Function("evaluatie-datum")]
    public Task<IResult> Move([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "evaluaties/{dossier}/datum")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("evaluatie-datum", request, client);

    [Function("evaluatie-gehouden")]
    public Task<IResult> Hold([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "evaluaties/{dossier}/gehouden")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("evaluatie-gehouden", request, client);
}
