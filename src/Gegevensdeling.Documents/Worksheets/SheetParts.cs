using System.Globalization;
using System.Text;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>The parts of a workbook of one sheet (ECMA-376 part 1, annex L.2): the least that every program opens.</summary>
internal static class SheetParts
{
    public const string SheetName = "xl/worksheets/sheet1.xml";
    public const string StylesName = "xl/styles.xml";
    public const string SheetEnd = "</sheetData></worksheet>";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static IEnumerable<(string Name, string Content)> Fixed(string sheetName) =>
    [
        ("[Content_Types].xml", $"""
            {Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/{SheetName}" ContentType="{Types}.worksheet+xml"/><Override PartName="/{StylesName}" ContentType="{Types}.styles+xml"/></Types>
            """),
        ("_rels/.rels", $"""{Declaration}<Relationships xmlns="{Relationships}"><Relationship Id="rId1" Type="{Kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Kinds}"><sheets><sheet name="{XmlEscape.Of(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""
            {Declaration}<Relationships xmlns="{Relationships}"><Relationship Id="rId1" Type="{Kinds}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Kinds}/styles" Target="styles.xml"/></Relationships>
            """),
    ];

    public static string SheetBegin(double other, ReadOnlySpan<double> widths)
    {
        var xml = new StringBuilder($"""{Declaration}<worksheet xmlns="{Main}"><cols>""");
        for (var column = 1; column <= widths.Length; column++)
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{column}\" max=\"{column}\" width=\"{widths[column - 1]}\" customWidth=\"1\"/>");
        return xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{widths.Length + 1}\" max=\"16384\" width=\"{other}\" customWidth=\"1\"/></cols><sheetData>").ToString();
    }
}
