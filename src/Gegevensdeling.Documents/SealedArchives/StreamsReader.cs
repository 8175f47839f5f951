namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// Reads 'Streams Info' of 7zFormat.txt: where the packed streams lie, how each is undone, and which files are in it. Parts of the
/// format that only exotic programs use are refused, not guessed at.
/// </summary>
/// <param name="packedBytes">How far the packed streams may reach: they lie before the header that names them.</param>
internal readonly ref struct StreamsReader(long packedBytes, ArchiveLimits limits, ReadOnlySpan<ulong> readable)
{
    private readonly ReadOnlySpan<ulong> readable = readable;

    public List<EntryContent> Read(ref HeaderReader header)
    {
        List<PackedStream> packed = [];
        List<Folder> folders = [];
        var id = header.Byte();
        if (id == PropertyId.PackInfo)
        {
            packed = Packed(ref header);
            id = header.Byte();
        }

        if (id == PropertyId.UnpackInfo)
        {
            folders = Folders(ref header, packed);
            id = header.Byte();
        }

        if (folders.Count != packed.Count)
            throw new DamagedArchiveException("niet elke stroom heeft een methode");
        if (id == PropertyId.End)
            return [.. folders.Select(folder => new EntryContent(folder, 0, folder.Size, folder.Crc))];
        if (id != PropertyId.SubStreamsInfo)
            throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
        var contents = new SubStreamsReader(limits).Read(ref header, folders);
        header.Expect(PropertyId.End);
        return contents;
    }

    private List<PackedStream> Packed(ref HeaderReader header)
    {
        var offset = header.Number();
        var count = header.Count(limits.Entries, bytesEach: 1, "stromen");
        header.Expect(PropertyId.Size);
        var streams = new List<PackedStream>();
        for (var at = 0; at < count; at++)
        {
            var size = header.Number();
            if (offset > packedBytes || size > packedBytes - offset)
                throw new DamagedArchiveException("een stroom valt buiten het archief");
            streams.Add(new PackedStream(offset, size, null));
            offset += size;
        }

        var id = header.Byte();
        if (id == PropertyId.Crc)
        {
            var digests = header.Digests(count);
            streams = [.. streams.Select((stream, at) => stream with { Crc = digests[at] })];
            id = header.Byte();
        }

        return id == PropertyId.End ? streams : throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
    }

    private List<Folder> Folders(ref HeaderReader header, List<PackedStream> packed)
    {
        header.Expect(PropertyId.Folder);
        var count = header.Count(limits.Entries, bytesEach: 2, "stromen");
        if (header.Byte() != 0)
            throw new UnsupportedArchiveException("een kop op een andere plaats");
        var chains = new List<CoderChain>();
        for (var at = 0; at < count; at++)
            chains.Add(FolderReader.Read(ref header, readable));
        if (count != packed.Count)
            throw new DamagedArchiveException("niet elke stroom heeft een methode");

        header.Expect(PropertyId.CodersUnpackSize);
        var sizes = new List<long[]>();
        foreach (var chain in chains)
        {
            var given = new long[chain.Coders.Count];
            for (var at = 0; at < given.Length; at++)
                given[at] = header.Number();
            sizes.Add(given);
        }

        var digests = new uint?[count];
        var id = header.Byte();
        if (id == PropertyId.Crc)
        {
            digests = header.Digests(count);
            id = header.Byte();
        }

        if (id != PropertyId.End)
            throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
        var folders = new List<Folder>();
        for (var at = 0; at < count; at++)
            folders.Add(chains[at].ToFolder(packed[at], sizes[at], digests[at], limits));
        return folders;
    }
}
