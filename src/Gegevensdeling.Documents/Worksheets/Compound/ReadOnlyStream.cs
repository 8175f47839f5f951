namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>What seekable streams for reading have in common.</summary>
internal abstract class ReadOnlyStream(long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.Length == 0)
            return 0;
        var read = ReadAt(Position, buffer[..(int)Math.Min(buffer.Length, length - Position)]);
        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads at least one byte at that place, which lies before the end.</summary>
    protected abstract int ReadAt(long position, Span<byte> buffer);
}
