using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>A column of a file of this exchange, known by its heading.</summary>
internal sealed record SheetColumn(string Heading, bool IsRequired = true);

/// <summary>Where in one file the columns stand.</summary>
internal sealed class SheetColumns
{
    private readonly int[] _places;

    private SheetColumns(int[] places) => _places = places;

    /// <summary>Whether the file has that column.</summary>
    public bool Has(int column) => _places[column] >= 0;

    /// <summary>The cell of the row under that column; empty where the file has none.</summary>
    public WorksheetCell Cell(WorksheetRow row, int column) => Has(column) ? row[_places[column]] : WorksheetCell.None;

    /// <summary>A place with content and without a heading, or null.</summary>
    public int? Stray(WorksheetRow row)
    {
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (!_places.Contains(place) && !InszCell.IsEmpty(row[place]))
                return place;
        }

        return null;
    }

    /// <summary>Reads the headings; a heading that is not asked, stands twice or is missing is a problem, in Dutch, without what stood there.</summary>
    public static (SheetColumns? Columns, string? Problem) Of(WorksheetRow row, IReadOnlyList<SheetColumn> expected)
    {
        var places = Enumerable.Repeat(-1, expected.Count).ToArray();
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (InszCell.IsEmpty(row[place]))
                continue;
            var heading = row[place] is WorksheetCell.Text(var text) ? text.Trim() : string.Empty;
            var column = expected.ToList().FindIndex(one => string.Equals(one.Heading, heading, StringComparison.OrdinalIgnoreCase));
            if (column < 0)
                return (null, $"Kolom {Letter(place)} hoort er niet bij, of heeft een ander opschrift.");
            if (places[column] >= 0)
                return (null, $"De kolom '{expected[column].Heading}' staat er twee keer.");
            places[column] = place;
        }

        var missing = expected.Where((column, at) => column.IsRequired && places[at] < 0).Select(column => $"'{column.Heading}'").ToList();
        return missing.Count == 0 ? (new(places), null)
            : (null, missing.Count == 1 ? $"De kolom {missing[0]} ontbreekt." : $"De kolommen {string.Join(", ", missing[..^1])} en {missing[^1]} ontbreken.");
    }

    public static string Letter(int place) => ((char)('A' + place)).ToString();
}
