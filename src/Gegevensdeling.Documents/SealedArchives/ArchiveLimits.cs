using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What an archive may ask of the reader. An archive that declares more is hostile, and is refused before anything is allocated for it.</summary>
public sealed record ArchiveLimits
{
    /// <summary>Ample for every exchange of the protocols.</summary>
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Length in bytes up to which a content may be packed to nearly nothing.</summary>
    internal const long FreeBytes = 16 << 20;

    /// <summary>Length of the header in bytes, packed and unpacked.</summary>
    [Range(64, 64 << 20)]
    public int HeaderBytes { get; init; } = 4 << 20;

    /// <summary>Files and folders together.</summary>
    [Range(1, 1_000_000)]
    public int Entries { get; init; } = 1_000;

    /// <summary>Length of one name with its folders, in UTF-16 units.</summary>
    [Range(1, 32_767)]
    public int NameLength { get; init; } = 1_024;

    /// <summary>Length of all names together, in bytes of UTF-16.</summary>
    [Range(2, 64 << 20)]
    public int NameBytes { get; init; } = 1 << 20;

    /// <summary>Length of one file in bytes.</summary>
    [Range(0, long.MaxValue)]
    public long EntryBytes { get; init; } = 1L << 30;

    /// <summary>Length of all files together in bytes.</summary>
    [Range(0, long.MaxValue)]
    public long TotalBytes { get; init; } = 2L << 30;

    /// <summary>
    /// How many times longer than packed a content may be, once it is longer than <see cref="FreeBytes"/>. Texts reach 50; a bomb of zeros 7,000 (LZMA) and more.
    /// </summary>
    [Range(1, 1_000_000)]
    public int Ratio { get; init; } = 200;

    /// <summary>
    /// Memory of one decoder in bytes: the dictionary of LZMA and LZMA2, as far as the content can use it, and the model of PPMd (192 MiB
    /// with <c>-mx=9</c>, the most that 7-Zip takes unasked). More than 32 MiB is given only to an archive of some size: 1,024 bytes for each that is packed.
    /// </summary>
    [Range(1 << 20, 1 << 30)]
    public int DecoderBytes { get; init; } = 256 << 20;

    /// <summary>The binary logarithm of the rounds of one key derivation: 19 in what 7-Zip makes; 24 (about a second) is the most it reads.</summary>
    [Range(0, 24)]
    public int KeyDerivationPower { get; init; } = 24;

    /// <summary>How many different salts one archive may use, each of which costs a key derivation. 7-Zip uses one.</summary>
    [Range(1, 16)]
    public int KeyDerivations { get; init; } = 2;
}
