using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gegevensdeling.Audit;
using Gegevensdeling.CrashHost;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using MimeKit;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>
/// What is left when a script has ended, as text without ids, hashes and hours: facts, messages, certificates, and everything that
/// must not be there.
/// </summary>
internal static class Aftermath
{
    public static async Task<IReadOnlyList<string>> OfAsync(Play play, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var ports = play.Place.Law.Ports;
        var rows = await ports.Register.FactsAsync(play.Reference, cancellation);
        lines.AddRange(rows.Select(row => FactJson.Read(row.Json)).Select(fact => $"feit: {FactJson.WordFor(fact)}{Detail(fact)} door {fact.By.Role}"));
        lines.AddRange(Mails(play).Order(StringComparer.Ordinal));
        foreach (var name in await ports.Evidence.NamesAsync(play.Reference, cancellation))
            lines.Add($"bewijs: {name}: {Normalised((await ports.Evidence.FindAsync(play.Reference, name, cancellation))!)}");
        var head = (await ports.Register.FindAsync(play.Reference, cancellation))!;
        lines.Add($"hoofd: {head.State} gewist {head.ErasedAt is not null} historiek gewist {head.PurgedAt is not null} pseudoniemen {head.Pseudonyms.Count} koppelingen {head.Links.Count} salt {head.Salt}");
        lines.AddRange((await ports.Register.UnfinishedAsync(DateTimeOffset.MaxValue, cancellation).ToListAsync(cancellation)).Select(row => $"niet afgehandeld: {row.Json}"));
        lines.AddRange(await AuditAsync(play, rows.Select(row => row.Id), cancellation));
        lines.AddRange(play.Place.Engine.ListInstances().Select(instance => $"motor: {instance.Status} {instance.Step}"));
        lines.AddRange(Files(play.Place.Folder));
        return lines;
    }

    private static string Detail(ExchangeFact fact) => fact switch
    {
        ReferralFact.Reminded reminded => $" {reminded.Reminder}",
        ReferralFact.KeyWiped wiped => $" {wiped.Side}",
        ReferralFact.Withdrawn withdrawn => $" {withdrawn.Where}",
        _ => string.Empty,
    };

    private static IEnumerable<string> Mails(Play play)
    {
        foreach (var path in Directory.GetFiles(play.Place.Mailboxes))
        {
            using var mail = MimeMessage.Load(path);
            yield return $"bericht: aan {mail.To.Mailboxes.Single().Address}: {mail.Subject!.Replace(play.Reference.Value, "VERWIJZING", StringComparison.Ordinal)}{(mail.Attachments.Any() ? " MET BIJLAGE" : string.Empty)}";
        }
    }

    /// <summary>Every fact has its event; one that stands there twice carries the same correlation twice and is one.</summary>
    private static async Task<IReadOnlyList<string>> AuditAsync(Play play, IEnumerable<string> facts, CancellationToken cancellation)
    {
        var log = play.Place.Law.Ports.Audit;
        var (wrong, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var chain in await log.ChainsAsync(cancellation))
        {
            var entries = await log.ReadAsync(chain, cancellation).ToListAsync(cancellation);
            if (AuditChain.Verify(entries) is not AuditVerdict.Intact)
                wrong.Add($"audit: {chain} is gebroken");
            seen.UnionWith(entries.Select(entry => entry.Event.Correlation));
        }

        wrong.AddRange(facts.Where(fact => !seen.Contains(fact)).Select(_ => "audit: een feit zonder regel"));
        return wrong;
    }

    private static IEnumerable<string> Files(string folder)
    {
        var data = Path.Combine(folder, "data");
        foreach (var path in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(data, path);
            if (name.EndsWith('~') || name.EndsWith(".deel", StringComparison.Ordinal) || name.StartsWith("sleutels", StringComparison.Ordinal) || name.StartsWith("opslag", StringComparison.Ordinal))
                yield return $"bestand: {Path.GetExtension(name)} in {Path.GetDirectoryName(name)!.Split(Path.DirectorySeparatorChar)[0]}";
        }
    }

    /// <summary>The signed content, with every id, hash and moment replaced by its kind.</summary>
    private static string Normalised(string document)
    {
        var content = JsonNode.Parse(document)!["inhoud"]!;
        return Plain(content).ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static JsonNode Plain(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Plain(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Plain)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Kind(text)),
        JsonValue value when value.TryGetValue<long>(out var number) => JsonValue.Create(number > 100 ? "GETAL" : number.ToString(CultureInfo.InvariantCulture)),
        null => JsonValue.Create("niets"),
        _ => node.DeepClone(),
    };

    private static string Kind(string text) =>
        text.StartsWith("DV-", StringComparison.Ordinal) ? "VERWIJZING"
        : text.StartsWith("a-", StringComparison.Ordinal) ? "BESTAND"
        : text.StartsWith("m-", StringComparison.Ordinal) ? "MEDEWERKER"
        : Sha256Hex.IsValid(text) ? "SHA256"
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) ? "MOMENT"
        : text;
}
