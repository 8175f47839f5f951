using System.Buffers.Binary;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Reads a header from the front; what is not there is damage, never an exception of the runtime.</summary>
internal ref struct HeaderReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly int Remaining => rest.Length;

    public byte Byte() => Bytes(1)[0];

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > rest.Length)
            throw new DamagedArchiveException("de kop is korter dan ze aangeeft");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    public HeaderReader Slice(int count) => new(Bytes(count));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    /// <summary>UINT64 of 7zFormat.txt, at most <see cref="long.MaxValue"/>: nothing that is real is larger.</summary>
    public long Number()
    {
        var first = Byte();
        long value = 0;
        var mask = 0x80;
        for (var extra = 0; extra < 8; extra++, mask >>= 1)
        {
            if ((first & mask) == 0)
                return value | ((long)(first & (mask - 1)) << (8 * extra));
            value |= (long)Byte() << (8 * extra);
        }

        return value >= 0 ? value : throw new HostileArchiveException("het noemt een onmogelijk groot getal");
    }

    /// <summary>A count of things of which each takes at least <paramref name="bytesEach"/> bytes of what is left.</summary>
    public int Count(int most, int bytesEach, string what)
    {
        var count = Number();
        if (count > most)
            throw new HostileArchiveException($"het noemt te veel {what}");
        if (count * bytesEach > rest.Length)
            throw new DamagedArchiveException("de kop is korter dan ze aangeeft");
        return (int)count;
    }

    /// <summary>The length of what follows, all of which must be there.</summary>
    public int Length()
    {
        var length = Number();
        return length <= rest.Length ? (int)length : throw new DamagedArchiveException("de kop is korter dan ze aangeeft");
    }

    public void Expect(byte id)
    {
        if (Byte() != id)
            throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
    }

    public bool[] Bits(int count)
    {
        var octets = Bytes((count + 7) / 8);
        var bits = new bool[count];
        for (var at = 0; at < count; at++)
            bits[at] = (octets[at / 8] & (0x80 >> (at % 8))) != 0;
        return bits;
    }

    /// <summary>Bits after the byte 'all are defined'.</summary>
    public bool[] DefinedBits(int count)
    {
        if (Byte() == 0)
            return Bits(count);
        var bits = new bool[count];
        Array.Fill(bits, true);
        return bits;
    }

    public uint?[] Digests(int count)
    {
        var defined = DefinedBits(count);
        var digests = new uint?[count];
        for (var at = 0; at < count; at++)
            digests[at] = defined[at] ? UInt32() : null;
        return digests;
    }
}
