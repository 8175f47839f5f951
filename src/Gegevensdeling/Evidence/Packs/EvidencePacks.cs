using System.Text.Json;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>
/// Makes the evidence pack of article 6 (F8): a ZIP with a page to read, a record for a program, every receipt and certificate that the party may have, the public
/// keys, and one signed manifest. It is made while it is sent and kept nowhere.
/// </summary>
public sealed class EvidencePacks(
    PackExchanges exchanges, DossierFile dossiers, ProtocolLives lives, BreachKind breaches, AccessReviewKind reviews, Ports ports, SigningKeys signing, ProtocolCatalog protocols, TimeProvider clock)
{
    public const string MediaType = "application/zip";

    /// <summary>Names the protocol and the party, and nobody else.</summary>
    public static string FileName(PackOrder order) => $"bewijs-{order.Protocol}-{order.For}.zip";

    /// <summary>Writes the pack, forwards only; half a pack has no directory and opens nowhere.</summary>
    /// <exception cref="InvalidOperationException">The protocol is not loaded, or the party is none of its parties: that was checked before.</exception>
    public async Task WriteAsync(PackOrder order, Stream target, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var latest = protocols.Find(order.Protocol) ?? throw new InvalidOperationException("A pack of a protocol that is not loaded");
        var (protocol, standing) = await lives.PublicAsync(latest, now, cancellation);
        var forwards = new PassingStream(target);
        var zip = await PackZip.BeginAsync(forwards, cancellation);
        var writer = new PackWriter(zip);
        await writer.AddAsync(PackFiles.Keys, (await signing.PublishedAsync(cancellation)).ToJson(), cancellation);

        var lines = new List<PackExchange>();
        await foreach (var line in exchanges.OfAsync(order, cancellation))
        {
            foreach (var document in line.Documents)
                await writer.AddAsync(document.Name, document.Json, cancellation);
            lines.Add(line.Exchange);
        }

        var record = await RecordAsync(order, protocol, PublicStanding.Of(protocol, standing), lines, now, cancellation);
        await writer.AddAsync(PackFiles.Record, JsonSerializer.SerializeToUtf8Bytes(record, Form), cancellation);
        await writer.AddAsync(PackFiles.Page, new PackPage(record, protocol, LegalCalendar.DateOf(now)).Write(), cancellation);

        var manifest = PackManifest.Issue(order, protocol.Version, writer.Count, await writer.AddListAsync(cancellation), now);
        using var key = await signing.CurrentAsync(cancellation);
        await PackZip.AddAsync(zip, PackFiles.Manifest, System.Text.Encoding.UTF8.GetBytes(SignedDocument.Sign(manifest, PackManifest.JwsType, key).ToJson()), cancellation);
        await zip.DisposeAsync(); // writes the directory, and only where everything before it was written
        await forwards.FlushAsync(cancellation);
    }

    private static JsonSerializerOptions Form { get; } = new(EvidenceJson.Options) { WriteIndented = true };

    private async Task<PackRecord> RecordAsync(
        PackOrder order, Protocol protocol, PublicStanding standing, IReadOnlyList<PackExchange> lines, DateTimeOffset now, CancellationToken cancellation)
    {
        var life = await lives.StateAsync(order.Protocol, cancellation);
        var ground = PackSections.Ground(protocol, order);
        var shown = PackSections.Reviews(
            (await dossiers.ListAsync(reviews, order.Protocol, openOnly: false, cancellation)).Select(dossier => reviews.StateOf(dossier.Facts)), ground.Of.Append(order.For).ToHashSet());
        var counted = PackSections.Breaches((await dossiers.ListAsync(breaches, order.Protocol, openOnly: false, cancellation)).Select(dossier => breaches.StateOf(dossier.Facts)));
        var accesses = await AccessesAsync(order, cancellation);
        var counts = new Dictionary<ProofPlace, int>
        {
            [ProofPlace.SealedFiles] = lines.Sum(line => line.Files.Count),
            [ProofPlace.KeyHandovers] = lines.Sum(line => line.Handovers.Count),
            [ProofPlace.Receipts] = lines.Sum(line => line.Receipts.Count),
            [ProofPlace.Accesses] = accesses.Count,
            [ProofPlace.Reviews] = shown.Count,
            [ProofPlace.Breaches] = counted.Sum(one => one.Count),
            [ProofPlace.History] = life.Facts.Count,
        };
        return new()
        {
            IssuedAt = now,
            For = order.For,
            Ground = ground,
            Protocol = PackSections.ProtocolOf(protocol, standing, protocols.VersionsOf(order.Protocol), life),
            Measures = PackSections.Measures(protocol, order, LegalCalendar.DateOf(now), counts),
            Processors = ProcessorOverview.Of(protocol, order.For, asked: false),
            Exchanges = lines,
            Accesses = accesses,
            Reviews = shown,
            Breaches = counted,
        };
    }

    private async Task<IReadOnlyList<PackAccess>> AccessesAsync(PackOrder order, CancellationToken cancellation)
    {
        var count = new PackAccesses(order.For);
        foreach (var chain in (await ports.Audit.ChainsAsync(cancellation)).Where(chain => chain.StartsWith($"{order.Protocol}/", StringComparison.Ordinal)))
        {
            await foreach (var entry in ports.Audit.ReadAsync(chain, cancellation))
                count.Add(entry.Event);
        }

        return count.All;
    }
}
