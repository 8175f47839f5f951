using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>What a workbook may hold and may ask of the reader. More is refused before memory or time is spent on it.</summary>
public sealed record WorksheetLimits
{
    /// <summary>For a request of one column.</summary>
    public static WorksheetLimits Default { get; } = new();

    /// <summary>Columns that may hold content, counted from A.</summary>
    [Range(1, 16_384)]
    public int Columns { get; init; } = 1;

    /// <summary>Rows that the file holds: those with content, and the empty ones that are stored because somebody formatted them.</summary>
    [Range(1, 1_048_576)]
    public int Rows { get; init; } = 300_000;

    /// <summary>Length of one text, in UTF-16 units; Excel itself holds 32 767.</summary>
    [Range(1, 32_767)]
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Length of the file as it came, in bytes.</summary>
    [Range(512, 1L << 30)]
    public long FileBytes { get; init; } = 100 << 20;

    /// <summary>Parts of the package (entries of the zip), or storages and streams of a compound file.</summary>
    [Range(1, 65_535)]
    public int Parts { get; init; } = 1_000;

    /// <summary>Length of all parts together, unpacked, in bytes.</summary>
    [Range(1 << 10, 1L << 30)]
    public long UnpackedBytes { get; init; } = 128 << 20;

    /// <summary>How many times longer than packed a part may be, from 1 MiB on. Sheets of honest workbooks stay under 50.</summary>
    [Range(1, 1_032)]
    public int Ratio { get; init; } = 100;

    /// <summary>Texts in the shared table.</summary>
    [Range(1, 4_194_304)]
    public int SharedStrings { get; init; } = 1_048_576;

    /// <summary>Length of those texts together, in UTF-16 units.</summary>
    [Range(1, 128 << 20)]
    public int SharedCharacters { get; init; } = 16 << 20;

    /// <summary>Rounds of the key derivation of a protected workbook. Excel and LibreOffice ask 100 000.</summary>
    [Range(1, 10_000_000)]
    public int KeyDerivationRounds { get; init; } = 500_000;
}
