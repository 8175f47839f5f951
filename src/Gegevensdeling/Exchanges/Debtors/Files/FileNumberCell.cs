using System.Globalization;
using Gegevensdeling.Documents.Worksheets;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>The number of a file: text that keeps its leading zeros, short, with at least one digit, and no number of a person.</summary>
internal static class FileNumberCell
{
    public const int Longest = 30;

    /// <summary>Why the cell is no file number, or null.</summary>
    /// <param name="person">Whose row it is.</param>
    public static CellFault? Read(WorksheetCell cell, long person, out string number)
    {
        number = cell switch
        {
            WorksheetCell.Text(var text) => text.Trim(),
            WorksheetCell.Number { Value: >= 0 and < 1e15 and var value } shown when value == Math.Floor(value) => Digits(value, shown.Format),
            _ => string.Empty,
        };
        if (number.Length is 0 or > Longest || !number.Any(char.IsAsciiDigit) || !char.IsAsciiLetterOrDigit(number[0]) || !number.All(IsAllowed))
            return new("dossiernummer", $"in de kolom '{DetailColumns.FileNumber}' hoort een nummer van hoogstens {Longest} letters, cijfers en . - / _, met minstens één cijfer.");
        return PersonalText.Holds(number, person) ? new("dossiernummer-van-persoon", $"in de kolom '{DetailColumns.FileNumber}' staat het rijksregisternummer van de persoon.") : null;
    }

    /// <summary>As many digits as the cell shows, where zeros are all there is to its format.</summary>
    private static string Digits(double value, string? format)
    {
        var digits = ((long)value).ToString(CultureInfo.InvariantCulture);
        return format is { Length: <= Longest } && format.All(unit => unit == '0') ? digits.PadLeft(format.Length, '0') : digits;
    }

    private static bool IsAllowed(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '/' or '_' or ' ';
}
