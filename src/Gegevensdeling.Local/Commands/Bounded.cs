namespace Gegevensdeling.Local.Commands;

/// <summary>Reads files of which the size is anybody's.</summary>
internal static class Bounded
{
    /// <summary>The whole file, or one byte more than allowed: enough for its reader to refuse it as too large.</summary>
    public static async Task<byte[]> ReadAsync(string path, int most, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var bytes = new byte[(int)Math.Min(file.Length, most + 1L)];
        await file.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
