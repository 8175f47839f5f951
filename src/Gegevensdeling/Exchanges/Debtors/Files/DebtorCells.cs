using System.Globalization;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>The number and the names in a row; what is wrong is said without a letter or digit of it.</summary>
internal static class DebtorCells
{
    public const string NumberHeading = "Rijksregisternummer";

    /// <summary>Nobody's first or family name is longer; what is, is something else.</summary>
    public const int LongestName = 80;

    private const string Apostrophes = "'’‘";

    /// <summary>Also the blank and the hyphens that do not break.</summary>
    private const string BetweenLetters = " \u00A0-\u2010\u2011\u2013.";

    /// <summary>What W16 asks of rows without a number.</summary>
    public const string LeaveOut = "Laat ondernemingen en personen zonder rijksregisternummer weg, en geef op hoeveel het er zijn.";

    /// <summary>Why the cell is no number of a person, or null.</summary>
    public static CellFault? Number(WorksheetCell cell, out long number)
    {
        if (InszCell.Fault(cell, out number, out _) is not { } fault)
            return null;
        if (InszCell.IsEmpty(cell))
            return new("geen-nummer", $"hier staat geen rijksregisternummer. {LeaveOut}");
        if (EnterpriseNumber.Is(cell))
            return new("onderneming", $"dit is een ondernemingsnummer. {LeaveOut}");
        return cell switch
        {
            WorksheetCell.Date => new("geen-nummer", "hier staat een datum, geen rijksregisternummer. Geef de cel de notatie 'Tekst' en typ het nummer opnieuw."),
            WorksheetCell.Boolean or WorksheetCell.Error => new("geen-nummer", "hier staat geen nummer maar een andere waarde."),
            WorksheetCell.Text when InszCell.IsHeading(cell) => new("woorden-in-nummerkolom", $"in de kolom '{NumberHeading}' staan woorden en geen nummer. {LeaveOut}"),
            _ => new(InszCell.Code(fault), $"dit is geen rijksregisternummer of BIS-nummer: {Insz.Reason(fault)}."),
        };
    }

    /// <summary>Why the cell is no name, or null. An empty one is an empty text: the caller's to judge.</summary>
    public static CellFault? Name(WorksheetCell cell, string heading, out string name)
    {
        name = string.Empty;
        if (InszCell.IsEmpty(cell))
            return null;
        if (cell is not WorksheetCell.Text(var text) || text.Any(char.IsAsciiDigit))
            return new("geen-naam", $"in de kolom '{heading}' staat een getal of een datum, geen naam.");
        name = text.Trim();
        if (name.Length > LongestName)
            return new("naam-te-lang", $"in de kolom '{heading}' staat meer dan een naam: hoogstens {LongestName} tekens.");
        return IsName(name) ? null : new("geen-naam", $"in de kolom '{heading}' staan tekens die in een naam niet voorkomen.");
    }

    // a first letter or apostrophe: nothing that Excel could take for a formula
    private static bool IsName(string name) => (char.IsLetter(name[0]) || Apostrophes.Contains(name[0], StringComparison.Ordinal)) && name.All(IsOfAName);

    private static bool IsOfAName(char unit) =>
        char.IsLetter(unit) || Apostrophes.Contains(unit, StringComparison.Ordinal) || BetweenLetters.Contains(unit, StringComparison.Ordinal)
        || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
