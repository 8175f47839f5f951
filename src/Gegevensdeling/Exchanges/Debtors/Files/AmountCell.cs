using System.Globalization;
using System.Text.RegularExpressions;
using Gegevensdeling.Documents.Worksheets;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>An amount in euro: a number, or a text as Belgians write it (<c>1.234,56</c>); above 0, at most two decimals.</summary>
internal static partial class AmountCell
{
    /// <summary>No debt of a citizen to a municipality comes near; what does is a number that stands in the wrong column.</summary>
    public const decimal Most = 9_999_999.99m;

    private static readonly NumberFormatInfo Belgian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Why the cell is no amount, or null.</summary>
    public static CellFault? Read(WorksheetCell cell, string heading, out decimal amount)
    {
        amount = 0;
        if (!TryRead(cell, out amount))
            return new("bedrag", $"in de kolom '{heading}' hoort een bedrag in euro, zoals '1.234,56'.");
        if (amount != decimal.Round(amount, 2))
            return new("bedrag-decimalen", $"in de kolom '{heading}' staat een bedrag met meer dan twee decimalen.");
        return amount is > 0 and <= Most ? null
            : new("bedrag-grens", $"in de kolom '{heading}' hoort een bedrag van meer dan 0 en hoogstens {Say(Most)} euro.");
    }

    /// <summary>With two decimals and dots between the thousands.</summary>
    public static string Say(decimal amount) => amount.ToString("N2", Belgian);

    private static bool TryRead(WorksheetCell cell, out decimal amount)
    {
        amount = 0;
        switch (cell)
        {
            case WorksheetCell.Number { Value: > -1e12 and < 1e12 and var value }:
                amount = (decimal)value; // fifteen digits: what a person typed, not what binary made of it
                return true;
            case WorksheetCell.Text(var text) when Form().Match(text.Trim()) is { Success: true } match:
                var digits = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
                return decimal.TryParse(digits + match.Groups["part"].Value, NumberStyles.AllowDecimalPoint, Belgian, out amount);
            default:
                return false;
        }
    }

    private const string Whole = @"(?<whole>[0-9]{1,3}(?:[. \u00A0][0-9]{3}){1,3}|[0-9]{1,12})";

    [GeneratedRegex(@"^(?:€[ \u00A0]?)?" + Whole + @"(?<part>,[0-9]{1,6})?(?:[ \u00A0]?(?:€|euro|EUR))?$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Form();
}
