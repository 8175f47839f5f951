namespace Gegevensdeling.Documents.Worksheets;

/// <summary>Places as Excel writes them: letters for the column, a number for the row (ECMA-376 part 1, 18.18.62 ST_Ref).</summary>
internal static class CellReference
{
    /// <summary>The last row and column of the format: XFD1048576.</summary>
    public const int LastRow = 1_048_576;

    public const int LastColumn = 16_383;

    /// <summary>0 is A, 16 383 is XFD.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>Reads <c>B7</c> as (7, 1); false for anything that is no cell of the format.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var at = 0;
        for (; at < text.Length && at < 3 && text[at] is >= 'A' and <= 'Z'; at++)
            column = (column * 26) + text[at] - 'A' + 1;
        column--;
        var digits = text[at..];
        if (column is < 0 or > LastColumn || digits.Length is 0 or > 7)
            return false;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            row = (row * 10) + digit - '0';
        }

        return row is >= 1 and <= LastRow;
    }
}
