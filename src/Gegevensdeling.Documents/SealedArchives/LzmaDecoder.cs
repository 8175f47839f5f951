namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// LZMA for headers, which 7-Zip compresses as soon as there are two files, even with <c>-mx=0</c>. Source: LZMA specification of the LZMA
/// SDK (lzma-specification.txt). The result is its own dictionary, so memory follows what is really decoded.
/// </summary>
internal ref struct LzmaDecoder
{
    private const int PropertyBytes = 5;
    private const int States = 12;
    private const int PositionStates = 16;
    private const int FirstLiteralMatchState = 7;
    private const int ShortestMatch = 2;

    // kNumFullDistances - kEndPosModelIndex + 1
    private const int DistanceProbabilities = 115;
    private const int FirstOutput = 64 << 10;

    private readonly int literalContextBits;
    private readonly int literalPositionMask;
    private readonly int positionMask;
    private readonly ushort[] literals;
    private readonly ushort[] isMatch = LzmaRange.Probabilities(States * PositionStates);
    private readonly ushort[] isRepeat = LzmaRange.Probabilities(States);
    private readonly ushort[] isRepeat0 = LzmaRange.Probabilities(States);
    private readonly ushort[] isRepeat1 = LzmaRange.Probabilities(States);
    private readonly ushort[] isRepeat2 = LzmaRange.Probabilities(States);
    private readonly ushort[] isLongRepeat0 = LzmaRange.Probabilities(States * PositionStates);
    private readonly ushort[] slots = LzmaRange.Probabilities(4 * 64);
    private readonly ushort[] distances = LzmaRange.Probabilities(DistanceProbabilities);
    private readonly ushort[] align = LzmaRange.Probabilities(16);
    private readonly LzmaLength matchLength = new();
    private readonly LzmaLength repeatLength = new();
    private readonly int size;
    private LzmaRange range;
    private byte[] output;
    private int written;
    private int state;
    private uint distance0;
    private uint distance1;
    private uint distance2;
    private uint distance3;

    private LzmaDecoder(byte properties, ReadOnlySpan<byte> packed, int size)
    {
        literalContextBits = properties % 9;
        var literalPositionBits = properties / 9 % 5;
        literalPositionMask = (1 << literalPositionBits) - 1;
        positionMask = (1 << (properties / 45)) - 1;
        literals = LzmaRange.Probabilities(0x300 << (literalContextBits + literalPositionBits));
        range = new LzmaRange(packed);
        output = new byte[Math.Min(size, FirstOutput)];
        this.size = size;
    }

    /// <summary>The decoded bytes, or null when the stream makes no sense.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> properties, ReadOnlySpan<byte> packed, int size)
    {
        if (properties.Length != PropertyBytes || properties[0] >= 9 * 5 * 5)
            throw new DamagedArchiveException("de eigenschappen van LZMA kloppen niet");

        // 7-Zip uses lc=3, lp=0; more than four together asks for megabytes of tables, and LZMA2 forbids it
        if ((properties[0] % 9) + (properties[0] / 9 % 5) > 4)
            throw new UnsupportedArchiveException("LZMA met lc + lp > 4");

        var decoder = new LzmaDecoder(properties[0], packed, size);
        if (!decoder.range.IsSound)
            return null;
        while (decoder.written < size)
        {
            if (!decoder.Step() || decoder.range.IsExhausted)
                return null;
        }

        return decoder.output;
    }

    private bool Step()
    {
        var positionState = written & positionMask;
        if (range.Bit(ref isMatch[(state * PositionStates) + positionState]) == 0)
        {
            Put(Literal());
            state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
            return true;
        }

        if (range.Bit(ref isRepeat[state]) == 0)
            return Match(positionState);
        if (written == 0)
            return false;
        if (range.Bit(ref isRepeat0[state]) == 0)
        {
            if (range.Bit(ref isLongRepeat0[(state * PositionStates) + positionState]) == 0)
            {
                state = state < FirstLiteralMatchState ? 9 : 11;
                return Copy(1);
            }
        }
        else
        {
            RotateDistances();
        }

        state = state < FirstLiteralMatchState ? 8 : 11;
        return Copy(repeatLength.Decode(ref range, positionState) + ShortestMatch);
    }

    private bool Match(int positionState)
    {
        (distance3, distance2, distance1) = (distance2, distance1, distance0);
        var length = matchLength.Decode(ref range, positionState);
        state = state < FirstLiteralMatchState ? 7 : 10;
        distance0 = Distance(length);
        return Copy(length + ShortestMatch);
    }

    private void RotateDistances()
    {
        uint distance;
        if (range.Bit(ref isRepeat1[state]) == 0)
        {
            distance = distance1;
        }
        else
        {
            if (range.Bit(ref isRepeat2[state]) == 0)
            {
                distance = distance2;
            }
            else
            {
                distance = distance3;
                distance3 = distance2;
            }

            distance2 = distance1;
        }

        (distance1, distance0) = (distance0, distance);
    }

    private uint Distance(int length)
    {
        var slot = range.Tree(slots.AsSpan(Math.Min(length, 3) * 64, 64), 6);
        if (slot < 4)
            return (uint)slot;
        var directBits = (slot >> 1) - 1;
        var distance = (uint)(2 | (slot & 1)) << directBits;
        return slot < 14
            ? distance + (uint)range.ReverseTree(distances.AsSpan((int)distance - slot), directBits)
            : distance + (range.Direct(directBits - 4) << 4) + (uint)range.ReverseTree(align, 4);
    }

    private byte Literal()
    {
        var previous = written > 0 ? output[written - 1] : 0;
        var context = ((written & literalPositionMask) << literalContextBits) + (previous >> (8 - literalContextBits));
        var probabilities = literals.AsSpan(0x300 * context, 0x300);
        var symbol = 1;
        if (state >= FirstLiteralMatchState)
        {
            for (int matched = output[written - 1 - (int)distance0]; symbol < 0x100;)
            {
                var matchBit = (matched >> 7) & 1;
                matched <<= 1;
                var bit = range.Bit(ref probabilities[((1 + matchBit) << 8) + symbol]);
                symbol = (symbol << 1) | bit;
                if (bit != matchBit)
                    break;
            }
        }

        while (symbol < 0x100)
            symbol = (symbol << 1) | range.Bit(ref probabilities[symbol]);
        return (byte)symbol;
    }

    private bool Copy(int length)
    {
        // a distance past the begin includes the end marker, which a header of known length does not have
        if (distance0 >= (uint)written || length > size - written)
            return false;
        for (var copied = 0; copied < length; copied++)
            Put(output[written - 1 - (int)distance0]);
        return true;
    }

    private void Put(byte value)
    {
        if (written == output.Length)
            Array.Resize(ref output, (int)Math.Min(size, 2L * output.Length));
        output[written++] = value;
    }
}
