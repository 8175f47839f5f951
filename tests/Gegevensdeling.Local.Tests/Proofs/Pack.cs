using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Evidence;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;

namespace Gegevensdeling.Local.Tests.Proofs;

/// <summary>A pack as it came over HTTP.</summary>
internal sealed record Pack(byte[] Raw, IReadOnlyDictionary<string, byte[]> Files)
{
    public const string Asking = "/protocollen/mechelen-2024/bewijs/aanvraag";
    public const string Own = "/protocollen/mechelen-2024/bewijs";

    public JsonElement Record => JsonSerializer.Deserialize<JsonElement>(Files[PackFiles.Record]);

    public string Page => Encoding.UTF8.GetString(Files[PackFiles.Page]);

    public static Pack Of(byte[] raw)
    {
        using var zip = new ZipArchive(new MemoryStream(raw), ZipArchiveMode.Read);
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var source = entry.Open();
            source.CopyTo(content);
            files.Add(entry.FullName, content.ToArray());
        }

        return new(raw, files);
    }

    public static Task<PackVerdict> VerifyAsync(byte[] raw, PublicKeySet? keys = null) => PackVerifier.VerifyAsync(new MemoryStream(raw, writable: false), keys, Rig.Cancelled);

    /// <summary>What Opgroeien regie gets: one request, then the pack at the place of the answer.</summary>
    public static async Task<Pack> AskAsync(Rig rig)
    {
        var answer = (await rig.PostAsync(SyntheticPeople.SendingDpo, Asking)).Is(201);
        return Of((await rig.GetAsync(SyntheticPeople.SendingDpo, answer.Headers.Location!.ToString())).Is(200).Raw);
    }

    public static async Task<Pack> OfReceiverAsync(Rig rig) => Of((await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Mechelen), Own)).Is(200).Raw);

    /// <summary>A referral with a key handover, opened and ended by this outcome; none leaves it as it is.</summary>
    public static async Task<ExchangeId> ReferAsync(Rig rig, int client, object? outcome = null)
    {
        var exchange = await rig.ReferAsync(Client.Of(client));
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/ontvangst")).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        if (outcome is null)
            return exchange;
        (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", outcome)).Is(204);
        return exchange;
    }

    public static object ClientFile { get; } = new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" };

    public static object NoHelp { get; } = new { wenstHulp = false, wijze = "telefoon" };
}
