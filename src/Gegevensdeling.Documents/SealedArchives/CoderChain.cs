namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>One step of the way from packed to plain.</summary>
internal sealed record Coder(ulong Method, ReadOnlyMemory<byte> Properties);

/// <summary>The coders of a folder as listed, and the order in which they are undone.</summary>
internal sealed record CoderChain(IReadOnlyList<Coder> Coders, IReadOnlyList<int> Order)
{
    /// <param name="sizes">What each coder gives, in the order in which they are listed.</param>
    public Folder ToFolder(PackedStream packed, ReadOnlySpan<long> sizes, uint? crc, ArchiveLimits limits)
    {
        var (size, storedSize) = (packed.Size, packed.Size);
        AesParameters? encryption = null;
        Compression? compression = null;
        foreach (var index in Order)
        {
            var (coder, given) = (Coders[index], sizes[index]);
            switch (coder.Method)
            {
                case Methods.Copy:
                    Agree(given == size);
                    break;
                case Methods.SevenZipAes when encryption is null && compression is null:
                    Agree(given <= size && AesParameters.Padded(given) == size);
                    encryption = AesParameters.Parse(coder.Properties.Span, limits);
                    storedSize = given;
                    break;
                case Methods.Lzma or Methods.Lzma2 or Methods.Ppmd or Methods.BZip2 or Methods.Deflate when compression is null:
                    compression = Compression.Parse(coder, size, given, limits);
                    break;
                default:
                    throw new UnsupportedArchiveException("een ongewone volgorde van methodes");
            }

            size = given;
        }

        return new Folder(packed, encryption, storedSize, compression, size, crc);
    }

    private static void Agree(bool sizesAgree)
    {
        if (!sizesAgree)
            throw new DamagedArchiveException("de lengtes in de kop spreken elkaar tegen");
    }
}
