namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Reads 'SubStreams Info' of 7zFormat.txt: which part of which folder is a file, and its CRC.</summary>
internal sealed class SubStreamsReader(ArchiveLimits limits)
{
    public List<EntryContent> Read(ref HeaderReader header, IReadOnlyList<Folder> folders)
    {
        var counts = Enumerable.Repeat(1, folders.Count).ToArray();
        var id = header.Byte();
        if (id == PropertyId.NumUnpackStream)
        {
            counts = Counts(ref header, folders.Count);
            id = header.Byte();
        }

        var sized = id == PropertyId.Size;
        var contents = new List<EntryContent>();
        for (var at = 0; at < folders.Count; at++)
            AddParts(ref header, folders[at], counts[at], sized, contents);
        if (sized)
            id = header.Byte();

        if (id == PropertyId.Crc)
        {
            AddDigests(ref header, contents);
            id = header.Byte();
        }

        return id == PropertyId.End ? contents : throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
    }

    private int[] Counts(ref HeaderReader header, int folders)
    {
        var counts = new int[folders];
        long total = 0;
        for (var at = 0; at < folders; at++)
        {
            var count = header.Number();
            if (count > limits.Entries || (total += count) > limits.Entries)
                throw new HostileArchiveException("het noemt te veel bestanden");
            counts[at] = (int)count;
        }

        return counts;
    }

    // the last part of a folder is what the others leave
    private static void AddParts(ref HeaderReader header, Folder folder, int count, bool sized, List<EntryContent> contents)
    {
        if (count > 1 && !sized)
            throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
        long offset = 0;
        for (var part = 1; part <= count; part++)
        {
            var size = part < count ? header.Number() : folder.Size - offset;
            if (size > folder.Size - offset)
                throw new DamagedArchiveException("de lengtes in de kop spreken elkaar tegen");
            contents.Add(new EntryContent(folder, offset, size, count == 1 ? folder.Crc : null));
            offset += size;
        }
    }

    private static void AddDigests(ref HeaderReader header, List<EntryContent> contents)
    {
        var missing = contents.Count(content => content.Crc is null);
        var digests = header.Digests(missing);
        for (int at = 0, digest = 0; at < contents.Count; at++)
        {
            if (contents[at].Crc is null)
                contents[at] = contents[at] with { Crc = digests[digest++] };
        }
    }
}
