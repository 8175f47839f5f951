using Xunit;

namespace Gegevensdeling.Documents.Worksheets;

public sealed class WorksheetReaderTests
{
    // birth dates and orders as in Fixtures/make.py; check digits 97 - (number, from 2000 with a 2 before it) mod 97
    public static readonly string[] Numbers = [Insz("150309", "007"), Insz("010203", "123"), Insz("991231", "042"), Insz("080630", "998"), Insz("120115", "055")];

    [Theory]
    [InlineData("libreoffice.xlsx", WorkbookFormat.Xlsx, false)]
    [InlineData("libreoffice.xls", WorkbookFormat.Xls, false)]
    [InlineData("libreoffice-protected.xlsx", WorkbookFormat.Xlsx, true)]
    [InlineData("libreoffice-protected.xls", WorkbookFormat.Xls, true)]
    [InlineData("officecrypto-agile.xlsx", WorkbookFormat.Xlsx, true)]
    public void Every_format_gives_the_same_rows(string fixture, WorkbookFormat format, bool wasProtected)
    {
        var (reader, rows) = Workbooks.Read(Workbooks.Fixture(fixture), Workbooks.Password);
        Assert.Equal(("Kinderen", format, wasProtected), (reader.SheetName, reader.Format, reader.WasProtected));
        Assert.Equal([1, 3, 4, 5, 6, 7], rows.Select(row => row.Number));
        Assert.Equal(new WorksheetCell.Text("INSZ"), rows[0][0]);
        Assert.Equal(new WorksheetCell.Text(Numbers[0]), rows[1][0]);
        var dotted = Numbers[1];
        Assert.Equal(new WorksheetCell.Text($"{dotted[..2]}.{dotted[2..4]}.{dotted[4..6]}-{dotted[6..9]}.{dotted[9..]}"), rows[2][0]);
        Assert.Equal(double.Parse(Numbers[2], System.Globalization.CultureInfo.InvariantCulture), Assert.IsType<WorksheetCell.Number>(rows[3][0]).Value);
        Assert.Equal(new WorksheetCell.Number(double.Parse(Numbers[3], System.Globalization.CultureInfo.InvariantCulture), Numbers[3].TrimStart('0'), "00000000000"), rows[4][0]);
        Assert.Equal(new WorksheetCell.Text(" é€😀 <&> "), rows[5][0]);
        Assert.Same(WorksheetCell.None, rows[0][1]);
    }

    [Fact]
    public void A_workbook_of_openpyxl_with_an_empty_hidden_sheet_is_read()
    {
        var (_, rows) = Workbooks.Read(Workbooks.Fixture("openpyxl.xlsx"));
        Assert.Equal([.. Numbers.Select(number => new WorksheetCell.Text(number)), new WorksheetCell.Number(99123104200 + (double.Parse(Numbers[2], System.Globalization.CultureInfo.InvariantCulture) % 100), Numbers[2], null)], rows.Select(row => row[0]));
    }

    [Fact]
    public void Every_kind_of_cell_is_told_apart()
    {
        var parts = Workbooks.Parts(
            """<row r="2"><c r="A2" t="s"><v>1</v></c><c t="inlineStr"><is><r><t>in</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>line_x0007_</t></r></is></c><c t="str"><v>str</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><v> 1.50E3 </v></c><c s="1"><v>45000.5</v></c><c t="d"><v>2024-04-01T00:00:00</v></c><c s="2"><v>7</v></c></row><row><c><v>1</v></c></row>""",
            shared: "<si><t>nul</t></si><si><t xml:space=\"preserve\"> één </t></si>",
            styles: """<numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="171" formatCode="00&quot;.&quot;00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>""");
        var (_, rows) = Workbooks.Read(Workbooks.Pack(parts), limits: new WorksheetLimits { Columns = 9 });
        Assert.Equal([2, 3], rows.Select(row => row.Number));
        Assert.Equal(
            [
                new WorksheetCell.Text(" één "), new WorksheetCell.Text("inline\a"), new WorksheetCell.Text("str"), new WorksheetCell.Boolean(true), new WorksheetCell.Error("#N/A"), new WorksheetCell.Number(1500, "1.50E3", null),
                new WorksheetCell.Date(45000.5, new DateTime(2023, 3, 15, 12, 0, 0)), new WorksheetCell.Date(45383, new DateTime(2024, 4, 1)), new WorksheetCell.Number(7, "7", "00\".\"00"),
            ],
            rows[0].Cells);
    }

    [Fact]
    public void Rows_can_be_asked_twice()
    {
        using var reader = WorksheetReader.Open(new MemoryStream(Workbooks.Fixture("libreoffice.xls")), null, WorksheetLimits.Default, CancellationToken.None);
        Assert.Equal(reader.Rows().Select(row => row[0]).ToList(), [.. reader.Rows().Select(row => row[0])]);
    }

    [Fact]
    public void Nothing_prints_what_a_cell_holds()
    {
        var row = new WorksheetRow(3, [new WorksheetCell.Text("KANARIE")]);
        Assert.DoesNotContain("KANARIE", $"{row} {row[0]}", StringComparison.Ordinal);
    }

    private static string Insz(string birth, string order) => birth + order + (97 - (long.Parse((birth[0] == '9' ? "" : "2") + birth + order, System.Globalization.CultureInfo.InvariantCulture) % 97)).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
}
