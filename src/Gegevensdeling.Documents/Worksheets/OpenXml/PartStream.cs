using System.IO.Compression;
using System.IO.Hashing;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>A part, unpacked while it is read: exactly as many bytes as declared, with the checksum declared; anything else is damage.</summary>
internal sealed class PartStream(Stream packed, ZipPart part) : Stream
{
    private readonly Stream content = part.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    private readonly Crc32 crc = new();
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        var count = content.Read(buffer);
        read += count;
        crc.Append(buffer[..count]);
        if (read > part.Unpacked || (count == 0 && (read != part.Unpacked || crc.GetCurrentHashAsUInt32() != part.Crc)))
            throw new WorksheetException(WorksheetFault.Damaged);
        return count;
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
            content.Dispose();
        base.Dispose(disposing);
    }
}
