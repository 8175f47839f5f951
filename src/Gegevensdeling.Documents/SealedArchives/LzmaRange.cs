namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>The range decoder of LZMA (lzma-specification.txt). Past the end it reads zeros and remembers that it did.</summary>
internal ref struct LzmaRange
{
    private const int ProbabilityBits = 11;
    private const int Adaptation = 5;
    private const uint Smallest = 1u << 24;

    private readonly ReadOnlySpan<byte> packed;
    private int read;
    private uint range = uint.MaxValue;
    private uint code;

    public LzmaRange(ReadOnlySpan<byte> packed)
    {
        this.packed = packed;
        IsSound = Next() == 0;
        for (var at = 0; at < 4; at++)
            code = (code << 8) | Next();
        IsSound &= code != range && !IsExhausted;
    }

    /// <summary>Whether the stream begins as every LZMA stream does.</summary>
    public bool IsSound { get; }

    /// <summary>Whether more was asked than there is.</summary>
    public readonly bool IsExhausted => read > packed.Length;

    public static ushort[] Probabilities(int count)
    {
        var half = new ushort[count];
        Array.Fill(half, (ushort)(1 << (ProbabilityBits - 1)));
        return half;
    }

    public int Bit(ref ushort probability)
    {
        var bound = (range >> ProbabilityBits) * probability;
        int bit;
        if (code < bound)
        {
            probability += (ushort)(((1 << ProbabilityBits) - probability) >> Adaptation);
            range = bound;
            bit = 0;
        }
        else
        {
            probability -= (ushort)(probability >> Adaptation);
            code -= bound;
            range -= bound;
            bit = 1;
        }

        Normalize();
        return bit;
    }

    /// <summary>Bits of even chance, the highest first.</summary>
    public uint Direct(int count)
    {
        uint result = 0;
        for (; count > 0; count--)
        {
            range >>= 1;
            code -= range;
            var sign = 0 - (code >> 31);
            code += range & sign;
            Normalize();
            result = (result << 1) + sign + 1;
        }

        return result;
    }

    public int Tree(Span<ushort> probabilities, int bits)
    {
        var node = 1;
        for (var bit = 0; bit < bits; bit++)
            node = (node << 1) + Bit(ref probabilities[node]);
        return node - (1 << bits);
    }

    public int ReverseTree(Span<ushort> probabilities, int bits)
    {
        var (node, symbol) = (1, 0);
        for (var place = 0; place < bits; place++)
        {
            var bit = Bit(ref probabilities[node]);
            node = (node << 1) + bit;
            symbol |= bit << place;
        }

        return symbol;
    }

    private void Normalize()
    {
        if (range >= Smallest)
            return;
        range <<= 8;
        code = (code << 8) | Next();
    }

    private byte Next() => read++ < packed.Length ? packed[read - 1] : (byte)0;
}

/// <summary>The length decoder of LZMA.</summary>
internal sealed class LzmaLength
{
    private readonly ushort[] choice = LzmaRange.Probabilities(2);
    private readonly ushort[] low = LzmaRange.Probabilities(16 * 8);
    private readonly ushort[] middle = LzmaRange.Probabilities(16 * 8);
    private readonly ushort[] high = LzmaRange.Probabilities(256);

    public int Decode(ref LzmaRange range, int positionState)
    {
        if (range.Bit(ref choice[0]) == 0)
            return range.Tree(low.AsSpan(positionState * 8, 8), 3);
        return range.Bit(ref choice[1]) == 0
            ? 8 + range.Tree(middle.AsSpan(positionState * 8, 8), 3)
            : 16 + range.Tree(high, 8);
    }
}
