namespace Gegevensdeling.Documents.Worksheets;

/// <summary>What stands in a cell. Prints its kind, never its content.</summary>
public abstract record WorksheetCell
{
    private WorksheetCell()
    {
    }

    /// <summary>The cell without content.</summary>
    public static WorksheetCell None { get; } = new Empty();

    /// <inheritdoc/>
    public sealed override string ToString() => GetType().Name;

    /// <summary>No value, or a text of length 0.</summary>
    public sealed record Empty : WorksheetCell;

    /// <summary>A text.</summary>
    /// <param name="Value">As it stands there, not trimmed; 1 to 32 767 characters.</param>
    public sealed record Text(string Value) : WorksheetCell;

    /// <summary>A number that is not shown as a date.</summary>
    /// <param name="Value">Finite.</param>
    /// <param name="Raw">As stored in .xlsx (<c>1.5E3</c>); in .xls the shortest text that gives the same number.</param>
    /// <param name="Format">The mask of digits it is shown with (<c>00000000000</c>, <c>00"."00"."00-000"."00</c>); null for any other format.</param>
    public sealed record Number(double Value, string Raw, string? Format) : WorksheetCell;

    /// <summary>WAAR or ONWAAR.</summary>
    public sealed record Boolean(bool Value) : WorksheetCell;

    /// <summary>A number that is shown as a date or a time.</summary>
    /// <param name="Serial">Days in the 1900 system, the fraction is the time.</param>
    /// <param name="Value">The same, without a time zone.</param>
    public sealed record Date(double Serial, DateTime Value) : WorksheetCell;

    /// <summary>An error as a value, not the outcome of a formula here.</summary>
    /// <param name="Code">One of the codes of the format, such as <c>#N/A</c>.</param>
    public sealed record Error(string Code) : WorksheetCell;
}
