using System.Globalization;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>What a number format makes of a number: a date, a mask of digits, or nothing that matters here (ECMA-376 part 1, 18.8.30 numFmt).</summary>
internal sealed class NumberFormats
{
    private const int LongestMask = 64;

    private readonly Dictionary<int, string> codes = [];
    private readonly List<(bool IsDate, string? Mask)> styles = [];

    /// <summary>Whether days are counted from 1904, as Excel for Mac once did.</summary>
    public bool Since1904 { get; set; }

    public void Define(int id, string code)
    {
        codes[id] = code;
        if (codes.Count > 8_192)
            throw new WorksheetException(WorksheetFault.Hostile);
    }

    /// <summary>The next cell format (<c>xf</c>), by the number of its number format.</summary>
    public void AddStyle(int formatId)
    {
        // 65 490 is Excel's own limit on cell formats
        if (styles.Count > 65_490)
            throw new WorksheetException(WorksheetFault.Hostile);
        var code = codes.GetValueOrDefault(formatId) ?? BuiltIn(formatId);
        styles.Add((code is null ? IsBuiltInDate(formatId) : IsDate(code), code is not null && IsMask(code) ? code : null));
    }

    /// <summary>The cell of a number under that style; a style that is not defined shows it as it is.</summary>
    public WorksheetCell Cell(double value, string? raw, int style)
    {
        var (isDate, mask) = style >= 0 && style < styles.Count ? styles[style] : default;
        if (isDate && Date(value) is { } date)
            return date;
        return new WorksheetCell.Number(value, raw ?? value.ToString("R", CultureInfo.InvariantCulture), mask);
    }

    private WorksheetCell.Date? Date(double value)
    {
        var serial = Since1904 ? value + 1_462 : value;

        // 2 958 466 is 1 January 10000; below 60 the format counts a 29 February 1900 that never was
        return serial is >= 0 and < 2_958_466
            ? new WorksheetCell.Date(serial, new DateTime(1899, 12, 30).AddDays(serial < 60 ? serial + 1 : serial))
            : null;
    }

    private static string? BuiltIn(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        _ => null,
    };

    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool IsDate(string code)
    {
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = Past(code, '"', at);
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[' when at + 1 < code.Length && code[at + 1] is not ('h' or 'H' or 'm' or 's' or 'S'):
                    at = Past(code, ']', at);
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'm' or 'M':
                    return !code.StartsWith("General", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    // only zeros, hashes and separators, so that carrying it over to an answer carries nothing else
    private static bool IsMask(string code) =>
        code.Length <= LongestMask && code.Contains('0', StringComparison.Ordinal) && code.All(unit => unit is '0' or '#' or '.' or '-' or '/' or ' ' or '"' or '\\')
        && code.Count(unit => unit == '"') % 2 == 0 && !code.EndsWith('\\');

    private static int Past(string code, char closing, int from) => code.IndexOf(closing, from + 1) is var found and >= 0 ? found : code.Length;
}
