using System.Globalization;
using System.Xml;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>One sheet, streamed (ECMA-376 part 1, 18.3). Inside the rows only what makes up a cell is accepted: what another program might read as a value is never passed over.</summary>
internal sealed class XlsxSheet(Package package, string name, SharedStrings strings, NumberFormats formats, WorksheetLimits limits)
{
    private readonly RowBuilder rows = new(limits);
    private readonly XlsxCell cell = new(strings, formats, limits);
    private bool hiddenByDefault;

    /// <summary>Whether any cell has a value or a formula.</summary>
    public static bool HasContent(Package package, string name, SharedStrings strings, WorksheetLimits limits)
    {
        using var reader = package.Open(name);
        var stored = 0;
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "row" && ++stored > limits.Rows)
                throw new WorksheetException(WorksheetFault.TooLarge, stored);
            if (reader.LocalName == "c" && !reader.IsEmptyElement && HasValue(reader, strings))
                return true;
        }

        return false;
    }

    public IEnumerable<WorksheetRow> Rows()
    {
        using var reader = package.Open(name);
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth == 0 && !XlsxWorkbook.IsMain(reader, "worksheet"))
                throw new WorksheetException(WorksheetFault.Damaged);
            if (reader.Depth == 1 && reader.LocalName == "sheetData" && !reader.IsEmptyElement)
            {
                foreach (var row in ReadRows(reader))
                    yield return row;
            }
            else
            {
                ReadAround(reader);
            }
        }
    }

    private static bool HasValue(XmlReader reader, SharedStrings strings)
    {
        var isShared = reader.GetAttribute("t") == "s";
        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "f")
                return true;
            if (reader.NodeType == XmlNodeType.Text)
                return !isShared || !long.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || !strings.At(index).IsEmpty;
        }

        return false;
    }

    private IEnumerable<WorksheetRow> ReadRows(XmlReader reader)
    {
        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.EndElement)
                continue;
            if (reader.NodeType != XmlNodeType.Element || !XlsxWorkbook.IsMain(reader, "row"))
                throw new WorksheetException(WorksheetFault.Damaged);
            BeginRow(reader);
            if (reader.IsEmptyElement)
                continue;
            ReadCells(reader);
            if (rows.Finish() is { } row)
                yield return row;
        }
    }

    private void BeginRow(XmlReader reader)
    {
        var number = rows.Number + 1;
        if (reader.GetAttribute("r") is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number <= rows.Number))
            throw new WorksheetException(WorksheetFault.Damaged);
        if (number > CellReference.LastRow)
            throw new WorksheetException(WorksheetFault.Hostile);
        rows.Begin(number, hiddenByDefault || XmlPart.IsOn(reader.GetAttribute("hidden")) || IsZero(reader.GetAttribute("ht")));
    }

    private void ReadCells(XmlReader reader)
    {
        var depth = reader.Depth;
        var column = -1;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.EndElement)
                continue;
            if (reader.NodeType != XmlNodeType.Element || !XlsxWorkbook.IsMain(reader, "c"))
                throw new WorksheetException(WorksheetFault.Damaged);
            column = Column(reader.GetAttribute("r"), column);
            if (!reader.IsEmptyElement)
                rows.Add(column, cell.Read(reader, rows.Number, column));
        }
    }

    private int Column(string? reference, int before)
    {
        var column = before + 1;
        if (reference is not null && (!CellReference.TryParse(reference, out var row, out column) || row != rows.Number || column <= before))
            throw new WorksheetException(WorksheetFault.Damaged);
        return column <= CellReference.LastColumn ? column : throw new WorksheetException(WorksheetFault.Hostile);
    }

    // before and after the rows: what hides columns or rows, what covers cells, and what is no cell
    private void ReadAround(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "sheetFormatPr":
                hiddenByDefault = XmlPart.IsOn(reader.GetAttribute("zeroHeight")) || IsZero(reader.GetAttribute("defaultRowHeight"));
                break;
            case "col" when XmlPart.IsOn(reader.GetAttribute("hidden")) || IsZero(reader.GetAttribute("width")):
                rows.HideColumns(Number(reader, "min") - 1, Number(reader, "max") - 1);
                break;
            case "mergeCell":
                Merge(reader.GetAttribute("ref") ?? "");
                break;
            case "oleObject" or "control" or "sheetData" when reader.LocalName != "sheetData" || !reader.IsEmptyElement:
                throw new WorksheetException(reader.LocalName == "sheetData" ? WorksheetFault.Damaged : WorksheetFault.ForeignContent);
        }
    }

    private void Merge(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !CellReference.TryParse(reference.AsSpan(0, colon), out var firstRow, out var firstColumn) || !CellReference.TryParse(reference.AsSpan(colon + 1), out var lastRow, out _))
            throw new WorksheetException(WorksheetFault.Damaged);
        rows.Merge(firstRow, firstColumn, lastRow);
    }

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new WorksheetException(WorksheetFault.Damaged);

    private static bool IsZero(string? size) => size is not null && double.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value <= 0;
}
