using System.Buffers.Binary;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// Checks the chunks of LZMA2 (Lzma2Dec.c) before the decoder of SharpCompress sees them: it takes a missing chunk for one of negative
/// length; takes tables of 19 MB for properties that LZMA2 forbids; and makes new tables at each reset, of which a chunk of a dozen bytes may ask one.
/// </summary>
internal sealed class Lzma2Chunks(Stream packed) : ForwardStream
{
    private const int ShortestRange = 5;
    private const int FreeResets = 64;
    private const int BytesEachReset = 512;

    private readonly byte[] head = new byte[6];
    private int headAt;
    private int headBytes;
    private int body;
    private long passed;
    private long resets;
    private bool ended;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        if (headAt == headBytes && body == 0)
            ReadHead();
        int count;
        if (headAt < headBytes)
        {
            count = Math.Min(buffer.Length, headBytes - headAt);
            head.AsSpan(headAt, count).CopyTo(buffer);
            headAt += count;
            return count;
        }

        count = packed.Read(buffer[..Math.Min(buffer.Length, body)]);
        body -= count;
        passed += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            packed.Dispose();
        base.Dispose(disposing);
    }

    private void ReadHead()
    {
        if (ended)
            throw new NonsenseException();
        packed.ReadExactly(head, 0, 1);
        var control = head[0];
        (headAt, headBytes) = (0, control switch
        {
            0 => 1,
            1 or 2 => 3,
            < 0x80 => throw new NonsenseException(),
            < 0xC0 => 5,
            _ => 6,
        });
        packed.ReadExactly(head, 1, headBytes - 1);
        ended = control == 0;
        body = control switch
        {
            0 => 0,
            < 0x80 => BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(1)) + 1,
            _ => BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(3)) + 1,
        };
        if (control >= 0x80 && body < ShortestRange)
            throw new NonsenseException();
        if (control >= 0xC0 && Compression.LiteralBits(head[5]) is not <= 4)
            throw new NonsenseException();
        if (control >= 0xA0 && ++resets > FreeResets + (passed / BytesEachReset))
            throw new HostileArchiveException("het uitpakken vraagt te veel rekenwerk");
    }
}
