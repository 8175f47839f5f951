using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Idempotency;

/// <summary>
/// The file in <see cref="IdempotencyRow.Content"/>: its hash stands after the hash of the question, and only once a file was read to its
/// end. From then on the key belongs to that file.
/// </summary>
internal static class FileBond
{
    private const int HexDigits = 64;

    /// <summary>The hash of the file, or null when none was read to its end.</summary>
    public static string? Of(IdempotencyRow row) => row.Content.Length > HexDigits ? row.Content[HexDigits..] : null;

    /// <summary>The hash of the question alone.</summary>
    public static string Without(IdempotencyRow row) => row.Content[..HexDigits];

    /// <param name="file">Null where the file was not read to its end: then the row stays as it was.</param>
    public static IdempotencyRow With(IdempotencyRow row, string? file) => file is null ? row : row with { Content = Without(row) + file };
}
