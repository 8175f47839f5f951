using System.Buffers.Binary;
using System.Text;

namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>
/// A compound file (MS-CFB): a small file system of storages and streams, in which .xls and protected workbooks lie. Every table is bounded
/// by the length of the file, and a chain longer than the file has sectors is damage, so that a loop ends.
/// </summary>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MiniSectorBytes = 64;
    private const int MiniCutoff = 4_096;

    private readonly Stream input;
    private readonly int sectorBytes;
    private readonly uint[] fat;
    private readonly List<CompoundEntry> entries = [];
    private readonly uint[] miniFat;
    private readonly SectorStream? miniStream;

    private CompoundFile(Stream input, ReadOnlySpan<byte> header, WorksheetLimits limits)
    {
        this.input = input;
        sectorBytes = (BinaryPrimitives.ReadUInt16LittleEndian(header[26..]), BinaryPrimitives.ReadUInt16LittleEndian(header[30..])) switch
        {
            (3, 9) => 512,
            (4, 12) => 4_096,
            _ => throw Damaged,
        };
        fat = Table(FatSectors(header));
        var directory = Chain(BinaryPrimitives.ReadUInt32LittleEndian(header[48..]));
        ReadDirectory(directory, limits.Parts);
        var miniFirst = BinaryPrimitives.ReadUInt32LittleEndian(header[60..]);
        miniFat = miniFirst >= 0xFFFFFFFA ? [] : Table(Chain(miniFirst));
        var root = entries.Find(entry => entry.Kind == CompoundEntry.Root);
        miniStream = root is null || root.Length == 0 ? null : new SectorStream(input, Offsets(Chain(root.First)), sectorBytes, Bounded(root.Length));
    }

    public static ReadOnlySpan<byte> Magic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public IReadOnlyList<CompoundEntry> Entries => entries;

    private static WorksheetException Damaged => new(WorksheetFault.Damaged);

    private int SectorsInFile => (int)((input.Length + sectorBytes - 1) / sectorBytes);

    public static CompoundFile Open(Stream input, WorksheetLimits limits)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        input.Position = 0;
        input.ReadExactly(header);
        return new CompoundFile(input, header, limits);
    }

    /// <summary>The stream of that name; null when there is none. Two of one name are hostile: programs would not agree on which is meant.</summary>
    public CompoundEntry? Find(string name)
    {
        var found = entries.Where(entry => entry.Kind == CompoundEntry.Stream && entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count > 1 ? throw new WorksheetException(WorksheetFault.Hostile) : found.FirstOrDefault();
    }

    /// <summary>Its content, seekable. What is declared must be there.</summary>
    public Stream Open(CompoundEntry entry)
    {
        if (entry.Length >= MiniCutoff)
            return new SectorStream(input, Offsets(Chain(entry.First)), sectorBytes, Bounded(entry.Length));
        if (entry.Length == 0)
            return new MemoryStream();
        if (miniStream is null)
            throw Damaged;
        var offsets = Chain(entry.First, miniFat, miniFat.Length).Select(sector => (long)sector * MiniSectorBytes).ToArray();
        return new SectorStream(miniStream, offsets, MiniSectorBytes, entry.Length);
    }

    private long Bounded(long length) => length <= input.Length ? length : throw Damaged;

    private long[] Offsets(List<uint> sectors) => [.. sectors.Select(sector => (sector + 1L) * sectorBytes)];

    private List<uint> Chain(uint first) => Chain(first, fat, SectorsInFile);

    private static List<uint> Chain(uint first, uint[] table, int longest)
    {
        var chain = new List<uint>();
        for (var sector = first; sector != EndOfChain; sector = table[sector])
        {
            if (sector >= table.Length || chain.Count >= longest)
                throw Damaged;
            chain.Add(sector);
        }

        return chain;
    }

    private List<uint> FatSectors(ReadOnlySpan<byte> header)
    {
        var sectors = new List<uint>();
        var rest = header[76..];
        AddSectors(sectors, rest);
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        var sector = new byte[sectorBytes];
        for (var read = 0; next < 0xFFFFFFFA; read++)
        {
            if (read > SectorsInFile)
                throw Damaged;
            ReadSector(next, sector);
            AddSectors(sectors, sector.AsSpan(0, sectorBytes - sizeof(uint)));
            next = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(sectorBytes - sizeof(uint)));
        }

        return sectors;
    }

    private void AddSectors(List<uint> sectors, ReadOnlySpan<byte> numbers)
    {
        for (; numbers.Length >= sizeof(uint); numbers = numbers[sizeof(uint)..])
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(numbers) is var sector and < 0xFFFFFFFA)
                sectors.Add(sector);
        }

        // more tables than it takes to number every sector of the file
        if ((long)sectors.Count * sectorBytes / sizeof(uint) > SectorsInFile + (2L * sectorBytes))
            throw Damaged;
    }

    private uint[] Table(List<uint> sectors)
    {
        var table = new uint[sectors.Count * (sectorBytes / sizeof(uint))];
        var buffer = new byte[sectorBytes];
        for (var at = 0; at < sectors.Count; at++)
        {
            ReadSector(sectors[at], buffer);
            for (var index = 0; index < sectorBytes / sizeof(uint); index++)
                table[(at * (sectorBytes / sizeof(uint))) + index] = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(index * sizeof(uint)));
        }

        return table;
    }

    private void ReadDirectory(List<uint> directory, int most)
    {
        var buffer = new byte[sectorBytes];
        foreach (var sector in directory)
        {
            ReadSector(sector, buffer);
            for (var at = 0; at < sectorBytes; at += EntryBytes)
            {
                if (Entry(buffer.AsSpan(at, EntryBytes), sectorBytes == HeaderBytes) is { } entry)
                    entries.Add(entry);
            }

            if (entries.Count > most)
                throw new WorksheetException(WorksheetFault.Hostile);
        }
    }

    private static CompoundEntry? Entry(ReadOnlySpan<byte> bytes, bool shortLength)
    {
        var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(bytes[64..]);
        if (bytes[66] is not (CompoundEntry.Storage or CompoundEntry.Stream or CompoundEntry.Root))
            return null;
        if (nameBytes is < 2 or > 64)
            throw Damaged;
        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes[120..]);

        // in version 3 the upper half may hold anything (MS-CFB 2.6.1)
        length = shortLength ? (uint)length : length;
        return new(Encoding.Unicode.GetString(bytes[..(nameBytes - 2)]), bytes[66], BinaryPrimitives.ReadUInt32LittleEndian(bytes[116..]), length > int.MaxValue ? int.MaxValue : (long)length);
    }

    private void ReadSector(uint sector, Span<byte> buffer)
    {
        var offset = (sector + 1L) * sectorBytes;
        if (offset >= input.Length)
            throw Damaged;
        input.Position = offset;

        // the last sector of a file may be cut short by its writer
        buffer[input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)..].Clear();
    }
}
