using System.Buffers.Binary;
using System.Text;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>One file as the header tells it; no content means an empty file.</summary>
internal readonly record struct SealedFile(string Name, DateTimeOffset? Modified, PackedContent? Content);

/// <summary>
/// Writes the two headers of a sealed archive: the real one, which is encrypted, and the 'EncodedHeader' that tells where it is. One
/// folder a file, as 7-Zip makes them for stored files.
/// </summary>
internal static class HeaderComposer
{
    /// <summary>Writes the 'Header' with the names.</summary>
    public static void Compose(HeaderBuilder header, IReadOnlyList<SealedFile> files)
    {
        var contents = files.Where(file => file.Content is not null).Select(file => file.Content!.Value).ToList();
        header.Byte(PropertyId.Header);
        if (contents.Count > 0)
        {
            header.Byte(PropertyId.MainStreamsInfo);
            Streams(header, 0, contents, ContentCoders);
            header.Byte(PropertyId.SubStreamsInfo).Digests(contents.Select(content => content.Crc)).Byte(PropertyId.End).Byte(PropertyId.End);
        }

        header.Byte(PropertyId.FilesInfo).Number(files.Count);
        if (contents.Count < files.Count)
        {
            header.Property(PropertyId.EmptyStream, property => property.Bits([.. files.Select(file => file.Content is null)]));
            header.Property(PropertyId.EmptyFile, property => property.Bits([.. Enumerable.Repeat(true, files.Count - contents.Count)]));
        }

        header.Property(PropertyId.Names, property => Names(property.Byte(0), files));
        if (files.Any(file => file.Modified is not null))
            header.Property(PropertyId.ModifiedTime, property => Times(property, files));
        header.Byte(PropertyId.End).Byte(PropertyId.End);
    }

    /// <summary>Writes the 'EncodedHeader' for a header sealed at <paramref name="position"/> of the packed streams.</summary>
    public static void ComposeEncoded(HeaderBuilder header, long position, PackedContent sealedHeader)
    {
        header.Byte(PropertyId.EncodedHeader);
        Streams(header, position, [sealedHeader], HeaderCoders, folderCrc: true);
        header.Byte(PropertyId.End);
    }

    private static void Streams(
        HeaderBuilder header, long position, List<PackedContent> contents, Func<HeaderBuilder, AesParameters, int> coders, bool folderCrc = false)
    {
        header.Byte(PropertyId.PackInfo).Number(position).Number(contents.Count).Byte(PropertyId.Size);
        foreach (var content in contents)
            header.Number(content.PackedSize);

        // 7-Zip leaves it out and reads over it; for the header, which is opened first, it tells a wrong key from damage
        if (contents is [{ PackedCrc: { } packedCrc }])
            header.Digests([packedCrc]);
        header.Byte(PropertyId.End);

        header.Byte(PropertyId.UnpackInfo).Byte(PropertyId.Folder).Number(contents.Count).Byte(0);
        var outputs = contents.Select(content => coders(header, content.Parameters)).ToList();
        header.Byte(PropertyId.CodersUnpackSize);
        foreach (var (content, count) in contents.Zip(outputs))
        {
            for (var output = 0; output < count; output++)
                header.Number(content.Size);
        }

        if (folderCrc)
            header.Digests(contents.Select(content => content.Crc));
        header.Byte(PropertyId.End);
    }

    // what 7-Zip writes for stored and encrypted: 7zAES, then Copy, which takes what 7zAES gives
    private static int ContentCoders(HeaderBuilder header, AesParameters parameters)
    {
        Aes(header.Number(2), parameters).Byte(1).Byte((byte)Methods.Copy).Number(1).Number(0);
        return 2;
    }

    private static int HeaderCoders(HeaderBuilder header, AesParameters parameters)
    {
        Aes(header.Number(1), parameters);
        return 1;
    }

    private static HeaderBuilder Aes(HeaderBuilder header, AesParameters parameters)
    {
        // 0x24: four bytes of method id, and properties
        Span<byte> coder = stackalloc byte[6 + AesParameters.PropertyBytes];
        coder[0] = 0x24;
        BinaryPrimitives.WriteUInt32BigEndian(coder[1..], (uint)Methods.SevenZipAes);
        coder[5] = AesParameters.PropertyBytes;
        parameters.WriteTo(coder[6..]);
        return header.Bytes(coder);
    }

    private static void Names(HeaderBuilder property, IReadOnlyList<SealedFile> files)
    {
        foreach (var file in files)
            property.Bytes(Encoding.Unicode.GetBytes(file.Name)).Byte(0).Byte(0);
    }

    private static void Times(HeaderBuilder property, IReadOnlyList<SealedFile> files)
    {
        if (files.All(file => file.Modified is not null))
            property.Byte(1);
        else
            property.Byte(0).Bits([.. files.Select(file => file.Modified is not null)]);
        property.Byte(0);
        foreach (var file in files)
        {
            if (file.Modified is { } modified)
                property.Int64(modified.ToFileTime());
        }
    }
}
