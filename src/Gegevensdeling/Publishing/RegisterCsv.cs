using System.Text;

namespace Gegevensdeling.Publishing;

/// <summary>One column of a register: the letter of article 30 and what it holds.</summary>
internal sealed record RegisterColumn<T>(string Heading, Func<T, IEnumerable<string>> Cell);

/// <summary>
/// CSV for the spreadsheets of Belgium: semicolons, CRLF, a byte order mark so that accents survive, and no cell that a spreadsheet would
/// run as a formula. Otherwise RFC 4180.
/// </summary>
internal static class RegisterCsv
{
    /// <summary>Between the values of one cell.</summary>
    public const string Between = " | ";

    private const string Quote = "\"";

    public static string Write<T>(IReadOnlyList<RegisterColumn<T>> columns, IEnumerable<T> rows)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, columns.Select(column => column.Heading));
        foreach (var row in rows)
            Line(text, columns.Select(column => string.Join(Between, column.Cell(row))));
        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string value)
    {
        var safe = StartsFormula(value) ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"{Quote}{safe.Replace(Quote, Quote + Quote, StringComparison.Ordinal)}{Quote}" : safe;
    }

    /// <summary>The signs that OWASP lists under CSV injection, full-width forms included.</summary>
    private static bool StartsFormula(string value) => value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
