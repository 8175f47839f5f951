namespace Gegevensdeling.Documents.Worksheets;

/// <summary>Puts cells together into rows, and refuses what may not stand where it stands. The same rules for both formats.</summary>
internal sealed class RowBuilder(WorksheetLimits limits)
{
    private readonly List<WorksheetCell> cells = [];
    private readonly List<(int First, int Last)> hidden = [];
    private int rows;
    private bool hiddenRow;

    /// <summary>The row being built; 0 before the first one.</summary>
    public int Number { get; private set; }

    public void HideColumns(int first, int last)
    {
        // Excel merges neighbours: an honest sheet has a handful
        if (hidden.Count == CellReference.LastColumn)
            throw new WorksheetException(WorksheetFault.Hostile);
        hidden.Add((first, last));
    }

    public void Begin(int number, bool isHidden)
    {
        if (++rows > limits.Rows)
            throw new WorksheetException(WorksheetFault.TooLarge, number);
        (Number, hiddenRow) = (number, isHidden);
    }

    public void Add(int column, WorksheetCell cell)
    {
        if (cell is WorksheetCell.Empty)
            return;
        if (column >= limits.Columns)
            throw new WorksheetException(WorksheetFault.ExtraColumn, Number, column);
        if (hiddenRow || hidden.Exists(range => column >= range.First && column <= range.Last))
            throw new WorksheetException(WorksheetFault.HiddenContent, Number, column);
        while (cells.Count < column)
            cells.Add(WorksheetCell.None);
        cells.Add(cell);
    }

    /// <summary>The row, and a fresh start; null when it held nothing.</summary>
    public WorksheetRow? Finish()
    {
        if (cells.Count == 0)
            return null;
        var row = new WorksheetRow(Number, [.. cells]);
        cells.Clear();
        return row;
    }

    /// <summary>A merge may not cover a cell that could hold content: it stays in one row and begins in the last allowed column or later.</summary>
    public void Merge(int firstRow, int firstColumn, int lastRow)
    {
        if (firstColumn < limits.Columns && (firstRow != lastRow || firstColumn != limits.Columns - 1))
            throw new WorksheetException(WorksheetFault.MergedCells, firstRow, firstColumn);
    }
}
