using System.Globalization;
using System.Text;
using System.Xml;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>The value of one cell (ECMA-376 part 1, 18.3.1.4 c, 18.18.11 ST_CellType).</summary>
internal sealed class XlsxCell(SharedStrings strings, NumberFormats formats, WorksheetLimits limits)
{
    private static readonly string[] Errors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!"];

    private readonly StringBuilder buffer = new();

    public WorksheetCell Read(XmlReader reader, int row, int column)
    {
        var (type, style) = (reader.GetAttribute("t") ?? "n", reader.GetAttribute("s"));
        var depth = reader.Depth;
        var (kind, text) = ('-', "");
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.EndElement)
                continue;
            if (reader.NodeType != XmlNodeType.Element)
                throw Damaged(row, column);
            switch (reader.LocalName)
            {
                case "f":
                    throw new WorksheetException(WorksheetFault.Formula, row, column);
                case "v" when kind == '-':
                    kind = 'v';
                    buffer.Clear();
                    CellText.Append(reader, buffer, limits);
                    text = buffer.ToString();
                    break;
                case "is" when kind == '-':
                    kind = 'i';
                    text = CellText.Read(reader, buffer, limits);
                    break;
                case "extLst":
                    reader.Pass();
                    break;
                default:
                    throw Damaged(row, column);
            }
        }

        return text.Length == 0 ? WorksheetCell.None : Cell(type, kind, text, style, row, column);
    }

    private WorksheetCell Cell(string type, char kind, string text, string? style, int row, int column)
    {
        if (kind == 'i' != (type == "inlineStr"))
            throw Damaged(row, column);
        switch (type)
        {
            case "s":
                return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? Text(strings.At(index).ToString(), row, column) : throw Damaged(row, column);
            case "inlineStr":
                return Text(text, row, column);
            case "str":
                return Text(CellText.Unescape(text), row, column);
            case "n":
                return Number(text, style, row, column);
            case "b" when text is "0" or "1":
                return new WorksheetCell.Boolean(text == "1");
            case "e" when Errors.Contains(text, StringComparer.Ordinal):
                return new WorksheetCell.Error(text);
            case "d" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date) && date.Year >= 1900:
                return new WorksheetCell.Date(date.ToOADate() is var serial && serial <= 60 ? serial - 1 : serial, DateTime.SpecifyKind(date, DateTimeKind.Unspecified));
            default:
                throw Damaged(row, column);
        }
    }

    private WorksheetCell Text(string value, int row, int column) => value.Length switch
    {
        0 => WorksheetCell.None,
        var length when length > limits.CellCharacters => throw new WorksheetException(WorksheetFault.TooLarge, row, column),
        _ => new WorksheetCell.Text(value),
    };

    private WorksheetCell Number(string raw, string? style, int row, int column)
    {
        if (raw.Length > 64 || !double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw Damaged(row, column);
        var index = 0;
        if (style is not null && !int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out index))
            throw Damaged(row, column);
        return formats.Cell(value, raw.Trim(), index);
    }

    private static WorksheetException Damaged(int row, int column) => new(WorksheetFault.Damaged, row, column);
}
