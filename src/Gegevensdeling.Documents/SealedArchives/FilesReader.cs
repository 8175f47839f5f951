namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Reads 'FilesInfo' of 7zFormat.txt and joins each file with its content. Folders are checked and left out: they hold nothing.</summary>
internal sealed class FilesReader(ArchiveLimits limits)
{
    // FILE_ATTRIBUTE_REPARSE_POINT; and 7-Zip's mark for a Unix mode in the high half, with its type of file
    private const uint ReparsePoint = 0x400;
    private const uint UnixExtension = 0x8000;
    private const uint UnixType = 0xF000;
    private const uint UnixRegular = 0x8000;

    /// <summary>What 7-Zip notes of content that came to it through a pipe (<c>-si</c>); the content is stored as of any file.</summary>
    private const uint UnixPipe = 0x1000;

    private const uint UnixDirectory = 0x4000;

    private int count;
    private bool[]? emptyStream;
    private bool[]? emptyFile;
    private string[]? names;
    private DateTimeOffset?[]? modified;

    public List<SealedEntry> Read(ref HeaderReader header, IReadOnlyList<EntryContent> contents)
    {
        // a name takes two bytes at least
        count = header.Count(limits.Entries, bytesEach: 2, "bestanden");
        for (byte id; (id = header.Byte()) != PropertyId.End;)
        {
            var property = header.Slice(header.Length());
            if (ReadProperty(id, ref property) && property.Remaining > 0)
                throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");
        }

        return Join(contents);
    }

    private bool ReadProperty(byte id, ref HeaderReader property)
    {
        switch (id)
        {
            case PropertyId.EmptyStream:
                emptyStream = property.Bits(count);
                return true;
            case PropertyId.EmptyFile:
                emptyFile = property.Bits(Empties());
                return true;
            case PropertyId.Anti:
                return property.Bits(Empties()).Contains(true) ? throw new HostileArchiveException("het wil bestanden wissen") : true;
            case PropertyId.Names:
                names = NamesReader.Read(ref property, count, limits);
                return true;
            case PropertyId.ModifiedTime:
                modified = Times(ref property);
                return true;
            case PropertyId.Attributes:
                CheckAttributes(ref property);
                return true;
            default:
                // times of creation and access, alignment, comments: of no use here
                return false;
        }
    }

    private int Empties() => emptyStream?.Count(empty => empty) ?? throw new DamagedArchiveException("de kop is anders opgebouwd dan 7z voorschrijft");

    private DateTimeOffset?[] Times(ref HeaderReader property)
    {
        var defined = property.DefinedBits(count);
        Internal(ref property);
        var times = new DateTimeOffset?[count];
        for (var at = 0; at < count; at++)
        {
            if (!defined[at])
                continue;
            var time = property.Int64();
            if (time < 0 || time > DateTime.MaxValue.Ticks - DateTime.FromFileTimeUtc(0).Ticks)
                throw new DamagedArchiveException("een tijdstip is onmogelijk");
            times[at] = new DateTimeOffset(DateTime.FromFileTimeUtc(time));
        }

        return times;
    }

    private void CheckAttributes(ref HeaderReader property)
    {
        var defined = property.DefinedBits(count);
        Internal(ref property);
        for (var at = 0; at < count; at++)
        {
            var attributes = defined[at] ? property.UInt32() : 0;
            var unixType = (attributes & UnixExtension) != 0 ? (attributes >> 16) & UnixType : UnixRegular;
            if ((attributes & ReparsePoint) != 0 || unixType is not (UnixRegular or UnixPipe or UnixDirectory or 0))
                throw new HostileArchiveException("het bevat een koppeling in plaats van een bestand");
        }
    }

    private static void Internal(ref HeaderReader property)
    {
        if (property.Byte() != 0)
            throw new UnsupportedArchiveException("een kop op een andere plaats");
    }

    private List<SealedEntry> Join(IReadOnlyList<EntryContent> contents)
    {
        var entries = new List<SealedEntry>();
        var (content, empty) = (0, 0);
        long total = 0;
        for (var at = 0; at < count; at++)
        {
            var name = names?[at] ?? throw new DamagedArchiveException("de bestanden hebben geen naam");
            if (emptyStream?[at] == true)
            {
                if (emptyFile?[empty++] == true)
                    entries.Add(new SealedEntry(entries.Count + 1, name, 0, modified?[at], IsEncrypted: false));
                continue;
            }

            if (content == contents.Count)
                throw new DamagedArchiveException("een bestand heeft geen inhoud");
            var found = contents[content++];
            if (found.Size > limits.EntryBytes || (total += found.Size) > limits.TotalBytes)
                throw new HostileArchiveException("de inhoud is te groot");
            if (found.Crc is null)
                throw new DamagedArchiveException("de inhoud van een bestand heeft geen controlesom");
            entries.Add(new SealedEntry(entries.Count + 1, name, found.Size, modified?[at], found.Folder.Encryption is not null) { Content = found });
        }

        return content == contents.Count ? entries : throw new DamagedArchiveException("niet elke inhoud hoort bij een bestand");
    }
}
