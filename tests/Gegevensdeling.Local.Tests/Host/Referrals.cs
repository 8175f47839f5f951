using System.Text.Json;
using System.Text.Json.Nodes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>What people do to a referral, through the real routes.</summary>
internal static class Referrals
{
    public static readonly string[] Informed = ["welke-gegevens", "aan-wie", "waarvoor", "wat-ermee-gebeurt", "wat-te-verwachten"];

    public static JsonObject Body(Client client, string protocol = "mechelen-2024", string postcode = "2800") => JsonSerializer.SerializeToNode(new
    {
        protocol,
        toestemming = new { gegeven = true, op = "2026-02-27", vorm = "mondeling", geinformeerdOver = Informed },
        client = new
        {
            voornaam = client.FirstName,
            naam = client.Name,
            adres = new { straat = client.Street, nummer = client.Number, postcode, gemeente = "Mechelen" },
            telefoonnummer = client.Phone,
            emailadres = client.Mail,
        },
    })!.AsObject();

    /// <summary>The same with one member put elsewhere: <c>client.naam</c>.</summary>
    public static JsonObject With(this JsonObject body, string path, JsonNode? value)
    {
        var (at, names) = (body, path.Split('.'));
        foreach (var name in names[..^1])
            at = at[name]!.AsObject();
        at[names[^1]] = value;
        return body;
    }

    public static Task<Answer> CreateAsync(this Rig rig, JsonObject body, Caller? who = null, string? purpose = null, string? key = null) =>
        rig.AskAsync(who ?? rig.Team, HttpMethod.Post, "/doorverwijzingen", body.ToJsonString(), purpose ?? Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender), key);

    public static async Task<ExchangeId> ReferAsync(this Rig rig, Client? client = null, string protocol = "mechelen-2024", string postcode = "2800") =>
        new((await rig.CreateAsync(Body(client ?? Client.Any, protocol, postcode))).Is(201).Json.GetProperty("verwijzing").GetString()!);

    public static Task<Answer> DoAsync(this Rig rig, Caller who, ExchangeId exchange, string action, object? body = null) =>
        rig.PostAsync(who, $"/doorverwijzingen/{exchange}/{action}", body, PurposeFor(rig, who));

    public static Task<Answer> SeeAsync(this Rig rig, Caller who, ExchangeId exchange, string what) => rig.GetAsync(who, $"/doorverwijzingen/{exchange}/{what}");

    public static async Task TakeAsync(this Rig rig, ExchangeId exchange) => (await rig.DoAsync(rig.Worker, exchange, "opname", new { })).Is(204);

    public static async Task OpenAsync(this Rig rig, ExchangeId exchange)
    {
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
    }

    public static async Task ContactAsync(this Rig rig, ExchangeId exchange)
    {
        await rig.OpenAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204);
    }

    public static async Task<bool> IsErasedAsync(this Rig rig, ExchangeId exchange) =>
        (await rig.Host.Law.Ports.Register.FindAsync(exchange, Rig.Cancelled))?.ErasedAt is not null;

    private static string PurposeFor(Rig rig, Caller who) => who.Party == rig.Mechelen.Sender || who.Party == rig.Mechelen.Receiver
        ? Rig.PurposeOf(rig.Mechelen, who.Party)
        : Rig.PurposeOf(rig.Kasterlee, rig.Kasterlee.Receiver);
}
