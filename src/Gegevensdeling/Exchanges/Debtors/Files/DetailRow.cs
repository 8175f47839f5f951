namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>One debt of a marked debtor, with where the debtor lives (D4).</summary>
/// <param name="Row">As the sheet shows it, from 1.</param>
/// <param name="Number">The eleven digits.</param>
/// <param name="Street">Street and house number; the same on every row of one person; null where the protocol has no such field.</param>
public sealed record DetailRow(int Row, long Number, string? Street, DebtFile Debt)
{
    /// <summary>Where, never who.</summary>
    public override string ToString() => $"rij {Row}";
}

/// <summary>Details that were read, in the order of the file; each file number once a person.</summary>
public sealed record DetailTable(IReadOnlyList<DetailRow> Rows)
{
    public override string ToString() => $"{Rows.Count} details";
}

/// <summary>One debt under the number by which the municipality collects it (D4).</summary>
/// <param name="FileNumber">Text, leading zeros and all; at most 30 letters, digits and <c>. - / _</c>.</param>
/// <param name="Nature">A value of the closed list of the protocol (G19).</param>
/// <param name="Amount">Euro, above 0, at most two decimals.</param>
/// <param name="MonthlyPayment">Euro a month under a running plan, or null.</param>
/// <param name="LastPayment">Null where nothing was paid yet.</param>
public sealed record DebtFile(string FileNumber, string Nature, decimal Amount, decimal? MonthlyPayment, DateOnly? LastPayment)
{
    /// <summary>Says nothing of the debt.</summary>
    public override string ToString() => nameof(DebtFile);
}
