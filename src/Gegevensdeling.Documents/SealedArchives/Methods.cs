using System.Globalization;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Method ids and the names that 7-Zip shows for them (7-Zip, DOC/Methods.txt).</summary>
internal static class Methods
{
    public const ulong Copy = 0x00;
    public const ulong Lzma2 = 0x21;
    public const ulong Lzma = 0x030101;
    public const ulong Ppmd = 0x030401;
    public const ulong Deflate = 0x040108;
    public const ulong BZip2 = 0x040202;
    public const ulong SevenZipAes = 0x06F10701;

    /// <summary>What content may be stored, encrypted or compressed with. Filters (Delta, BCJ and its kin) are for programs and sound, and are refused.</summary>
    public static ReadOnlySpan<ulong> OfContent => [Copy, SevenZipAes, Lzma, Lzma2, Ppmd, BZip2, Deflate];

    /// <summary>What a header may be stored, encrypted or compressed with: 7-Zip takes no other.</summary>
    public static ReadOnlySpan<ulong> OfHeader => [Copy, SevenZipAes, Lzma];

    public static string Name(ulong method) => method switch
    {
        Copy => "Copy",
        0x03 => "Delta",
        0x04 or 0x03030103 => "BCJ",
        0x0303011B => "BCJ2",
        0x05 or 0x03030205 => "PPC",
        0x06 or 0x03030401 => "IA64",
        0x07 or 0x03030501 => "ARM",
        0x08 or 0x03030701 => "ARMT",
        0x09 or 0x03030805 => "SPARC",
        0x0A => "ARM64",
        0x0B => "RISCV",
        Lzma2 => "LZMA2",
        0x020302 => "Swap2",
        0x020304 => "Swap4",
        Lzma => "LZMA",
        Ppmd => "PPMD",
        Deflate => "Deflate",
        0x040109 => "Deflate64",
        0x04015D or 0x04F71101 => "ZSTD",
        BZip2 => "BZip2",
        SevenZipAes => "7zAES",
        _ => string.Create(CultureInfo.InvariantCulture, $"methode {method:X}"),
    };
}
