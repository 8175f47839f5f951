namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>
/// The extract of the Vlaams Kadaster Groeipakket as a stream of bytes: UTF-8, <c>;</c> between the columns, dates as yyyy-MM-dd, an empty
/// <c>recht_tot</c> while the right runs, one row a child and period. All of it is right or none of it is used. Memory: one buffer.
/// </summary>
internal static class ExtractReader
{
    private const int Buffer = 256 << 10;

    /// <summary>Hands every row to <paramref name="take"/>. What was handed over may be used only where the answer is null.</summary>
    /// <param name="extract">Read once, to its end; stays open. <see cref="IOException"/> passes.</param>
    /// <param name="take">Called for each row with its line number, in order; the row is gone after the call.</param>
    /// <param name="cancellation">Ends the reading between two buffers.</param>
    public static async Task<ExtractProblem?> ReadAsync(Stream extract, ExtractRowHandler take, CancellationToken cancellation)
    {
        var buffer = new byte[Buffer];
        try
        {
            var lines = new ExtractLines(take);
            var kept = 0;
            for (int count; (count = await extract.ReadAsync(buffer.AsMemory(kept), cancellation)) > 0;)
            {
                var used = lines.Read(buffer.AsSpan(0, kept + count));
                if (lines.Problem is { } problem)
                    return problem;
                kept += count - used;
                buffer.AsSpan(used, kept).CopyTo(buffer);
            }

            return lines.End(kept);
        }
        finally
        {
            Array.Clear(buffer);
        }
    }
}

/// <summary>Takes one row.</summary>
internal delegate void ExtractRowHandler(in ExtractRow row, long line);

/// <summary>Cuts bytes into lines, of which the first is the header.</summary>
internal sealed class ExtractLines(ExtractRowHandler take)
{
    private long _line;

    public ExtractProblem? Problem { get; private set; }

    /// <summary>Reads the whole lines; answers how many bytes they took. The rest belongs before the next bytes.</summary>
    public int Read(ReadOnlySpan<byte> bytes)
    {
        var used = 0;
        if (_line == 0 && bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            used = 3;
        while (Problem is null)
        {
            var rest = bytes[used..];
            var length = rest.IndexOf((byte)'\n');
            if (length < 0)
            {
                if (rest.Length > ExtractLine.Longest)
                    Problem = Overlong(rest, _line + 1);
                break;
            }

            _line++;
            used += length + 1;
            Take(rest[..length]);
        }

        return used;
    }

    /// <summary>What is wrong once there is no more, or null.</summary>
    /// <param name="kept">Bytes of a last line without its end: whoever wrote the file did not finish it.</param>
    public ExtractProblem? End(int kept) => (_line, kept) switch
    {
        (0, 0) => new(ExtractFault.Empty, 0),
        (_, > 0) => new(ExtractFault.CutOff, _line + 1),
        (1, 0) => new(ExtractFault.NoRows, 0),
        _ => null,
    };

    private void Take(ReadOnlySpan<byte> line)
    {
        if (line is [.., (byte)'\r'])
            line = line[..^1];
        if (line.Length > ExtractLine.Longest)
            Problem = Overlong(line, _line);
        else if (_line == 1)
            Problem = ExtractHeader.Check(line);
        else if (ExtractLine.Read(line, out var row) is { } problem)
            Problem = problem with { Line = _line };
        else
            take(in row, _line);
    }

    private static ExtractProblem Overlong(ReadOnlySpan<byte> bytes, long line) =>
        new(bytes.ContainsAnyInRange((byte)0, (byte)8) ? ExtractFault.NotText : ExtractFault.LineTooLong, line);
}
