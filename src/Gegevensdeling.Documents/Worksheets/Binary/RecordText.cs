using System.Text;

namespace Gegevensdeling.Documents.Worksheets.Binary;

/// <summary>
/// Texts inside records (MS-XLS 2.5.293 XLUnicodeRichExtendedString, 2.5.294 XLUnicodeString). The shared table runs on over CONTINUE records: where a text is cut in its
/// characters, the next record begins with a byte that says how wide they are from there.
/// </summary>
internal sealed class RecordText(RecordStream records)
{
    private int at;

    /// <summary>Reads the table of the record SST that is current.</summary>
    public void ReadTable(SharedStrings strings, WorksheetLimits limits)
    {
        var count = records.UInt32(4);
        if (count > limits.SharedStrings)
            throw new WorksheetException(WorksheetFault.TooLarge);
        at = 8;
        var text = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            ReadRich(text, limits);
            strings.Add(text.ToString());
        }
    }

    /// <summary>A text in the current record, which it may not leave: a length of two bytes (or of one), a flag, the characters.</summary>
    public static string Short(RecordStream records, int from, int lengthBytes)
    {
        var length = lengthBytes == 1 ? records.Byte(from) : records.UInt16(from);
        var wide = (records.Byte(from + lengthBytes) & 1) != 0;
        var begin = from + lengthBytes + 1;
        var bytes = records.Content;
        if (begin + (wide ? 2 * length : length) > bytes.Length)
            throw new WorksheetException(WorksheetFault.Damaged);
        return (wide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes.Slice(begin, wide ? 2 * length : length));
    }

    private void ReadRich(StringBuilder text, WorksheetLimits limits)
    {
        text.Clear();
        var length = Byte() | (Byte() << 8);
        if (length > limits.CellCharacters)
            throw new WorksheetException(WorksheetFault.TooLarge);
        var flags = Byte();
        var runs = (flags & 8) != 0 ? Byte() | (Byte() << 8) : 0;
        var extension = (flags & 4) != 0 ? (uint)Byte() | ((uint)Byte() << 8) | ((uint)Byte() << 16) | ((uint)Byte() << 24) : 0u;
        var wide = (flags & 1) != 0;
        while (text.Length < length)
        {
            if (at >= records.Content.Length)
            {
                Continue();
                wide = (Byte() & 1) != 0;
            }

            text.Append(wide ? (char)(Byte() | (Byte() << 8)) : (char)Byte());
        }

        Skip((4L * runs) + extension);
    }

    private int Byte()
    {
        while (at >= records.Content.Length)
            Continue();
        return records.Content[at++];
    }

    private void Skip(long count)
    {
        while (count > 0)
        {
            if (at >= records.Content.Length)
                Continue();
            var step = (int)Math.Min(count, records.Content.Length - at);
            at += step;
            count -= step;
        }
    }

    private void Continue()
    {
        if (records.Next() != RecordId.Continue)
            throw new WorksheetException(WorksheetFault.Damaged);
        at = 0;
    }
}
