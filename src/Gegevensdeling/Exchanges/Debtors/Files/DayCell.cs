using System.Globalization;
using Gegevensdeling.Documents.Worksheets;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>A day that is over or today: a date cell, or a text dd/mm/jjjj.</summary>
internal static class DayCell
{
    private static readonly string[] Forms = ["dd/MM/yyyy", "d/M/yyyy", "d/MM/yyyy", "dd/M/yyyy"];

    /// <summary>Before this no file of today was collected; such a date is a number shown as one.</summary>
    private static readonly DateOnly First = new(1950, 1, 1);

    /// <summary>Why the cell is no such day, or null.</summary>
    public static CellFault? Read(WorksheetCell cell, string heading, DateOnly today, out DateOnly day)
    {
        day = default;
        switch (cell)
        {
            case WorksheetCell.Date(_, var value):
                day = DateOnly.FromDateTime(value);
                break;
            case WorksheetCell.Text(var text) when DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day):
                break;
            default:
                return new("datum", $"in de kolom '{heading}' hoort een datum als dd/mm/jjjj.");
        }

        return day > today ? new("datum-toekomst", $"in de kolom '{heading}' staat een datum in de toekomst.")
            : day < First ? new("datum", $"in de kolom '{heading}' staat een datum van vóór {First.Year}.")
            : null;
    }
}
