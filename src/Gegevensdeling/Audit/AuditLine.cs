using System.Text;

namespace Gegevensdeling.Audit;

/// <summary>
/// One entry as a line of a file: <c>{"gebeurtenis":…,"hash":"…"}</c>, the event in its canonical form, so that the hash can be checked with nothing but <c>sha256sum</c>.
/// A line as the append blobs keep it (<c>hash</c>, a space, the event) is read too.
/// </summary>
public static class AuditLine
{
    private const int HashLength = 64;

    private static ReadOnlySpan<byte> Begin => "{\"gebeurtenis\":"u8;

    private static ReadOnlySpan<byte> Between => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> End => "\"}"u8;

    public static string Write(ChainedAuditEvent entry) => $$"""{"gebeurtenis":{{AuditJson.Write(entry)}},"hash":"{{entry.Hash}}"}""";

    /// <returns>False where the line has neither form; what stands in it is for the verifier to judge.</returns>
    public static bool TrySplit(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> kept, out string hash)
    {
        var tail = Between.Length + HashLength + End.Length;
        if (line.StartsWith(Begin) && line.EndsWith(End) && line.Length > Begin.Length + tail && line[^tail..].StartsWith(Between))
        {
            kept = line[Begin.Length..^tail];
            hash = Encoding.UTF8.GetString(line[^(HashLength + End.Length)..^End.Length]);
            return true;
        }

        if (line.Length > HashLength && line[HashLength] == ' ')
        {
            kept = line[(HashLength + 1)..];
            hash = Encoding.UTF8.GetString(line[..HashLength]);
            return true;
        }

        kept = default;
        hash = string.Empty;
        return false;
    }
}
