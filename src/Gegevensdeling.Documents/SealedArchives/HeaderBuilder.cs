using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Bytes of a header under construction, in the notation of 7zFormat.txt.</summary>
internal sealed class HeaderBuilder
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public ReadOnlyMemory<byte> Written => bytes.WrittenMemory;

    public HeaderBuilder Byte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
        return this;
    }

    public HeaderBuilder Bytes(ReadOnlySpan<byte> value)
    {
        bytes.Write(value);
        return this;
    }

    /// <summary>UINT64 of 7zFormat.txt: the leading ones of the first byte count the bytes that follow.</summary>
    public HeaderBuilder Number(long value)
    {
        var bits = 64 - BitOperations.LeadingZeroCount((ulong)value);
        var extra = Math.Min(8, Math.Max(0, (bits - 1) / 7));
        var ones = (byte)(0xFF00 >> extra);
        Byte(extra == 8 ? ones : (byte)(ones | (byte)(value >> (8 * extra))));
        Span<byte> little = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(little, value);
        return Bytes(little[..extra]);
    }

    public HeaderBuilder UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.GetSpan(4), value);
        bytes.Advance(4);
        return this;
    }

    public HeaderBuilder Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(8), value);
        bytes.Advance(8);
        return this;
    }

    /// <summary>A vector of bits, the first in the highest place.</summary>
    public HeaderBuilder Bits(IReadOnlyList<bool> values)
    {
        for (var at = 0; at < values.Count; at += 8)
        {
            var octet = 0;
            for (var bit = 0; bit < 8 && at + bit < values.Count; bit++)
                octet |= values[at + bit] ? 0x80 >> bit : 0;
            Byte((byte)octet);
        }

        return this;
    }

    /// <summary>'Digests' with every one defined.</summary>
    public HeaderBuilder Digests(IEnumerable<uint> values)
    {
        Byte(PropertyId.Crc).Byte(1);
        foreach (var value in values)
            UInt32(value);
        return this;
    }

    /// <summary>A property with its length before it.</summary>
    public HeaderBuilder Property(byte id, Action<HeaderBuilder> content)
    {
        var inner = new HeaderBuilder();
        content(inner);
        Byte(id).Number(inner.Written.Length).Bytes(inner.Written.Span);
        inner.Wipe();
        return this;
    }

    /// <summary>Names are as secret as content.</summary>
    public void Wipe() => bytes.Clear();
}
