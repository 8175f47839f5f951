using System.Text.Json.Nodes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>What people do to a correction, through the real routes.</summary>
internal static class Corrections
{
    public static async Task<ExchangeId> ReportAsync(
        this Rig rig, Caller who, ExchangeId exchange, string kind = "foutief", string[]? fields = null, bool telephone = false) =>
        new((await rig.PostAsync(who, $"/doorverwijzingen/{exchange}/fout", Report(kind, fields, telephone))).Is(201).Json.GetProperty("verbetering").GetString()!);

    public static object Report(string kind = "foutief", string[]? fields = null, bool telephone = false) =>
        new { soort = kind, gegevens = fields ?? ["telefoonnummer"], naMeldingClient = true, wijze = telephone ? "telefoon" : "toepassing" };

    public static JsonObject Content(Client client, string postcode = "2800") => new() { ["client"] = Referrals.Body(client, postcode: postcode)["client"]!.DeepClone() };

    public static Task<Answer> ReplaceAsync(this Rig rig, ExchangeId dossier, Client client, Caller? who = null, string? key = null, string? purpose = null) =>
        rig.AskAsync(who ?? rig.Team, HttpMethod.Post, $"/verbeteringen/{dossier}/inhoud", Content(client).ToJsonString(), purpose ?? Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender), key);

    public static async Task<ExchangeId> AcknowledgedAsync(this Rig rig, ExchangeId exchange, string kind = "foutief")
    {
        var dossier = await rig.ReportAsync(rig.Worker, exchange, kind);
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/ontvangst", new { wijze = "toepassing" })).Is(204);
        return dossier;
    }

    public static async Task<string> StateAsync(this Rig rig, ExchangeId dossier, Caller? who = null) =>
        (await rig.GetAsync(who ?? rig.Team, $"/verbeteringen/{dossier}")).Is(200).Json.GetProperty("toestand").GetString()!;

    /// <summary>The messages of one dossier or referral, as they were sent, without line breaks of the transport.</summary>
    public static IReadOnlyList<string> MailsOf(this Rig rig, ExchangeId id) =>
    [
        .. Directory.EnumerateFiles(rig.Root, "*.eml", SearchOption.AllDirectories).Where(path => path.Contains(id.Value, StringComparison.Ordinal)).Select(path =>
        {
            using var mail = MimeKit.MimeMessage.Load(path);
            return $"Subject: {mail.Subject}\r\nTo: {mail.To}\r\n{mail.TextBody}";
        }),
    ];

    public static async Task SuspendAsync(this Rig rig) => (await rig.PostAsync(
        SyntheticPeople.SendingDpo, "/protocollen/mechelen-2024/schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
}
