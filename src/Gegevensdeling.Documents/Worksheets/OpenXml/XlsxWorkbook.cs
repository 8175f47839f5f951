using System.Globalization;
using System.Text;
using System.Xml;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>The workbook of an .xlsx: which sheet has content, the shared texts and the number formats (ECMA-376 part 1, 18.2, 18.4, 18.8).</summary>
internal sealed class XlsxWorkbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const int MostSheets = 255;

    private readonly Package package;
    private readonly WorksheetLimits limits;
    private readonly string sheet;
    private readonly SharedStrings strings;
    private readonly NumberFormats formats = new();

    private XlsxWorkbook(Package package, WorksheetLimits limits)
    {
        (this.package, this.limits) = (package, limits);
        strings = new(limits);
        var workbook = package.Relationships("").Values.FirstOrDefault(part => part.Kind == "officeDocument").Target;
        if (workbook is null)
            throw new WorksheetException(WorksheetFault.NotAWorkbook);
        var parts = package.Relationships(workbook);
        var sheets = ReadSheets(workbook);
        var kinds = sheets.ToDictionary(found => found.Name, found => parts.GetValueOrDefault(found.Id), StringComparer.OrdinalIgnoreCase);
        if (kinds.Values.Any(part => part.Kind != "worksheet"))
            throw new WorksheetException(WorksheetFault.Damaged);
        foreach (var (_, target) in kinds.Values)
            package.Relationships(target); // refuses what sheets may not point to
        if (parts.Values.FirstOrDefault(part => part.Kind == "styles").Target is { } styles)
            ReadStyles(styles);
        if (parts.Values.FirstOrDefault(part => part.Kind == "sharedStrings").Target is { } shared)
            ReadStrings(shared);
        SheetName = Choose(sheets, kinds);
        sheet = kinds[SheetName].Target;
    }

    public string SheetName { get; }

    public static XlsxWorkbook Open(Stream package, WorksheetLimits limits) => new(new Package(package, limits), limits);

    public IEnumerable<WorksheetRow> Rows() => new XlsxSheet(package, sheet, strings, formats, limits).Rows();

    public static bool IsMain(XmlReader reader, string name) => reader.LocalName == name && reader.NamespaceURI is Main or Strict;

    // content in a hidden sheet, or in a second one, is refused; sheets without content do not count
    private string Choose(List<(string Name, string Id, bool Hidden)> sheets, Dictionary<string, (string Kind, string Target)> parts)
    {
        var filled = sheets.Where(found => XlsxSheet.HasContent(package, parts[found.Name].Target, strings, limits)).ToList();
        if (filled.Exists(found => found.Hidden))
            throw new WorksheetException(WorksheetFault.HiddenContent);
        if (filled.Count > 1)
            throw new WorksheetException(WorksheetFault.SecondSheet);
        return filled.Concat(sheets.Where(found => !found.Hidden)).Select(found => found.Name).FirstOrDefault() ?? throw new WorksheetException(WorksheetFault.Damaged);
    }

    private List<(string Name, string Id, bool Hidden)> ReadSheets(string workbook)
    {
        var sheets = new List<(string Name, string Id, bool Hidden)>();
        using var reader = package.Open(workbook);
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth == 0 && !IsMain(reader, "workbook"))
                throw new WorksheetException(WorksheetFault.NotAWorkbook);
            if (IsMain(reader, "workbookPr"))
                formats.Since1904 = XmlPart.IsOn(reader.GetAttribute("date1904"));
            if (IsMain(reader, "sheet"))
                sheets.Add((reader.GetAttribute("name") ?? "", RelationshipId(reader), reader.GetAttribute("state") is not (null or "visible")));
        }

        if (sheets.Count is 0 or > MostSheets || sheets.Exists(found => found.Name.Length is 0 or > 31) || sheets.DistinctBy(found => found.Name.ToUpperInvariant()).Count() != sheets.Count)
            throw new WorksheetException(WorksheetFault.Damaged);
        return sheets;
    }

    private static string RelationshipId(XmlReader reader) =>
        reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";

    private void ReadStyles(string name)
    {
        using var reader = package.Open(name);
        var within = false;
        while (reader.Next())
        {
            if (reader.Depth == 1)
                within = reader.NodeType == XmlNodeType.Element && reader.LocalName == "cellXfs";
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (IsMain(reader, "numFmt") && reader.Depth == 2 && reader.GetAttribute("formatCode") is { } code)
                formats.Define(Id(reader, "numFmtId"), code);
            else if (within && IsMain(reader, "xf") && reader.Depth == 2)
                formats.AddStyle(Id(reader, "numFmtId"));
        }
    }

    private void ReadStrings(string name)
    {
        using var reader = package.Open(name);
        var text = new StringBuilder();
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != 1)
                continue;
            if (!IsMain(reader, "si"))
            {
                reader.Pass();
                continue;
            }

            strings.Add(CellText.Read(reader, text, limits));
        }
    }

    private static int Id(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new WorksheetException(WorksheetFault.Damaged);
}
