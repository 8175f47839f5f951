namespace Gegevensdeling.Exchanges.Files;

/// <summary>What a person must know of a file, row by row. It names no person and no number of one: fit for a screen, a mail and the register.</summary>
/// <param name="Summary">One Dutch sentence with the counts; empty where there is no report.</param>
/// <param name="Lines">In the order of the rows, at most <see cref="MostLines"/>.</param>
/// <param name="More">How many lines were left out.</param>
public sealed record FileReport(string Summary, IReadOnlyList<ReportLine> Lines, int More)
{
    /// <summary>Nobody reads more; the rest is counted.</summary>
    public const int MostLines = 1_000;

    public static FileReport None { get; } = new(string.Empty, [], 0);

    /// <summary>Everything as Dutch text, a line a row.</summary>
    public string Text => string.Join('\n',
    [
        .. Summary.Length == 0 ? Array.Empty<string>() : [Summary],
        .. Lines.Select(line => line.ToString()),
        .. More == 0 ? Array.Empty<string>() : [More == 1 ? "En nog 1 opmerking meer." : $"En nog {DutchCount.Say(More)} opmerkingen meer."],
    ]);

    public override string ToString() => $"{Lines.Count + More} lines";
}

/// <summary>One remark on one row.</summary>
/// <param name="Row">As the sheet shows it, from 1.</param>
/// <param name="IsError">The row is not answered; else only a warning.</param>
/// <param name="Code">A stable word in kebab-case.</param>
/// <param name="Text">A Dutch sentence.</param>
public sealed record ReportLine(int Row, bool IsError, string Code, string Text)
{
    public override string ToString() => $"Rij {Row}: {(IsError ? "fout" : "let op")}: {Text}";
}
