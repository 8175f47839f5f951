using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Files;

/// <summary>An INSZ as it stands in a worksheet: text with or without punctuation, or a number that lost its leading zeros (design 11).</summary>
internal static class InszCell
{
    /// <summary>What people and programs put between the digits: also the spaces and hyphens that do not break, and the apostrophe that keeps a number a text.</summary>
    private const string Between = " .-/'\t\u00A0\u2007\u202F\u2010\u2011\u2012\u2013";

    /// <summary>Fewer digits than this in a text with letters: it is no number that went wrong but a word, such as a heading.</summary>
    private const int DigitsOfANumber = 6;

    /// <summary>A number cell lost its leading zeros: of a birth in January 2000 eight digits are left. What is smaller is another number.</summary>
    private const double FewestOfANumber = 1e7;

    /// <summary>Why the cell is no INSZ that can exist, or null.</summary>
    public static InszFault? Fault(WorksheetCell cell, out long number, out DateOnly? birth)
    {
        birth = null;
        return TryRead(cell, out number) ? Insz.Fault(number, out _, out birth) : InszFault.Digits;
    }

    /// <summary>The stable word for a fault in a text or a number.</summary>
    public static string Code(InszFault fault) => fault switch
    {
        InszFault.Digits => "geen-elf-cijfers",
        InszFault.CheckNumber => "controlegetal",
        InszFault.Serial or InszFault.Month or InszFault.Day => "bestaat-niet",
        _ => throw new InvalidOperationException("a fault of another kind"),
    };

    /// <summary>Whether the first cell of a column says what stands under it.</summary>
    public static bool IsHeading(WorksheetCell cell) =>
        cell is WorksheetCell.Text(var text) && text.Any(char.IsLetter) && text.Count(char.IsDigit) < DigitsOfANumber;

    public static bool IsEmpty(WorksheetCell cell) => cell is WorksheetCell.Empty || (cell is WorksheetCell.Text(var text) && string.IsNullOrWhiteSpace(text));

    private static bool TryRead(WorksheetCell cell, out long number)
    {
        number = 0;
        switch (cell)
        {
            case WorksheetCell.Text(var text):
                return InszText.TryRead(text, Between, out number);
            case WorksheetCell.Number { Value: >= FewestOfANumber and < 1e11 and var value } when value == Math.Floor(value):
                number = (long)value;
                return true;
            default:
                return false;
        }
    }
}
