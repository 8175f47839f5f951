using System.Globalization;
using Gegevensdeling.Documents.Worksheets;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>
/// The number of an enterprise: ten digits from 0 or 1, of which the last two are 97 minus the first eight modulo 97 (KB 24 juni 2003). Companies are left
/// out before delivery (W16): whoever forgot hears that, not that a digit is missing.
/// </summary>
internal static class EnterpriseNumber
{
    private const int Digits = 10;

    public static bool Is(WorksheetCell cell) => Text(cell) is { } digits && digits[0] is '0' or '1'
        && long.Parse(digits[..8], CultureInfo.InvariantCulture) is > 0 and var first && 97 - (first % 97) == long.Parse(digits[8..], CultureInfo.InvariantCulture);

    private static string? Text(WorksheetCell cell)
    {
        var digits = cell switch
        {
            WorksheetCell.Text(var text) => Bare(text.Trim()),
            WorksheetCell.Number { Value: >= 1e8 and < 2e9 and var value } when value == Math.Floor(value) => ((long)value).ToString("D10", CultureInfo.InvariantCulture),
            _ => string.Empty,
        };
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private static string Bare(string text) =>
        string.Concat((text.StartsWith("BE", StringComparison.OrdinalIgnoreCase) ? text[2..] : text).Where(unit => unit is not (' ' or '.' or '-' or '\u00A0')));
}
