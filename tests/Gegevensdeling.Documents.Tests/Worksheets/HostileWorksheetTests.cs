using System.Buffers.Binary;
using System.Text;
using Xunit;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>Workbooks made to break the reader: each ends within the bounds. In a collection of its own, since memory is measured over the process.</summary>
[Collection(nameof(HostileWorksheetTests))]
[CollectionDefinition(nameof(HostileWorksheetTests), DisableParallelization = true)]
public sealed class HostileWorksheetTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private const string Begin = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""";
    private const string End = "</sheetData></worksheet>";

    private static readonly string Thousand = new('A', 1_000);

    [Theory]
    [InlineData("<row><c t=\"inlineStr\"><is><t>", "</t></is></c></row>")]
    [InlineData("<row><c r=\"", "\"/></row>")]
    [InlineData("<row><", "/></row>")]
    [InlineData("", "<row/>")]
    public void A_gigabyte_of_text_a_tag_or_a_name_is_never_in_memory(string before, string after) =>
        Assert.Equal(WorksheetFault.Hostile, Bounds.Outcome(Workbooks.PackLarge(SheetPart, Begin + before, Thousand, 1_000_000, after + End)));

    [Theory]
    [InlineData("<row><c t=\"inlineStr\"><is><t>", "</t></is></c></row>")]
    [InlineData("<row><c r=\"", "\"/></row>")]
    [InlineData("<row><", "/></row>")]
    public void A_text_that_passes_the_ratio_is_still_too_long(string before, string after)
    {
        var random = new Random(7);
        var noise = string.Concat(Enumerable.Range(0, 3_000).Select(_ => (char)random.Next('a', 'z')));
        Assert.Equal(WorksheetFault.Hostile, Bounds.Outcome(Workbooks.PackLarge(SheetPart, Begin + before, noise, 30_000, after + End)));
    }

    [Fact]
    public void A_zip_bomb_in_a_part_that_is_not_even_read_is_hostile()
    {
        var parts = Workbooks.Parts("");
        parts["xl/theme/theme1.xml"] = "";
        Assert.Equal(WorksheetFault.Hostile, Bounds.Outcome(Workbooks.PackLarge("xl/theme/theme1.xml", "", Thousand, 500_000, "", parts)));
    }

    [Fact]
    public void A_length_that_the_directory_denies_is_damage()
    {
        var workbook = Workbooks.PackLarge(SheetPart, Begin, "<row/>", 1_000_000, End);
        var at = workbook.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(SheetPart)) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(workbook.AsSpan(at + 24), 1_000);
        Assert.Equal(WorksheetFault.Damaged, Bounds.Outcome(workbook));
    }

    [Fact]
    public void Empty_rows_that_are_stored_count_as_rows()
    {
        Assert.Null(Bounds.Outcome(Numbered("<row r=\"{0}\" s=\"1\"><c r=\"A{0}\" s=\"1\"/></row>", WorksheetLimits.Default.Rows)));
        Assert.Equal(WorksheetFault.TooLarge, Bounds.Outcome(Numbered("<row r=\"{0}\" s=\"1\"><c r=\"A{0}\" s=\"1\"/></row>", 1_048_576)));
        Assert.Equal(WorksheetFault.TooLarge, Bounds.Outcome(Workbooks.PackLarge(SheetPart, Begin, "<row></row>", 4_000_000, End)));
    }

    [Fact]
    public void Cells_to_the_last_column_and_row_cost_nothing() =>
        Assert.Equal(WorksheetFault.ExtraColumn, Bounds.Outcome(Workbooks.Pack(Workbooks.Parts("""<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"""))));

    [Theory]
    [InlineData("<a>", WorksheetFault.Hostile)]
    [InlineData("<!-- < -->", null)]
    public void Depth_is_bounded_and_comments_cost_nothing(string piece, WorksheetFault? fault) =>
        Assert.Equal(fault, Bounds.Outcome(Workbooks.PackLarge(SheetPart, """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><extLst>""", piece, 1_000_000, "</extLst></worksheet>")) is var outcome && outcome == WorksheetFault.Damaged ? null : outcome);

    [Fact]
    public void A_million_names_are_hostile() => Assert.Equal(WorksheetFault.Hostile, Bounds.Outcome(Numbered("<n{0}/>", 1_000_000, wrapper: "<extLst>{0}</extLst>")));

    [Theory]
    [InlineData(SheetPart)]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("[Content_Types].xml")]
    [InlineData("_rels/.rels")]
    public void A_DTD_is_hostile_in_every_part(string name)
    {
        var parts = Workbooks.Parts("<row><c><v>1</v></c></row>");
        parts[name] = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>" + parts[name];
        Assert.Equal(WorksheetFault.Hostile, Bounds.Outcome(Workbooks.Pack(parts)));
    }

    [Fact]
    public void Ten_million_shared_texts_are_too_many() =>
        Assert.Contains(Bounds.Outcome(Workbooks.PackLarge("xl/sharedStrings.xml", """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""", "<si><t>a</t></si>", 5_000_000, "</sst>")), new WorksheetFault?[] { WorksheetFault.TooLarge, WorksheetFault.Hostile });

    [Fact]
    public void Parts_that_share_bytes_or_a_name_are_hostile()
    {
        var workbook = Workbooks.Pack(Workbooks.Parts(""));
        var at = workbook.AsSpan().LastIndexOf("xl/styles.xml"u8) - 46;
        workbook.AsSpan(at + 42, 4).Clear();
        Assert.Equal(WorksheetFault.Hostile, Bounds.Outcome(workbook));
        var twice = Workbooks.Parts("").Select(part => (part.Key, (Action<Stream>)(stream => stream.Write(Encoding.UTF8.GetBytes(part.Value)))));
        Assert.Equal(WorksheetFault.Hostile, Bounds.Outcome(Workbooks.Pack([.. twice, ("XL/Workbook.xml", _ => { })])));
    }

    [Fact]
    public void A_key_derivation_that_would_take_minutes_is_hostile()
    {
        var workbook = Workbooks.Fixture("officecrypto-agile.xlsx");
        var at = workbook.AsSpan().IndexOf("spinCount=\"100000\""u8);
        "spinCount=\"999999\""u8.CopyTo(workbook.AsSpan(at));
        Assert.Equal(WorksheetFault.Hostile, Bounds.Outcome(workbook));
    }

    [Fact]
    public void A_chain_that_bites_its_tail_is_damage()
    {
        var workbook = Workbooks.Fixture("libreoffice.xls");
        var fat = (BinaryPrimitives.ReadInt32LittleEndian(workbook.AsSpan(76)) + 1) * 512;
        for (var sector = 0; sector < 128; sector++)
            BinaryPrimitives.WriteInt32LittleEndian(workbook.AsSpan(fat + (sector * 4)), 0);
        Assert.Equal(WorksheetFault.Damaged, Bounds.Outcome(workbook));
    }

    [Fact]
    public void A_compound_file_of_tables_only_is_damage()
    {
        // 90 MB whose every sector number is 1: the longest chains there can be
        var workbook = new byte[90 << 20];
        Workbooks.Fixture("libreoffice.xls").AsSpan(0, 512).CopyTo(workbook);
        for (var at = 76; at < workbook.Length; at += 4)
            workbook[at] = 1;
        Assert.Equal(WorksheetFault.Damaged, Bounds.Outcome(workbook));
    }

    [Fact]
    public void A_cut_anywhere_is_refused_or_costs_no_row()
    {
        foreach (var name in (string[])["libreoffice.xlsx", "libreoffice.xls", "libreoffice-protected.xlsx"])
        {
            var workbook = Workbooks.Fixture(name);
            for (var length = 0; length < workbook.Length; length += 331)
            {
                // behind the workbook stream of an .xls lie only properties of the document
                if (WorksheetRefusalTests.Outcome(workbook[..length]) is null)
                    Assert.Equal(6, Workbooks.Read(workbook[..length]).Rows.Count);
            }
        }
    }

    private static byte[] Numbered(string row, int count, string wrapper = "<sheetData>{0}</sheetData>")
    {
        var rows = new StringBuilder();
        var format = CompositeFormat.Parse(row);
        for (var number = 1; number <= count; number++)
            rows.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, format, number);
        var parts = Workbooks.Parts("");
        parts[SheetPart] = $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{wrapper.Replace("{0}", rows.ToString(), StringComparison.Ordinal)}</worksheet>""";
        return Workbooks.Pack(parts);
    }
}
