using System.Text;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// Archives that the real 7-Zip 26.02 made (<c>7zz a -mtm=off -mtr=off -m0=METHOD</c>) of the files below, in <c>partner-archives.txt</c>. Each method three times: without a key and
/// solid; <c>-names</c>: <c>-mhe=on -p</c>, solid; <c>-content</c>: <c>-mhe=off -ms=off -p</c>. So a machine without 7-Zip tests the decoders too.
/// </summary>
internal static class PartnerArchives
{
    private static readonly Dictionary<string, byte[]> Made = Read();

    public static readonly (string Name, byte[] Content)[] Files =
    [
        ("leeg.txt", []), ("debiteuren.csv", Rows(0, 40)), ("map/één.csv", Rows(40, 55)), ("z.csv", Rows(55, 57)),
    ];

    public static readonly string[] Methods = ["lzma2", "lzma", "ppmd", "bzip2", "deflate", "copy"];

    public static IEnumerable<string> Names => Made.Keys;

    public static byte[] Get(string name) => [.. Made[name]];

    public static void AssertFiles(IEnumerable<(string Name, byte[] Content)> actual) =>
        Archives.AssertSame(Sorted(Files), Sorted(actual));

    /// <summary>
    /// The same packed stream under a header of our own, for tests that change what 7-Zip would not write; encrypted under a key of few rounds where asked.
    /// </summary>
    public static async Task<byte[]> RewrapAsync(string method, bool encrypted, byte[]? properties = null, byte[]? packed = null, long? size = null)
    {
        var made = Get(method);
        using var opened = await SealedArchive.OpenAsync(new MemoryStream(made), Archives.Key, ArchiveLimits.Default, CancellationToken.None);
        var entries = opened.Entries.Where(entry => entry.Content is not null).ToList();
        var folder = entries[0].Content!.Value.Folder;

        // 7-Zip does not join stored files; here they are joined, as other programs may
        packed ??= method == "copy" ? [.. Files.SelectMany(file => file.Content)] : made.AsSpan(SignatureHeader.Bytes + (int)folder.Packed.Offset, (int)folder.Packed.Size).ToArray();
        properties ??= folder.Compression?.Properties ?? [];
        var (stored, unpacked) = (packed.Length, size ?? (method == "copy" ? packed.Length : folder.Size));
        if (encrypted)
            packed = await EncryptAsync(packed);
        return Crafted.Archive(packed, header =>
        {
            header.Byte(PropertyId.Header).Byte(PropertyId.MainStreamsInfo).Byte(PropertyId.PackInfo).Number(0).Number(1).Byte(PropertyId.Size).Number(packed.Length).Byte(PropertyId.End);
            header.Byte(PropertyId.UnpackInfo).Byte(PropertyId.Folder).Number(1).Byte(0).Byte((byte)(encrypted ? 2 : 1));
            var id = Id(method);
            header.Byte((byte)(id.Length | (properties.Length > 0 ? 0x20 : 0))).Bytes(id);
            if (properties.Length > 0)
                header.Number(properties.Length).Bytes(properties);
            if (encrypted)
                header.Byte(0x24).Bytes([0x06, 0xF1, 0x07, 0x01]).Number(1).Bytes([Archives.QuickPower]).Number(0).Number(1);
            header.Byte(PropertyId.CodersUnpackSize).Number(unpacked);
            if (encrypted)
                header.Number(stored);
            header.Byte(PropertyId.End).Byte(PropertyId.SubStreamsInfo).Byte(PropertyId.NumUnpackStream).Number(entries.Count).Byte(PropertyId.Size);
            foreach (var entry in entries.SkipLast(1))
                header.Number(entry.Size);
            header.Digests(entries.Select(entry => entry.Content!.Value.Crc!.Value)).Byte(PropertyId.End).Byte(PropertyId.End);
            header.Byte(PropertyId.FilesInfo).Number(entries.Count);
            Crafted.Names(header, [.. entries.Select(entry => entry.Name)]);
            header.Byte(PropertyId.End).Byte(PropertyId.End);
        });
    }

    private static async Task<byte[]> EncryptAsync(byte[] plain)
    {
        using var keys = new KeyRing(Archives.Key, most: 1);
        var parameters = new AesParameters(Archives.QuickPower, default, new byte[AesParameters.BlockBytes]);
        await keys.DeriveAsync(parameters, CancellationToken.None);
        using var cipher = keys.Encryptor(parameters);
        var padded = new byte[AesParameters.Padded(plain.Length)];
        plain.CopyTo(padded, 0);
        cipher.TransformBlock(padded, 0, padded.Length, padded, 0);
        return padded;
    }

    private static byte[] Id(string method) => method switch
    {
        "lzma2" => [0x21],
        "lzma" => [3, 1, 1],
        "ppmd" => [3, 4, 1],
        "bzip2" => [4, 2, 2],
        "deflate" => [4, 1, 8],
        _ => [0],
    };

    private static byte[] Rows(int from, int below) => Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(from, below - from).Select(at => $"{at:D7};{at * 7919 % 10007};gemeente {at % 17}\r\n")));

    private static IEnumerable<(string Name, byte[] Content)> Sorted(IEnumerable<(string Name, byte[] Content)> files) =>
        files.OrderBy(file => file.Name, StringComparer.Ordinal);

    private static Dictionary<string, byte[]> Read()
    {
        using var lines = new StreamReader(typeof(PartnerArchives).Assembly.GetManifestResourceStream("partner-archives.txt")!);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0], parts => Convert.FromBase64String(parts[1]));
    }
}
