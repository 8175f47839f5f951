using System.Globalization;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>
/// A workbook that is refused, with the reason as a value. The message is Dutch, for the person who sent it, and says where, never what:
/// no content, sheet name or password. Failures of the stream itself (<see cref="IOException"/>) pass unchanged.
/// </summary>
public sealed class WorksheetException : Exception
{
    internal WorksheetException(WorksheetFault fault, int? row = null, int? column = null)
        : base(Text(fault) + Place(row, column)) => (Fault, Row, Column) = (fault, row, column);

    /// <summary>The reason.</summary>
    public WorksheetFault Fault { get; }

    /// <summary>The row as people see it, from 1; null where the reason is not in a row.</summary>
    public int? Row { get; }

    /// <summary>The column, 0 is A; null where the reason is not in a column.</summary>
    public int? Column { get; }

    private static string Text(WorksheetFault fault) => fault switch
    {
        WorksheetFault.NotAWorkbook => "Dit bestand is geen Excel-werkmap.",
        WorksheetFault.Unsupported => "Dit soort werkmap wordt hier niet gelezen. Bewaar ze als .xlsx en stuur ze opnieuw.",
        WorksheetFault.Damaged => "De werkmap is beschadigd of onvolledig. Stuur ze opnieuw.",
        WorksheetFault.PasswordMissing => "De werkmap is beveiligd met een wachtwoord, en dat is niet meegegeven.",
        WorksheetFault.WrongPassword => "Het wachtwoord past niet op deze werkmap.",
        WorksheetFault.Hostile => "De werkmap is geweigerd: ze vraagt iets wat geen gewone werkmap vraagt.",
        WorksheetFault.TooLarge => "De werkmap is te groot.",
        WorksheetFault.Macros => "De werkmap bevat macro's. Bewaar ze zonder macro's als .xlsx en stuur ze opnieuw.",
        WorksheetFault.ForeignContent => "De werkmap bevat meer dan cellen: koppelingen, objecten, afbeeldingen, draaitabellen of opmerkingen. Verwijder die en stuur ze opnieuw.",
        WorksheetFault.SecondSheet => "De werkmap heeft meer dan één blad met inhoud.",
        WorksheetFault.HiddenContent => "De werkmap heeft een verborgen blad, rij of kolom met inhoud. Maak alles zichtbaar en stuur ze opnieuw.",
        WorksheetFault.Formula => "De werkmap bevat een formule. Plak de cellen als waarden en stuur ze opnieuw.",
        WorksheetFault.ExtraColumn => "De werkmap bevat iets buiten de kolommen die gevraagd zijn.",
        WorksheetFault.MergedCells => "De werkmap bevat samengevoegde cellen. Hef de samenvoeging op en stuur ze opnieuw.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static string Place(int? row, int? column) => (row, column) switch
    {
        ({ } number, { } index) => string.Create(CultureInfo.InvariantCulture, $" (cel {CellReference.Letters(index)}{number})"),
        ({ } number, null) => string.Create(CultureInfo.InvariantCulture, $" (rij {number})"),
        (null, { } index) => $" (kolom {CellReference.Letters(index)})",
        _ => "",
    };
}
