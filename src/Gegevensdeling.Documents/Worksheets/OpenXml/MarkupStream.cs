namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>
/// Looks at XML on its way to the parser. Neither text nor a tag may hold a <c>&lt;</c>, so the distance between two of them bounds both; that is all a parser ever
/// keeps at once, provided there is no CDATA (in which <c>&lt;</c> may stand) and no DTD. Comments are passed over by the parser without being kept.
/// </summary>
internal sealed class MarkupStream(Stream part) : Stream
{
    // the longest text of a cell, every character as _x0000_, and its tags
    private const int Longest = 256 << 10;

    private int sinceOpening;
    private int matched;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        Look(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            part.Dispose();
        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            if (matched > 0)
            {
                Follow(rest[0]);
                rest = rest[1..];
                sinceOpening++;
                continue;
            }

            var opening = rest.IndexOf((byte)'<');
            sinceOpening += opening < 0 ? rest.Length : opening;
            if (sinceOpening > Longest)
                throw new WorksheetException(WorksheetFault.Hostile);
            if (opening < 0)
                return;
            rest = rest[(opening + 1)..];

            // nearly every tag: only '<!' needs a closer look
            (sinceOpening, matched) = (0, rest.IsEmpty || rest[0] is (byte)'!' or (byte)'<' ? 1 : 0);
        }
    }

    // after '<' and after '<!'
    private void Follow(byte next)
    {
        if (matched == 1)
        {
            matched = next switch
            {
                (byte)'!' => 2,
                (byte)'<' => 1,
                _ => 0,
            };
            return;
        }

        // a comment goes on with '-'; a DTD with 'D', CDATA with '['
        if (next != '-')
            throw new WorksheetException(next == '[' ? WorksheetFault.Unsupported : WorksheetFault.Hostile);
        matched = 0;
    }
}
