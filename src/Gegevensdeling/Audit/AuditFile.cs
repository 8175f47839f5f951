using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Gegevensdeling.Audit;

/// <summary>A chain in a file of lines (<see cref="AuditLine"/>), as it is exported or as the append blobs keep it.</summary>
public static class AuditFile
{
    /// <summary>An entry has at most some 2 KiB; a longer line is none.</summary>
    private const int LongestLine = 64 * 1024;

    /// <summary>Which chain the file says it holds; null where its first line is no entry.</summary>
    /// <param name="start">The beginning of the file, at least its first line or 64 KiB.</param>
    public static string? ChainOf(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOf((byte)'\n');
        try
        {
            return AuditLine.TrySplit(end < 0 ? start : start[..end], out var kept, out var hash) ? AuditEntryReader.Read(kept, hash).Chain : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Verifies the file to its first bad entry, in constant memory.</summary>
    /// <param name="lines">From its beginning.</param>
    /// <param name="heads">Signed heads of that chain, each verified before.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<AuditVerdict> VerifyAsync(Stream lines, IReadOnlyCollection<AuditHead> heads, CancellationToken cancellation)
    {
        var verifier = new AuditVerifier(heads);
        var reader = PipeReader.Create(lines, new(bufferSize: 4 * LongestLine, leaveOpen: true));
        try
        {
            await ReadAsync(reader, verifier, cancellation);
        }
        finally
        {
            await reader.CompleteAsync();
        }

        return verifier.Finish();
    }

    private static async Task ReadAsync(PipeReader reader, AuditVerifier verifier, CancellationToken cancellation)
    {
        var going = true;
        while (going)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            var lines = new List<byte[]>();
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                lines.Add(rest.Slice(0, end) is { Length: <= LongestLine } line ? line.ToArray() : []);
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            going = verifier.AddAll(lines, Examine);

            // Every line of ours has its end; what has none was cut off.
            if (going && (rest.Length > LongestLine || (read.IsCompleted && !rest.IsEmpty)))
                going = verifier.AddUnreadable();
            reader.AdvanceTo(read.IsCompleted ? rest.End : rest.Start, rest.End);
            going &= !read.IsCompleted;
        }
    }

    /// <summary>A line that is too long came as an empty one: neither is an entry.</summary>
    private static ExaminedEntry Examine(byte[] line) =>
        AuditLine.TrySplit(line, out var kept, out var hash) ? AuditVerifier.Examine(kept, hash) : ExaminedEntry.Unreadable;
}
