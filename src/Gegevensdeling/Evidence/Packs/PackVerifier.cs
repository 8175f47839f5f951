using System.IO.Compression;
using System.Text;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>What came of verifying a pack.</summary>
/// <param name="Findings">Everything that is wrong, each by the name of the file; empty where the whole pack is real and unchanged.</param>
/// <param name="Summary">Dutch lines for the person who asked.</param>
public sealed record PackVerdict(IReadOnlyList<PackFinding> Findings, IReadOnlyList<string> Summary)
{
    public bool IsValid => Findings.Count == 0;
}

/// <param name="File">The name in the pack, or <c>de ZIP</c> for what is around the files.</param>
/// <param name="Reason">Dutch, after 'want'.</param>
public sealed record PackFinding(string File, string Reason);

/// <summary>Verifies a pack offline (F8): the container byte for byte, each hash, each signature, and that no file is missing or extra. Reads only the stream.</summary>
public sealed class PackVerifier
{
    /// <summary>No file of a pack is larger; a larger one is refused unread.</summary>
    public const int MaximumFile = 256 * 1024 * 1024;

    private const string Container = "de ZIP";

    private readonly List<PackFinding> findings = [];
    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);
    private readonly PublicKeySet? published;
    private PublicKeySet? keys;
    private DocumentVerdict.ValidPack? manifest;
    private byte[] list = [];

    private PackVerifier(PublicKeySet? published) => this.published = published;

    /// <param name="pack">Seekable; the whole of it is the pack.</param>
    /// <param name="published">The keys that the party publishes; null to believe those in the pack, which shows that nothing changed but not who signed.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<PackVerdict> VerifyAsync(Stream pack, PublicKeySet? published, CancellationToken cancellation)
    {
        var verifier = new PackVerifier(published);
        try
        {
            await verifier.ReadAsync(pack, cancellation);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            verifier.Wrong(Container, "de inhoudsopgave is beschadigd of het is geen ZIP");
        }

        return new(verifier.findings, verifier.Summary());
    }

    private async Task ReadAsync(Stream pack, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(pack, ZipArchiveMode.Read, leaveOpen: true, Encoding.ASCII, cancellation);
        keys = published ?? (await KeysAsync(zip, cancellation) is KeySetReading.Read(var own) ? own : null);
        if (keys is null)
            Wrong(PackFiles.Keys, "de publieke sleutels ontbreken of zijn niet te lezen");

        var again = new SameStream(pack);
        var copy = await PackZip.BeginAsync(again, cancellation);
        foreach (var entry in zip.Entries)
            await FileAsync(entry, copy, cancellation);
        await again.FlushAsync(cancellation);
        again.BeginDirectory();
        await copy.DisposeAsync();
        await again.FlushAsync(cancellation);
        CheckList();

        // Where a file is another one, the sums and places around it are others too: that file was named.
        if (findings.Count == 0 && (again.FirstOther ?? (again.Count == pack.Length ? null : again.Count)) is { } at)
            Wrong(Container, $"de ZIP rond de bestanden is niet zoals hij gemaakt werd (byte {at})");
    }

    private async Task FileAsync(ZipArchiveEntry entry, ZipArchive copy, CancellationToken cancellation)
    {
        var name = PackFiles.IsPlain(entry.FullName) ? entry.FullName : "een bestand met een vreemde naam";
        var content = await BytesAsync(entry, cancellation);
        var wrong = content is null ? "het is niet te lezen" : !hashes.TryAdd(name, Sha256Hex.Of(content)) ? "het staat er twee keer in" : name != entry.FullName ? "het hoort niet in dit pakket" : null;
        if (content is null || wrong is not null)
        {
            Wrong(name, wrong!);
            return;
        }

        await PackZip.AddAsync(copy, name, content, cancellation);
        if (name == PackFiles.List)
            list = content;
        else if (name == PackFiles.Manifest)
            manifest = Signed<DocumentVerdict.ValidPack>(name, content);
        else if (name.StartsWith(PackFiles.Receipts, StringComparison.Ordinal) && Signed<DocumentVerdict.ValidReceipt>(name, content) is { } receipt)
            Belongs(name, PackFiles.Receipts, receipt.Receipt.Exchange.Value);
        else if (name.StartsWith(PackFiles.Certificates, StringComparison.Ordinal) && Signed<DocumentVerdict.ValidCertificate>(name, content) is { } certificate)
            Belongs(name, PackFiles.Certificates, certificate.Certificate.Exchange.Value);
    }

    private T? Signed<T>(string name, byte[] content)
        where T : DocumentVerdict
    {
        var verdict = keys is null ? null : DocumentVerifier.Verify(content, keys);
        if (verdict is T valid)
            return valid;
        Wrong(name, verdict is DocumentVerdict.Invalid(var reason) ? reason : "het is een ander soort document");
        return null;
    }

    private void Belongs(string name, string folder, string exchange)
    {
        if (!name.StartsWith($"{folder}{exchange}.", StringComparison.Ordinal))
            Wrong(name, "het gaat over een andere uitwisseling dan zijn naam zegt");
    }

    private void CheckList()
    {
        if (manifest is null && !hashes.ContainsKey(PackFiles.Manifest))
            Wrong(PackFiles.Manifest, "het ontbreekt");
        var lines = Encoding.ASCII.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ", 2)).ToList();
        if (manifest is { Manifest: var signed } && (signed.ListSha256 != Sha256Hex.Of(list) || signed.Files != lines.Count))
            Wrong(PackFiles.List, "het is niet de lijst die ondertekend werd");
        var listed = lines.Where(line => line.Length == 2).GroupBy(line => line[1], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First()[0], StringComparer.Ordinal);
        foreach (var (name, sha256) in listed)
        {
            if (!hashes.TryGetValue(name, out var found))
                Wrong(PackFiles.IsPlain(name) ? name : PackFiles.List, "het ontbreekt");
            else if (found != sha256)
                Wrong(name, "het is gewijzigd: zijn SHA-256 is niet die van de lijst");
        }

        foreach (var extra in hashes.Keys.Where(name => !listed.ContainsKey(name) && name is not (PackFiles.List or PackFiles.Manifest)))
            Wrong(extra, "het hoort niet in dit pakket");
    }

    private static async Task<KeySetReading?> KeysAsync(ZipArchive zip, CancellationToken cancellation) =>
        zip.GetEntry(PackFiles.Keys) is { } entry && await BytesAsync(entry, cancellation) is { } content ? PublicKeySet.Read(content) : null;

    private static async Task<byte[]?> BytesAsync(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        try
        {
            // Stored only: what is declared is what is there, and nothing unpacks to more than the file is long.
            if (entry.Length > MaximumFile || entry.Length != entry.CompressedLength)
                return null;
            var content = new byte[entry.Length];
            await using var source = await entry.OpenAsync(cancellation);
            await source.ReadExactlyAsync(content, cancellation);
            return source.ReadByte() < 0 ? content : null;
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return null;
        }
    }

    private void Wrong(string file, string reason)
    {
        if (findings.All(known => known.File != file))
            findings.Add(new(file, reason));
    }

    private List<string> Summary() =>
    [
        .. manifest?.Summary ?? [],
        .. published is null && keys is not null
            ? ["De sleutels komen uit het pakket zelf. Dat toont dat niets gewijzigd is, niet wie tekende: vergelijk met de sleutels die de partij publiceert (--keys)"] : Array.Empty<string>(),
    ];
}
