namespace Gegevensdeling.Documents.Worksheets.Binary;

/// <summary>One sheet of an .xls, streamed (MS-XLS 2.1.7.20.5). Cells come row by row, each block of rows after the records that describe them.</summary>
internal sealed class XlsSheet(RecordStream records, long position, SharedStrings strings, NumberFormats formats, WorksheetLimits limits)
{
    private const ushort Worksheet = 0x0010;
    private const int MostColumns = 256;
    private const int DropDown = 0x14;

    private readonly RowBuilder rows = new(limits);
    private readonly XlsCell cell = new(records, strings, formats, limits);
    private readonly HashSet<int> hidden = [];
    private bool hiddenByDefault;
    private int row = -1;
    private int column = -1;

    /// <summary>Whether any cell has a value or a formula.</summary>
    public static bool HasContent(RecordStream records, long position)
    {
        Begin(records, position);
        for (var depth = 1; depth > 0;)
        {
            switch (records.Next())
            {
                case RecordId.Bof:
                    depth++;
                    break;
                case RecordId.Eof:
                    depth--;
                    break;
                case RecordId.LabelSst or RecordId.Label or RecordId.RString or RecordId.Number or RecordId.Rk or RecordId.MulRk or RecordId.BoolErr or RecordId.Formula or RecordId.Array or RecordId.Table:
                    return true;
            }
        }

        return false;
    }

    public IEnumerable<WorksheetRow> Rows()
    {
        Begin(records, position);
        while (records.Next() != RecordId.Eof)
        {
            if (XlsCell.IsCell(records.Id))
            {
                // a cell in another row: the one before is complete
                if (records.UInt16(0) != row && FinishRow() is { } finished)
                    yield return finished;
                ReadCells();
            }
            else
            {
                ReadAround();
            }
        }

        if (rows.Finish() is { } last)
            yield return last;
    }

    private static void Begin(RecordStream records, long position)
    {
        records.Seek(position);
        if (records.Next() != RecordId.Bof || records.UInt16(2) != Worksheet)
            throw new WorksheetException(WorksheetFault.Damaged);
    }

    private WorksheetRow? FinishRow()
    {
        var finished = rows.Finish();
        var next = records.UInt16(0);
        if (next <= row)
            throw new WorksheetException(WorksheetFault.Damaged);
        (row, column) = (next, -1);
        rows.Begin(row + 1, hiddenByDefault || hidden.Contains(row));
        return finished;
    }

    private void ReadCells()
    {
        var first = records.UInt16(2);
        if (first <= column || first >= MostColumns)
            throw new WorksheetException(WorksheetFault.Damaged);
        column = first;
        switch (records.Id)
        {
            case RecordId.Formula or RecordId.Array or RecordId.Table or RecordId.SharedFormula:
                throw new WorksheetException(WorksheetFault.Formula, row + 1, column);
            case RecordId.MulRk:
                // row, first column, a style and a number for each, last column
                for (var at = 4; at + 6 <= records.Content.Length - 2; at += 6, column++)
                    rows.Add(column, cell.Rk(at));
                column--;
                break;
            case RecordId.MulBlank:
                column = first + ((records.Content.Length - 6) / 2) - 1;
                break;
            default:
                rows.Add(column, cell.Read(row + 1, column));
                break;
        }
    }

    private void ReadAround()
    {
        switch (records.Id)
        {
            case RecordId.Row when (records.UInt16(12) & 0x20) != 0 || (records.UInt16(6) & 0x7FFF) == 0:
                // described after its cells: then it would hide what has been read as seen
                if (records.UInt16(0) <= row)
                    throw new WorksheetException(WorksheetFault.Damaged);
                hidden.Add(records.UInt16(0));
                break;
            case RecordId.DefaultRowHeight:
                hiddenByDefault = (records.UInt16(0) & 2) != 0;
                break;
            case RecordId.ColInfo when (records.UInt16(8) & 1) != 0 || records.UInt16(4) == 0:
                if (row >= 0)
                    throw new WorksheetException(WorksheetFault.Damaged);
                rows.HideColumns(records.UInt16(0), records.UInt16(2));
                break;
            case RecordId.MergeCells:
                for (var at = 2; at < 2 + (8 * records.UInt16(0)); at += 8)
                    rows.Merge(records.UInt16(at) + 1, records.UInt16(at + 4), records.UInt16(at + 2) + 1);
                break;
            case RecordId.Note or RecordId.SxView or RecordId.QueryTable or RecordId.Bof:
            case RecordId.Obj when records.UInt16(4) != DropDown:
                throw new WorksheetException(WorksheetFault.ForeignContent);
            case 0x0206 or 0x0406:
                throw new WorksheetException(WorksheetFault.Formula);
        }
    }
}
