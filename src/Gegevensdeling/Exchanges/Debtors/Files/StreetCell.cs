using Gegevensdeling.Documents.Worksheets;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Street and house number, and nothing else (D4, G19).</summary>
internal static class StreetCell
{
    public const int Longest = 80;

    /// <summary>Why the cell is no street with a house number, or null.</summary>
    public static CellFault? Read(WorksheetCell cell, out string street)
    {
        street = cell is WorksheetCell.Text(var text) ? text.Trim() : string.Empty;
        if (street.Length is 0 or > Longest || !char.IsLetterOrDigit(street[0]) || !street.Any(char.IsLetter) || !street.All(IsAllowed))
            return new("adres", $"in de kolom '{DetailColumns.Street}' hoort een straat met huisnummer van hoogstens {Longest} tekens.");
        if (PersonalText.HoldsMail(street))
            return new("adres-meer", $"in de kolom '{DetailColumns.Street}' staat een e-mailadres.");
        return PersonalText.HoldsLongNumber(street)
            ? new("adres-meer", $"in de kolom '{DetailColumns.Street}' staat een telefoonnummer of een ander lang nummer.") : null;
    }

    private static bool IsAllowed(char unit) => !char.IsControl(unit) && !char.IsSurrogate(unit);
}
