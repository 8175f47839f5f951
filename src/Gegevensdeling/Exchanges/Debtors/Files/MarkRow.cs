namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>One mark that the receiver gives (D3).</summary>
/// <param name="Row">As the sheet shows it, from 1.</param>
/// <param name="Number">The eleven digits.</param>
public sealed record MarkRow(int Row, long Number, DebtorMark Mark)
{
    /// <summary>Where, never who.</summary>
    public override string ToString() => $"rij {Row}";
}

/// <summary>Marks that were read; each number once.</summary>
public sealed record MarkTable(IReadOnlyList<MarkRow> Rows)
{
    public override string ToString() => $"{Rows.Count} marks";
}
