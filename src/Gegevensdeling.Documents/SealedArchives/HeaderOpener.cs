using System.Buffers;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What an archive holds, and how its header was encrypted, if it was.</summary>
internal sealed record OpenedHeader(IReadOnlyList<SealedEntry> Entries, AesParameters? Encryption);

/// <summary>Finds, decrypts, checks and parses the header of an archive.</summary>
internal sealed class HeaderOpener(Stream input, long begin, KeyRing keys, ArchiveLimits limits)
{
    private const int HeaderPiece = 16 << 10;

    public async Task<OpenedHeader> OpenAsync(CancellationToken cancellation)
    {
        var length = input.Length - begin;
        var first = await ReadAsync(0, (int)Math.Min(SignatureHeader.Bytes, length), cancellation);
        var signature = SignatureHeader.Parse(first, length, limits);
        var header = await ReadAsync(SignatureHeader.Bytes + signature.NextOffset, (int)signature.NextSize, cancellation);
        if (Crc32.HashToUInt32(header) != signature.NextCrc)
            throw new DamagedArchiveException("de controlesom van de kop klopt niet");
        if (header.Length == 0)
            return new OpenedHeader([], null);
        if (header[0] != PropertyId.EncodedHeader)
            return new OpenedHeader(Parse(header, signature.NextOffset), null);

        var folder = Encoded(header, signature.NextOffset);
        var decoded = await DecodeAsync(folder, cancellation);
        try
        {
            return new OpenedHeader(Parse(decoded, signature.NextOffset), folder.Encryption);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(decoded);
        }
    }

    private async Task<byte[]> ReadAsync(long offset, int count, CancellationToken cancellation)
    {
        // the caller has compared the count with the length of the input
        var bytes = new byte[count];
        input.Position = begin + offset;
        return await input.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, cancellation) == count
            ? bytes
            : throw new DamagedArchiveException("het is afgekapt");
    }

    private List<SealedEntry> Parse(ReadOnlySpan<byte> bytes, long packedBytes)
    {
        var header = new HeaderReader(bytes);
        header.Expect(PropertyId.Header);
        var contents = new List<EntryContent>();
        var entries = new List<SealedEntry>();
        var id = header.Byte();
        if (id == PropertyId.ArchiveProperties)
        {
            while (header.Byte() != PropertyId.End)
                header.Bytes(header.Length());
            id = header.Byte();
        }

        if (id == PropertyId.AdditionalStreamsInfo)
            throw new UnsupportedArchiveException("een kop op een andere plaats");
        if (id == PropertyId.MainStreamsInfo)
        {
            contents = new StreamsReader(packedBytes, limits, Methods.OfContent).Read(ref header);
            id = header.Byte();
        }

        if (id == PropertyId.FilesInfo)
        {
            entries = new FilesReader(limits).Read(ref header, contents);
            id = header.Byte();
        }

        return id == PropertyId.End && header.Remaining == 0
            ? entries
            : throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
    }

    private Folder Encoded(ReadOnlySpan<byte> bytes, long packedBytes)
    {
        var header = new HeaderReader(bytes[1..]);
        var contents = new StreamsReader(packedBytes, limits, Methods.OfHeader).Read(ref header);
        if (contents.Count != 1 || contents[0].Offset != 0 || contents[0].Folder.Crc is null)
            throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
        var folder = contents[0].Folder;
        return folder.Size <= limits.HeaderBytes && folder.Packed.Size <= limits.HeaderBytes
            ? folder
            : throw new HostileArchiveException("de kop is te groot");
    }

    private async Task<byte[]> DecodeAsync(Folder folder, CancellationToken cancellation)
    {
        var packed = await ReadAsync(SignatureHeader.Bytes + folder.Packed.Offset, (int)folder.Packed.Size, cancellation);
        uint packedCrc = Crc32.HashToUInt32(packed);
        if (folder.Packed.Crc is { } expected && expected != packedCrc)
            throw new DamagedArchiveException("de controlesom van de kop klopt niet");
        if (folder.Encryption is { } encryption)
        {
            using var cipher = await keys.DecryptorAsync(encryption, cancellation);
            cipher.TransformBlock(packed, 0, packed.Length, packed, 0);
        }

        var stored = packed.AsMemory(0, (int)folder.StoredSize);
        var padding = packed[stored.Length..];
        var decoded = folder.Compression is null ? stored.ToArray() : Decompress(folder, packed);
        CryptographicOperations.ZeroMemory(packed);
        if (decoded is null)
            throw folder.Encryption is null ? new DamagedArchiveException("de kop is niet uit te pakken") : KeyVerdict.Refusal(folder, padding);
        KeyVerdict.Check(folder, new Opened(Crc32.HashToUInt32(decoded), packedCrc, padding), folder.Crc!.Value, keyIsProven: false);
        return decoded;
    }

    // grows with what really comes out; null when it makes no sense
    private static byte[]? Decompress(Folder folder, byte[] decrypted)
    {
        using var content = new FolderContent(folder, new MemoryStream(decrypted), 0, cipher: null);
        var header = new ArrayBufferWriter<byte>();
        var piece = new byte[HeaderPiece];
        try
        {
            while (content.Position < folder.Size)
            {
                var count = (int)Math.Min(HeaderPiece, folder.Size - content.Position);
                content.Fill(piece, count);
                header.Write(piece.AsSpan(0, count));
            }

            return header.WrittenSpan.ToArray();
        }
        catch (NonsenseException)
        {
            return null;
        }
        finally
        {
            header.Clear();
            CryptographicOperations.ZeroMemory(piece);
        }
    }
}
