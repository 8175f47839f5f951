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
        WorksheetFault.NotAWorkbook => "Dit bestand is geen Excelbestand.",
        WorksheetFault.Unsupported => "Dit soort Excelbestand wordt hier niet gelezen. Bewaar het als .xlsx en stuur het opnieuw.",
        WorksheetFault.Damaged => "Het Excelbestand is beschadigd of onvolledig. Stuur het opnieuw.",
        WorksheetFault.PasswordMissing => "Het Excelbestand is beveiligd met een wachtwoord, en dat is niet meegegeven.",
        WorksheetFault.WrongPassword => "Het wachtwoord past niet op dit Excelbestand.",
        WorksheetFault.Hostile => "Het Excelbestand is geweigerd: het vraagt iets wat geen gewoon Excelbestand vraagt.",
        WorksheetFault.TooLarge => "Het Excelbestand is te groot.",
        WorksheetFault.Macros => "Het Excelbestand bevat macro's. Bewaar het zonder macro's als .xlsx en stuur het opnieuw.",
        WorksheetFault.ForeignContent => "Het Excelbestand bevat meer dan cellen: koppelingen, objecten, afbeeldingen, draaitabellen of opmerkingen. Verwijder die en stuur het opnieuw.",
        WorksheetFault.SecondSheet => "Het Excelbestand heeft meer dan één blad met inhoud. Houd één blad over en stuur het opnieuw.",
        WorksheetFault.HiddenContent => "Het Excelbestand heeft een verborgen blad, rij of kolom met inhoud. Maak alles zichtbaar en stuur het opnieuw.",
        WorksheetFault.Formula => "Het Excelbestand bevat een formule. Plak de cellen als waarden en stuur het opnieuw.",
        WorksheetFault.ExtraColumn => "Het Excelbestand bevat iets buiten de kolommen die gevraagd zijn. Laat de andere kolommen leeg en stuur het opnieuw.",
        WorksheetFault.MergedCells => "Het Excelbestand bevat samengevoegde cellen. Hef de samenvoeging op en stuur het opnieuw.",
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
