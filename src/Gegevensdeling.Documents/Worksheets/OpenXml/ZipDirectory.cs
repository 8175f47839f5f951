using System.Buffers.Binary;
using System.Text;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>
/// The directory of a zip (APPNOTE 4.3.12), read before anything is unpacked. The platform's own reader makes an object of every entry that the file
/// has room for before it compares the count, hence this one: it counts first.
/// </summary>
internal static class ZipDirectory
{
    private const int EndBytes = 22;
    private const int LongestComment = 65_535;
    private const int EntryBytes = 46;
    private const int LongestName = 512;
    private const int RatioCounts = 1 << 20;

    public static List<ZipPart> Read(Stream input, WorksheetLimits limits)
    {
        var end = FindEnd(input);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        var (length, offset) = (BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12)), BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16)));

        // several volumes do not exist here, and a directory of 4 GiB neither
        if (BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(4)) != 0 || BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(8)) != count || offset + (long)length > input.Length)
            throw new WorksheetException(WorksheetFault.Damaged);
        if (count > limits.Parts || length > (long)limits.Parts * (EntryBytes + LongestName))
            throw new WorksheetException(WorksheetFault.Hostile);
        var directory = new byte[length];
        input.Position = offset;
        input.ReadExactly(directory);
        return Check(Parse(directory, count), offset, limits);
    }

    private static byte[] FindEnd(Stream input)
    {
        var tail = new byte[(int)Math.Min(input.Length, EndBytes + LongestComment)];
        input.Position = input.Length - tail.Length;
        input.ReadExactly(tail);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            // the comment reaches exactly to the end of the file: nothing may lie behind
            if (tail.AsSpan(at).StartsWith("PK\x05\x06"u8) && BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) == tail.Length - at - EndBytes)
                return tail[at..(at + EndBytes)];
        }

        throw new WorksheetException(WorksheetFault.Damaged);
    }

    private static List<ZipPart> Parse(ReadOnlySpan<byte> rest, int count)
    {
        var parts = new List<ZipPart>(count);
        for (; parts.Count < count; rest = rest[(EntryBytes + Lengths(rest))..])
        {
            if (rest.Length < EntryBytes || !rest.StartsWith("PK\x01\x02"u8) || rest.Length < EntryBytes + Lengths(rest))
                throw new WorksheetException(WorksheetFault.Damaged);
            parts.Add(Entry(rest));
        }

        return rest.IsEmpty ? parts : throw new WorksheetException(WorksheetFault.Damaged);
    }

    private static ZipPart Entry(ReadOnlySpan<byte> bytes)
    {
        var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        if (nameBytes > LongestName)
            throw new WorksheetException(WorksheetFault.Hostile);

        // bit 0 and 6 and 13: the zip's own encryption, which no workbook uses
        if ((BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) & 0x2041) != 0)
            throw new WorksheetException(WorksheetFault.Unsupported);
        var (packed, unpacked, offset) = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[42..]));
        if (packed == uint.MaxValue || unpacked == uint.MaxValue || offset == uint.MaxValue)
            throw new WorksheetException(WorksheetFault.Unsupported); // zip64: no exchange needs it
        return new(
            Encoding.UTF8.GetString(bytes.Slice(EntryBytes, nameBytes)), BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]), packed, unpacked, offset);
    }

    private static int Lengths(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);

    private static List<ZipPart> Check(List<ZipPart> parts, long directory, WorksheetLimits limits)
    {
        var hostile = parts.Select(part => part.Name.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count() != parts.Count
            || parts.Exists(part => part.Name.Contains('\\', StringComparison.Ordinal) || part.Name.StartsWith('/') || part.Name.Split('/').Contains(".."))
            || parts.Exists(part => part.Unpacked > RatioCounts && part.Unpacked / limits.Ratio > part.Packed);
        if (hostile)
            throw new WorksheetException(WorksheetFault.Hostile);
        if (parts.Sum(part => part.Unpacked) > limits.UnpackedBytes)
            throw new WorksheetException(WorksheetFault.TooLarge);

        // parts that share bytes: the bomb that no ratio shows
        var before = 0L;
        foreach (var part in parts.OrderBy(part => part.Offset))
        {
            if (part.Offset < before)
                throw new WorksheetException(WorksheetFault.Hostile);
            before = part.Offset + part.Packed;
        }

        return before <= directory ? parts : throw new WorksheetException(WorksheetFault.Damaged);
    }
}
