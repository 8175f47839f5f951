using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of a Groeipakket request, and of the extracts that answer it.</summary>
internal sealed class GroeipakketRequestFunctions(AzureHost host)
{
    [Function("groeipakket-aanvragen")]
    public Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-aanvragen", request, client);

    [Function("groeipakketvragen")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "groeipakketvragen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketvragen", request, client);

    [Function("groeipakketvraag-stand")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "groeipakketvragen/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketvraag-stand", request, client);

    [Function("groeipakketverslag")]
    public Task<IResult> Report([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "groeipakketvragen/{verwijzing}/verslag")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketverslag", request, client);

    [Function("groeipakket-sleutel")]
    public Task<IResult> EnterKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/sleutel")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-sleutel", request, client);

    [Function("groeipakket-sleutel-opnieuw")]
    public Task<IResult> BeginHandover([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/sleutel/opnieuw")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-sleutel-opnieuw", request, client);

    [Function("groeipakket-sleutel-gewist")]
    public Task<IResult> WipeKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/sleutel/gewist")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-sleutel-gewist", request, client);

    [Function("groeipakket-verder")]
    public Task<IResult> GoOn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/verder")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-verder", request, client);

    [Function("groeipakket-annulering")]
    public Task<IResult> Cancel([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/annulering")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-annulering", request, client);

    [Function("groeipakket-inhoud")]
    public Task<IResult> Fetch([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/inhoud")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-inhoud", request, client);

    [Function("groeipakket-opzoeken")]
    public Task<IResult> LookUp([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/opzoeking")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-opzoeken", request, client);

    [Function("groeipakket-antwoorden")]
    public Task<IResult> AnswerByHand([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/antwoord")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-antwoorden", request, client);

    [Function("groeipakket-aanvraag-verklaring")]
    public Task<IResult> Declare([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketvragen/{verwijzing}/verklaring")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-aanvraag-verklaring", request, client);

    [Function("groeipakket-aanvraag-wisbewijs")]
    public Task<IResult> Certificate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "groeipakketvragen/{verwijzing}/wisbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakket-aanvraag-wisbewijs", request, client);

    [Function("kadasteruittreksel-opladen")]
    public Task<IResult> UploadExtract([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kadasteruittreksels")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("kadasteruittreksel-opladen", request, client);

    [Function("kadasteruittreksels")]
    public Task<IResult> Extracts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "kadasteruittreksels")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("kadasteruittreksels", request, client);
}
