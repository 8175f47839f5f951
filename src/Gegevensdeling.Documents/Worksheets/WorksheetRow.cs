namespace Gegevensdeling.Documents.Worksheets;

/// <summary>A row with content.</summary>
/// <param name="Number">As people see it, 1 to 1 048 576.</param>
/// <param name="Cells">From column A up to the last one with content.</param>
public sealed record WorksheetRow(int Number, IReadOnlyList<WorksheetCell> Cells)
{
    /// <summary>The cell in that column (0 is A); <see cref="WorksheetCell.None"/> past the last one.</summary>
    public WorksheetCell this[int column] => column < Cells.Count ? Cells[column] : WorksheetCell.None;

    /// <summary>Where, never what.</summary>
    public override string ToString() => $"rij {Number}";
}
