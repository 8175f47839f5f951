using Gegevensdeling.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>The routes of the answer to a Groeipakket request.</summary>
internal sealed class GroeipakketAnswerFunctions(AzureHost host)
{
    [Function("groeipakketantwoord-stand")]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "groeipakketantwoorden/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-stand", request, client);

    [Function("groeipakketantwoord-openen")]
    public Task<IResult> Open([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/openen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-openen", request, client);

    [Function("groeipakketantwoord-bestand")]
    public Task<IResult> Fetch([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/bestand")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-bestand", request, client);

    [Function("groeipakketantwoord-begunstigden")]
    public Task<IResult> Export([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/begunstigden")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-begunstigden", request, client);

    [Function("groeipakketantwoord-ontvangst")]
    public Task<IResult> Confirm([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/ontvangst")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-ontvangst", request, client);

    [Function("groeipakketantwoord-mail")]
    public Task<IResult> AskMail([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/mail")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-mail", request, client);

    [Function("groeipakketantwoord-mail-goedkeuren")]
    public Task<IResult> ApproveMail([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/mail/goedkeuring")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-mail-goedkeuren", request, client);

    [Function("groeipakketantwoord-sleutel-tonen")]
    public Task<IResult> RevealKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/sleutel/tonen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-sleutel-tonen", request, client);

    [Function("groeipakketantwoord-sleutel-opnieuw")]
    public Task<IResult> BeginHandover([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/sleutel/opnieuw")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-sleutel-opnieuw", request, client);

    [Function("groeipakketantwoord-sleutel-ontvangst")]
    public Task<IResult> ReceiveKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/sleutel/ontvangst")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-sleutel-ontvangst", request, client);

    [Function("groeipakketantwoord-sleutel-gewist")]
    public Task<IResult> WipeKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/sleutel/gewist")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-sleutel-gewist", request, client);

    [Function("groeipakketantwoord-sleutel-verloren")]
    public Task<IResult> LoseKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/sleutel/verloren")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-sleutel-verloren", request, client);

    [Function("groeipakketantwoord-niet-meer-nodig")]
    public Task<IResult> NeedNoMore([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/niet-meer-nodig")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-niet-meer-nodig", request, client);

    [Function("groeipakketantwoord-verklaring")]
    public Task<IResult> Declare([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "groeipakketantwoorden/{verwijzing}/verklaring")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-verklaring", request, client);

    [Function("groeipakketantwoord-ontvangstbewijs")]
    public Task<IResult> Receipt([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "groeipakketantwoorden/{verwijzing}/ontvangstbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-ontvangstbewijs", request, client);

    [Function("groeipakketantwoord-wisbewijs")]
    public Task<IResult> Certificate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "groeipakketantwoorden/{verwijzing}/wisbewijs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        host.HandleAsync("groeipakketantwoord-wisbewijs", request, client);
}
