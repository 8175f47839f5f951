using System.Buffers.Binary;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>A method of compression whose properties were checked against <see cref="ArchiveLimits"/>, before a decoder exists.</summary>
/// <param name="Properties">As the decoder takes them: a dictionary is made no larger than the content that can use it.</param>
/// <param name="WindowBytes">The dictionary that the decoder takes for LZMA and LZMA2; else zero.</param>
internal sealed record Compression(ulong Method, byte[] Properties, int WindowBytes)
{
    private const int LzmaPropertyBytes = 5;
    private const int SmallestWindow = 1 << 12;
    private const int LargestLzma2 = 40;

    // 7-Zip: PPMD7_MIN_ORDER, PPMD7_MAX_ORDER, PPMD7_MIN_MEM_SIZE
    private const int LeastOrder = 2;
    private const int MostOrder = 64;
    private const uint LeastModel = 1 << 11;

    // 7-Zip fits dictionary and model to the content (16 to 32 times for PPMd), so what a large decoder undoes is large too
    private const long FreeMemory = 32 << 20;
    private const long MemoryEachByte = 1_024;

    /// <summary>Whether every stream of this method begins with a zero byte, as what a range coder writes does.</summary>
    public bool BeginsWithZero => Method is Methods.Lzma or Methods.Ppmd;

    public static Compression Parse(Coder coder, long packed, long size, ArchiveLimits limits)
    {
        if (size > ArchiveLimits.FreeBytes && size / limits.Ratio > packed)
            throw new HostileArchiveException("de inhoud is verdacht veel groter dan ze ingepakt is");
        return coder.Method switch
        {
            Methods.Lzma => Lzma(coder.Properties.Span, packed, size, limits),
            Methods.Lzma2 => Lzma2(coder.Properties.Span, packed, size, limits),
            Methods.Ppmd => Ppmd(coder.Properties.Span, packed, limits),
            _ => coder.Properties.IsEmpty ? new Compression(coder.Method, [], 0) : throw Unsound(coder.Method),
        };
    }

    /// <summary>lc + lp of the byte of properties of LZMA, or null when it is none.</summary>
    public static int? LiteralBits(byte properties) => properties < 9 * 5 * 5 ? (properties % 9) + (properties / 9 % 5) : null;

    private static Compression Lzma(ReadOnlySpan<byte> properties, long packed, long size, ArchiveLimits limits)
    {
        if (properties.Length != LzmaPropertyBytes || LiteralBits(properties[0]) is not { } literalBits)
            throw Unsound(Methods.Lzma);

        // 7-Zip uses lc=3, lp=0 unless told otherwise; more than four together asks for megabytes of tables, and LZMA2 forbids it
        if (literalBits > 4)
            throw new UnsupportedArchiveException("LZMA met lc + lp > 4");
        var window = Window(BinaryPrimitives.ReadUInt32LittleEndian(properties[1..]), size);
        Allow(window, packed, limits);
        var own = properties.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(own.AsSpan(1), (int)window);
        return new Compression(Methods.Lzma, own, (int)window);
    }

    private static Compression Lzma2(ReadOnlySpan<byte> properties, long packed, long size, ArchiveLimits limits)
    {
        if (properties.Length != 1 || properties[0] > LargestLzma2)
            throw Unsound(Methods.Lzma2);
        var needed = Window(Lzma2Window(properties[0]), size);
        byte own = 0;
        while (Lzma2Window(own) < needed)
            own++;
        Allow(Lzma2Window(own), packed, limits);
        return new Compression(Methods.Lzma2, [own], (int)Lzma2Window(own));
    }

    // the bits of a size, as in Lzma2Dec.c, LZMA2_DIC_SIZE_FROM_PROP; 40 stands for 4 GiB - 1
    private static long Lzma2Window(byte bits) => bits == LargestLzma2 ? uint.MaxValue : (2L | (bits & 1)) << ((bits >> 1) + 11);

    private static Compression Ppmd(ReadOnlySpan<byte> properties, long packed, ArchiveLimits limits)
    {
        if (properties.Length != 5 || properties[0] is < LeastOrder or > MostOrder)
            throw Unsound(Methods.Ppmd);
        var memory = BinaryPrimitives.ReadUInt32LittleEndian(properties[1..]);
        if (memory < LeastModel)
            throw Unsound(Methods.Ppmd);
        Allow(memory, packed, limits);
        return new Compression(Methods.Ppmd, properties.ToArray(), 0);
    }

    private static long Window(long declared, long size) => Math.Max(SmallestWindow, Math.Min(declared, size));

    private static void Allow(long memory, long packed, ArchiveLimits limits)
    {
        if (memory > limits.DecoderBytes || (memory > FreeMemory && memory / MemoryEachByte > packed))
            throw new HostileArchiveException("het uitpakken vraagt te veel geheugen");
    }

    private static DamagedArchiveException Unsound(ulong method) => new($"de eigenschappen van {Methods.Name(method)} kloppen niet");
}
