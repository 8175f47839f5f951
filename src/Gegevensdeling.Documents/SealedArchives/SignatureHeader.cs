using System.Buffers.Binary;
using System.IO.Hashing;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>The first 32 bytes of an archive, which tell where its last header is (7zFormat.txt, "SignatureHeader").</summary>
internal readonly record struct SignatureHeader(long NextOffset, long NextSize, uint NextCrc)
{
    public const int Bytes = 32;

    // version 0.4 is what every 7-Zip writes
    private const byte Minor = 4;

    public static ReadOnlySpan<byte> Signature => [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C];

    public void WriteTo(Span<byte> bytes)
    {
        Signature.CopyTo(bytes);
        (bytes[6], bytes[7]) = (0, Minor);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[12..], NextOffset);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[20..], NextSize);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[28..], NextCrc);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], Crc32.HashToUInt32(bytes[12..Bytes]));
    }

    /// <param name="bytes">The first bytes of the archive.</param>
    /// <param name="length">The length of the whole archive.</param>
    public static SignatureHeader Parse(ReadOnlySpan<byte> bytes, long length, ArchiveLimits limits)
    {
        if (bytes.Length < Bytes || !bytes.StartsWith(Signature))
            throw new DamagedArchiveException("het is geen 7z-archief");
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) != Crc32.HashToUInt32(bytes[12..Bytes]))
            throw new DamagedArchiveException("de controlesom van het begin klopt niet");
        if (bytes[6] != 0)
            throw new UnsupportedArchiveException("een nieuwere versie van 7z");

        var header = new SignatureHeader(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..]));
        if (header.NextOffset < 0 || header.NextOffset > length - Bytes || header.NextSize < 0 || header.NextSize > length - Bytes - header.NextOffset)
            throw new DamagedArchiveException("het is afgekapt");
        if (header.NextSize > limits.HeaderBytes)
            throw new HostileArchiveException("de kop is te groot");
        return header;
    }
}
