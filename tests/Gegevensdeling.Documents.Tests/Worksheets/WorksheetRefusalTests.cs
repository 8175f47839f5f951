using Xunit;

namespace Gegevensdeling.Documents.Worksheets;

public sealed class WorksheetRefusalTests
{
    [Theory]
    [InlineData("formula", WorksheetFault.Formula, 8, 0)]
    [InlineData("second", WorksheetFault.SecondSheet, null, null)]
    [InlineData("hidden", WorksheetFault.HiddenContent, null, null)]
    [InlineData("hidden-row", WorksheetFault.HiddenContent, 4, 0)]
    [InlineData("hidden-column", WorksheetFault.HiddenContent, 1, 0)]
    [InlineData("column-b", WorksheetFault.ExtraColumn, 4, 1)]
    [InlineData("merged", WorksheetFault.MergedCells, 3, 0)]
    [InlineData("note", WorksheetFault.ForeignContent, null, null)]
    public void What_a_request_may_not_hold_is_refused_with_its_place_in_both_formats(string fixture, WorksheetFault fault, int? row, int? column)
    {
        foreach (var extension in (string[])["xlsx", "xls"])
        {
            var refusal = Refused(Workbooks.Fixture($"{fixture}.{extension}"));
            Assert.Equal((fault, row, column), (refusal.Fault, refusal.Row, refusal.Column));
        }
    }

    [Theory]
    [InlineData("libreoffice-protected.xlsx")]
    [InlineData("libreoffice-protected.xls")]
    [InlineData("officecrypto-agile.xlsx")]
    public void A_wrong_password_is_told_from_none_and_from_damage(string fixture)
    {
        var workbook = Workbooks.Fixture(fixture);
        Assert.Equal(WorksheetFault.WrongPassword, Refused(workbook, "verkeerd").Fault);
        Assert.Equal(WorksheetFault.PasswordMissing, Refused(workbook).Fault);
        Assert.Equal(WorksheetFault.Damaged, Refused(workbook[..^4_608], Workbooks.Password).Fault);
    }

    [Fact]
    public void A_changed_byte_in_a_package_with_an_integrity_check_is_damage()
    {
        var workbook = Workbooks.Fixture("officecrypto-agile.xlsx");
        var at = Enumerable.Range(0, workbook.Length).Count(place =>
        {
            var changed = workbook.ToArray();
            changed[place] ^= 1;
            return place % 512 == 100 && place > 512 && Outcome(changed) == WorksheetFault.Damaged;
        });
        Assert.True(at >= 8, $"{at} of 16 changes were damage");
    }

    [Fact]
    public void What_is_no_workbook_is_said_to_be_none()
    {
        Assert.Equal(WorksheetFault.NotAWorkbook, Refused([]).Fault);
        Assert.Equal(WorksheetFault.NotAWorkbook, Refused("INSZ;ja"u8.ToArray()).Fault);
        Assert.Equal(WorksheetFault.NotAWorkbook, Refused(Workbooks.Pack(new Dictionary<string, string> { ["a.txt"] = "a" })).Fault);
        Assert.Equal(WorksheetFault.Unsupported, Refused(Workbooks.Fixture("libreoffice.ods")).Fault);
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", WorksheetFault.Macros)]
    [InlineData("xl/macrosheets/sheet1.xml", WorksheetFault.Macros)]
    [InlineData("xl/externalLinks/externalLink1.xml", WorksheetFault.ForeignContent)]
    [InlineData("xl/embeddings/oleObject1.bin", WorksheetFault.ForeignContent)]
    [InlineData("xl/activeX/activeX1.xml", WorksheetFault.ForeignContent)]
    [InlineData("xl/connections.xml", WorksheetFault.ForeignContent)]
    [InlineData("xl/pivotCache/pivotCacheRecords1.xml", WorksheetFault.ForeignContent)]
    [InlineData("xl/media/image1.png", WorksheetFault.ForeignContent)]
    [InlineData("xl/chartsheets/sheet1.xml", WorksheetFault.SecondSheet)]
    [InlineData("xl/theme/theme1.xml", null)]
    [InlineData("docProps/core.xml", null)]
    public void A_part_that_is_no_cell_is_refused_by_its_name(string name, WorksheetFault? fault)
    {
        var parts = Workbooks.Parts("""<row><c><v>1</v></c></row>""");
        parts[name] = "<a/>";
        Assert.Equal(fault, Outcome(Workbooks.Pack(parts)));
    }

    [Theory]
    [InlineData("application/vnd.ms-excel.sheet.macroEnabled.main+xml", WorksheetFault.Macros)]
    [InlineData("application/vnd.ms-excel.sheet.binary.macroEnabled.main", WorksheetFault.Unsupported)]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml", WorksheetFault.ForeignContent)]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", null)]
    public void A_renamed_part_is_refused_by_its_content_type(string type, WorksheetFault? fault)
    {
        var parts = Workbooks.Parts("");
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].Replace("</Types>", $"<Override PartName=\"/x.bin\" ContentType=\"{type}\"/></Types>", StringComparison.Ordinal);
        Assert.Equal(fault, Outcome(Workbooks.Pack(parts)));
    }

    [Theory]
    [InlineData("hyperlink", null)]
    [InlineData("externalLinkPath", WorksheetFault.ForeignContent)]
    [InlineData("somethingNew", WorksheetFault.ForeignContent)]
    public void A_sheet_points_to_nothing_outside_but_hyperlinks(string kind, WorksheetFault? fault)
    {
        var parts = Workbooks.Parts("");
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = Workbooks.Relationships(("rId1", kind, "https://example.org")).Replace("/></", " TargetMode=\"External\"/></", StringComparison.Ordinal);
        Assert.Equal(fault, Outcome(Workbooks.Pack(parts)));
    }

    [Theory]
    [InlineData("", """<mergeCells><mergeCell ref="A1:D1"/></mergeCells>""", null)]
    [InlineData("", """<mergeCells><mergeCell ref="B1:D9"/></mergeCells>""", null)]
    [InlineData("", """<mergeCells><mergeCell ref="A1:A2"/></mergeCells>""", WorksheetFault.MergedCells)]
    [InlineData("""<sheetFormatPr zeroHeight="1"/>""", "", WorksheetFault.HiddenContent)]
    [InlineData("""<cols><col min="1" max="1" width="0"/></cols>""", "", WorksheetFault.HiddenContent)]
    [InlineData("""<cols><col min="2" max="16384" hidden="1"/></cols>""", "", null)]
    [InlineData("", "<controls><control/></controls>", WorksheetFault.ForeignContent)]
    public void What_hides_or_covers_cells_is_refused_where_it_could_hide_content(string before, string after, WorksheetFault? fault) =>
        Assert.Equal(fault, Outcome(Workbooks.Pack(Workbooks.Parts("""<row><c><v>1</v></c></row>""", before, after))));

    [Theory]
    [InlineData("""<row ht="0" customHeight="1"><c><v>1</v></c></row>""", WorksheetFault.HiddenContent)]
    [InlineData("""<row hidden="1"><c s="0"/></row>""", null)]
    [InlineData("""<row><c/><c t="s"><v>1</v></c></row>""", null)]
    [InlineData("""<row><c/><c t="s"><v>0</v></c></row>""", WorksheetFault.ExtraColumn)]
    [InlineData("""<row><c t="s"><v>2</v></c></row>""", WorksheetFault.Damaged)]
    [InlineData("""<row><c t="s"><v>-1</v></c></row>""", WorksheetFault.Damaged)]
    [InlineData("""<row><c t="s"><v>99999999999999999999</v></c></row>""", WorksheetFault.Damaged)]
    [InlineData("""<row><c><f/></c></row>""", WorksheetFault.Formula)]
    [InlineData("""<row><c><v>1</v><f t="shared" si="0"/></c></row>""", WorksheetFault.Formula)]
    [InlineData("""<row><c r="ZZ1"><f>HYPERLINK()</f></c></row>""", WorksheetFault.Formula)]
    [InlineData("""<row><c r="A1"/><c r="A1"/></row>""", WorksheetFault.Damaged)]
    [InlineData("""<row r="2"/><row r="1"/>""", WorksheetFault.Damaged)]
    [InlineData("""<row r="1048577"/>""", WorksheetFault.Hostile)]
    [InlineData("""<row><c r="XFE1"><v>1</v></c></row>""", WorksheetFault.Damaged)]
    [InlineData("""<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>""", WorksheetFault.ExtraColumn)]
    [InlineData("""<row r="1048576"><c r="A1048576"><v>1</v></c></row>""", null)]
    [InlineData("""<row><c><v>NaN</v></c></row>""", WorksheetFault.Damaged)]
    [InlineData("""<row><x xmlns="urn:x"><c><v>1</v></c></x></row>""", WorksheetFault.Damaged)]
    [InlineData("""<row><c t="inlineStr"><v>1</v></c></row>""", WorksheetFault.Damaged)]
    public void Cells_that_do_not_fit_are_refused(string rows, WorksheetFault? fault) =>
        Assert.Equal(fault, Outcome(Workbooks.Pack(Workbooks.Parts(rows, shared: "<si><t>a</t></si><si><t/></si>"))));

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    public void A_part_that_is_missing_is_damage(string name)
    {
        var parts = Workbooks.Parts("");
        parts.Remove(name);
        Assert.Equal(WorksheetFault.Damaged, Outcome(Workbooks.Pack(parts)));
    }

    [Fact]
    public void A_row_over_the_limit_is_too_large() =>
        Assert.Equal((WorksheetFault.TooLarge, 2), Refused(Workbooks.Pack(Workbooks.Parts("<row><c><v>1</v></c></row><row><c><v>1</v></c></row>")), limits: new WorksheetLimits { Rows = 1 }) is var refusal ? (refusal.Fault, refusal.Row) : default);

    [Fact]
    public void Every_refusal_says_in_Dutch_where_and_never_what()
    {
        Assert.All(Enum.GetValues<WorksheetFault>(), fault => Assert.EndsWith("(cel AA7)", new WorksheetException(fault, 7, 26).Message, StringComparison.Ordinal));
        Assert.DoesNotContain("KANARIE", Refused(Workbooks.Pack(Workbooks.Parts("""<row><c t="e"><v>KANARIE</v></c></row>"""))).ToString(), StringComparison.Ordinal);
    }

    public static WorksheetFault? Outcome(byte[] workbook, string? password = Workbooks.Password)
    {
        try
        {
            Workbooks.Read(workbook, password);
            return null;
        }
        catch (WorksheetException refusal)
        {
            return refusal.Fault;
        }
    }

    private static WorksheetException Refused(byte[] workbook, string? password = null, WorksheetLimits? limits = null) =>
        Assert.Throws<WorksheetException>(() => Workbooks.Read(workbook, password, limits));
}
