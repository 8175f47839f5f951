using System.Globalization;
using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Benchmarks.Proof;

/// <summary>A pack for the receiver over ten thousand referrals of some years, four in five erased with both certificates; then verified by the command.</summary>
internal static class Packs
{
    private const int Exchanges = 10_000;

    /// <summary>As many events as a referral has.</summary>
    private const int EventsEach = 12;

    public static async Task<int> RunAsync(string protocols)
    {
        Console.WriteLine(Measured.Head());
        var small = await MeasureAsync(protocols, Exchanges / 10);
        var whole = await MeasureAsync(protocols, Exchanges);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nten times the exchanges: {whole.Processor / small.Processor:F1} times the processors, {whole.Peak / small.Peak:F1} times the peak"));
        return whole is { Clock: < 30, Peak: < 300 } ? 0 : 1;
    }

    private static async Task<Measured> MeasureAsync(string protocols, int exchanges)
    {
        var root = Directory.CreateTempSubdirectory("pakket-").FullName;
        try
        {
            var (keys, pack) = (Path.Combine(root, "sleutels.jwks.json"), Path.Combine(root, "bewijs.zip"));
            var played = await Courses.PlayAsync(root, protocols);
            await MakeAsync(root, protocols, played, exchanges, keys);
            var made = await Measured.MedianAsync("pakket", root, protocols, played.Now.ToString("O", CultureInfo.InvariantCulture), pack);
            Console.WriteLine(made.Say(string.Create(CultureInfo.InvariantCulture, $"a pack over {exchanges:N0} exchanges, {new FileInfo(pack).Length / 1048576.0:F0} MiB")));
            var verified = (await Measured.ByChildAsync("verify", pack, "--keys", keys))[0];
            Console.WriteLine(verified.Say("the same pack verified (once)"));
            return made;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>Copies with all their facts, and their documents signed anew with the host's own key, so that the pack verifies.</summary>
    private static async Task MakeAsync(string root, string protocols, Prototypes played, int exchanges, string keys)
    {
        using var ports = new LocalPorts(root, TimeProvider.System);
        var signing = new SigningKeys(ports.Ports.SystemKeys, TimeProvider.System);
        await File.WriteAllTextAsync(keys, (await signing.PublishedAsync(CancellationToken.None)).ToJson());
        using var key = await signing.CurrentAsync(CancellationToken.None);
        var (purged, opened) = (await DocumentsAsync(ports.Ports.Evidence, played.Purged), await DocumentsAsync(ports.Ports.Evidence, played.Live[^1]));
        using (var copies = new Copies(root))
        {
            for (var number = 0; number < exchanges; number++)
            {
                var (of, documents) = number % 5 == 0 ? (played.Live[^1], opened) : (played.Purged, purged);
                var id = copies.Add(of, TimeSpan.FromHours(number));
                string? previous = null;
                foreach (var (name, document) in documents)
                    copies.AddDocument(id, name, previous = Sign(document, id, previous, key));
            }

            copies.Complete();
        }

        // Some years of months, a chain each.
        var months = Math.Max(1, exchanges / 500);
        for (var month = 0; month < months; month++)
            Chains.Fill(Path.Combine(root, "register.db"), Courses.Protocol, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(month), exchanges * EventsEach / months);
    }

    private static async Task<IReadOnlyList<(string Name, SignedDocument Document)>> DocumentsAsync(IEvidenceStore evidence, ExchangeId of)
    {
        var found = new List<(string, SignedDocument)>();
        foreach (var name in await evidence.NamesAsync(of, CancellationToken.None))
            found.Add((name, ((DocumentReading.Read)SignedDocument.Read(Encoding.UTF8.GetBytes((await evidence.FindAsync(of, name, CancellationToken.None))!))).Document));
        return found;
    }

    private static string Sign(SignedDocument document, ExchangeId exchange, string? previous, SigningKey key) => (document.Type == Receipt.JwsType
        ? SignedDocument.Sign(document.Content<Receipt>()! with { Exchange = exchange }, Receipt.JwsType, key)
        : SignedDocument.Sign(Certificate(document) with { Exchange = exchange, Previous = Certificate(document).Number == 1 ? null : Sha256Hex.Of(previous!) }, ErasureCertificate.JwsType, key)).ToJson();

    private static ErasureCertificate Certificate(SignedDocument document) => document.Content<ErasureCertificate>()!;
}
