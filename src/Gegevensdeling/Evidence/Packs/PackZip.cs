using System.IO.Compression;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>
/// The one form of a pack's ZIP: stored (not compressed, so that no version of a compressor changes a byte), one fixed date, the same attributes everywhere,
/// written forwards. The same files therefore give the same bytes, and whoever verifies can write them again and compare.
/// </summary>
internal static class PackZip
{
    /// <summary>A regular file that everybody may read (Unix mode 0644).</summary>
    private const int Attributes = unchecked((int)0x81A4_0000);

    /// <summary>The first date that a ZIP can hold.</summary>
    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="forwards">Must not be seekable: the form of what is written depends on it.</param>
    public static Task<ZipArchive> BeginAsync(Stream forwards, CancellationToken cancellation) =>
        ZipArchive.CreateAsync(forwards, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);

    public static async Task AddAsync(ZipArchive zip, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        (entry.LastWriteTime, entry.ExternalAttributes) = (Date, Attributes);
        await using var target = await entry.OpenAsync(cancellation);
        await target.WriteAsync(content, cancellation);
    }
}
