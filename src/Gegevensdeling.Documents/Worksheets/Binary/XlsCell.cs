namespace Gegevensdeling.Documents.Worksheets.Binary;

/// <summary>The value of one cell of an .xls (MS-XLS 2.4.149 LabelSst, 2.4.180 Number, 2.4.220 RK, 2.4.24 BoolErr, 2.4.148 Label).</summary>
internal sealed class XlsCell(RecordStream records, SharedStrings strings, NumberFormats formats, WorksheetLimits limits)
{
    public static bool IsCell(ushort id) => id is RecordId.LabelSst or RecordId.Label or RecordId.RString or RecordId.Number or RecordId.Rk or RecordId.MulRk or RecordId.BoolErr
        or RecordId.Blank or RecordId.MulBlank or RecordId.Formula or RecordId.Array or RecordId.Table or RecordId.SharedFormula;

    /// <summary>The current record, which holds one cell.</summary>
    public WorksheetCell Read(int row, int column) => records.Id switch
    {
        RecordId.LabelSst => Text(strings.At(records.UInt32(6)).ToString(), row, column),
        RecordId.Label or RecordId.RString => Text(RecordText.Short(records, 6, lengthBytes: 2), row, column),
        RecordId.Number => Number(records.Double(6), records.UInt16(4)),
        RecordId.Rk => Rk(4),
        RecordId.BoolErr when records.Byte(7) == 0 => new WorksheetCell.Boolean(records.Byte(6) != 0),
        RecordId.BoolErr => new WorksheetCell.Error(Error(records.Byte(6))),
        _ => WorksheetCell.None,
    };

    /// <summary>A style and a number of 30 bits: an integer or the upper half of a double, either times a hundredth (MS-XLS 2.5.217 RkNumber).</summary>
    public WorksheetCell Rk(int at)
    {
        var bits = records.UInt32(at + 2);
        var value = (bits & 2) != 0 ? (int)bits >> 2 : BitConverter.UInt64BitsToDouble((ulong)(bits & 0xFFFFFFFC) << 32);
        return Number((bits & 1) != 0 ? value / 100 : value, records.UInt16(at));
    }

    private WorksheetCell Number(double value, int style) => double.IsFinite(value) ? formats.Cell(value, raw: null, style) : throw new WorksheetException(WorksheetFault.Damaged);

    private WorksheetCell Text(string value, int row, int column) => value.Length switch
    {
        0 => WorksheetCell.None,
        var length when length > limits.CellCharacters => throw new WorksheetException(WorksheetFault.TooLarge, row, column),
        _ => new WorksheetCell.Text(value),
    };

    private static string Error(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => throw new WorksheetException(WorksheetFault.Damaged),
    };
}
