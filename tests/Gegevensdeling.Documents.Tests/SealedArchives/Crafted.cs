using System.IO.Hashing;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Archives made by hand, every checksum right, so that only what is wrong on purpose is wrong.</summary>
internal static class Crafted
{
    /// <summary>Signature, packed streams and a header as given.</summary>
    public static byte[] Archive(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> header)
    {
        var archive = new byte[SignatureHeader.Bytes + packed.Length + header.Length];
        packed.CopyTo(archive.AsSpan(SignatureHeader.Bytes));
        header.CopyTo(archive.AsSpan(SignatureHeader.Bytes + packed.Length));
        new SignatureHeader(packed.Length, header.Length, Crc32.HashToUInt32(header)).WriteTo(archive);
        return archive;
    }

    public static byte[] Archive(ReadOnlySpan<byte> packed, Action<HeaderBuilder> build)
    {
        var header = new HeaderBuilder();
        build(header);
        return Archive(packed, header.Written.Span);
    }

    /// <summary>Stored files, neither names nor content encrypted.</summary>
    public static byte[] Stored(params (string Name, byte[] Content)[] files)
    {
        byte[] packed = [.. files.SelectMany(file => file.Content)];
        return Archive(packed, header =>
        {
            header.Byte(PropertyId.Header).Byte(PropertyId.MainStreamsInfo);
            StoredStreams(header, [.. files.Select(file => (long)file.Content.Length)]);
            header.Byte(PropertyId.SubStreamsInfo).Digests(files.Select(file => Crc32.HashToUInt32(file.Content))).Byte(PropertyId.End).Byte(PropertyId.End);
            header.Byte(PropertyId.FilesInfo).Number(files.Length);
            Names(header, [.. files.Select(file => file.Name)]);
            header.Byte(PropertyId.End).Byte(PropertyId.End);
        });
    }

    /// <summary>Nothing but empty files of these names.</summary>
    public static byte[] Named(params string[] names) => Archive([], header =>
    {
        header.Byte(PropertyId.Header).Byte(PropertyId.FilesInfo).Number(names.Length);
        header.Property(PropertyId.EmptyStream, property => property.Bits([.. names.Select(_ => true)]));
        header.Property(PropertyId.EmptyFile, property => property.Bits([.. names.Select(_ => true)]));
        Names(header, names);
        header.Byte(PropertyId.End).Byte(PropertyId.End);
    });

    public static void Names(HeaderBuilder header, string[] names) => header.Property(PropertyId.Names, property =>
    {
        property.Byte(0);
        foreach (var name in names)
        {
            foreach (var unit in name)
                property.Byte((byte)unit).Byte((byte)(unit >> 8));
            property.Byte(0).Byte(0);
        }
    });

    /// <summary>Pack and unpack info of stored streams, without the 'SubStreams Info' and the end.</summary>
    public static void StoredStreams(HeaderBuilder header, params long[] sizes)
    {
        header.Byte(PropertyId.PackInfo).Number(0).Number(sizes.Length).Byte(PropertyId.Size);
        foreach (var size in sizes)
            header.Number(size);
        header.Byte(PropertyId.End).Byte(PropertyId.UnpackInfo).Byte(PropertyId.Folder).Number(sizes.Length).Byte(0);
        foreach (var _ in sizes)
            header.Byte(1).Byte(1).Byte(0);
        header.Byte(PropertyId.CodersUnpackSize);
        foreach (var size in sizes)
            header.Number(size);
        header.Byte(PropertyId.End);
    }

    /// <summary>One stored stream behind 7zAES with these properties.</summary>
    public static byte[] Encrypted(params byte[][] properties) => Archive(new byte[16 * properties.Length], header =>
    {
        header.Byte(PropertyId.Header).Byte(PropertyId.MainStreamsInfo);
        header.Byte(PropertyId.PackInfo).Number(0).Number(properties.Length).Byte(PropertyId.Size);
        foreach (var _ in properties)
            header.Number(16);
        header.Byte(PropertyId.End).Byte(PropertyId.UnpackInfo).Byte(PropertyId.Folder).Number(properties.Length).Byte(0);
        foreach (var property in properties)
            header.Byte(1).Byte(0x24).Bytes([0x06, 0xF1, 0x07, 0x01]).Number(property.Length).Bytes(property);
        header.Byte(PropertyId.CodersUnpackSize);
        foreach (var _ in properties)
            header.Number(10);
        header.Digests(properties.Select(_ => 1u)).Byte(PropertyId.End).Byte(PropertyId.End);
        header.Byte(PropertyId.FilesInfo).Number(properties.Length);
        Names(header, [.. properties.Select((_, at) => $"{at}")]);
        header.Byte(PropertyId.End).Byte(PropertyId.End);
    });

    /// <summary>Content encrypted, names not (<c>-mhe=off</c>).</summary>
    public static async Task<byte[]> ClearNamesAsync(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using var keys = new KeyRing(Archives.Key, most: 1);
        await keys.DeriveAsync(new AesParameters(Archives.QuickPower, default, default), CancellationToken.None);
        await using var pipe = new SealingPipe(packed, keys, Archives.QuickPower, CancellationToken.None);
        var contents = new List<SealedFile>();
        foreach (var (name, content) in files)
        {
            pipe.Begin();
            await using (var sealing = new SealingStream(pipe))
                await sealing.WriteAsync(content);
            contents.Add(new SealedFile(name, null, await pipe.EndAsync()));
        }

        return Archive(packed.ToArray(), header => HeaderComposer.Compose(header, contents));
    }

    /// <summary>A header of twenty zero bytes that says it is this long once decompressed.</summary>
    public static byte[] CompressedHeader(int declared) => Archive(new byte[20], header =>
    {
        header.Byte(PropertyId.EncodedHeader).Byte(PropertyId.PackInfo).Number(0).Number(1).Byte(PropertyId.Size).Number(20).Byte(PropertyId.End);
        header.Byte(PropertyId.UnpackInfo).Byte(PropertyId.Folder).Number(1).Byte(0).Byte(1).Byte(0x23).Bytes([3, 1, 1]).Number(5).Bytes([0x5D, 0, 0, 0, 0xFF]);
        header.Byte(PropertyId.CodersUnpackSize).Number(declared).Digests([0]).Byte(PropertyId.End).Byte(PropertyId.End);
    });

    /// <summary>Makes the checksums of a changed archive right again, so that the change reaches the parser.</summary>
    public static void Mend(byte[] archive)
    {
        var next = BitConverter.ToInt64(archive, 12);
        var size = BitConverter.ToInt64(archive, 20);
        var length = archive.Length - SignatureHeader.Bytes;
        if (next >= 0 && next <= length && size >= 0 && size <= length - next)
            BitConverter.TryWriteBytes(archive.AsSpan(28), Crc32.HashToUInt32(archive.AsSpan(SignatureHeader.Bytes + (int)next, (int)size)));
        BitConverter.TryWriteBytes(archive.AsSpan(8), Crc32.HashToUInt32(archive.AsSpan(12, 20)));
    }
}
