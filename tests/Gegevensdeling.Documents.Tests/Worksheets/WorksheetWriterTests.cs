using System.Diagnostics;
using System.IO.Compression;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.Worksheets;

public sealed class WorksheetWriterTests
{
    private static readonly string[] Dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "0123456", "1234567", "00000000097", "1E5", "01/02/2024", "WAAR", "_x0041_", "a\u0001b", "\uD800", "<&>\"'", " spaties ", "regel\nregel", "😀"];

    [Fact]
    public void What_is_appended_is_text_and_comes_back_as_it_was()
    {
        var (reader, rows) = Workbooks.Read(Written(writer =>
        {
            foreach (var text in Dangerous)
                writer.Append(text, null, text);
        }), limits: new WorksheetLimits { Columns = 3 });
        Assert.Equal("Antwoord", reader.SheetName);
        Assert.Equal(Dangerous, rows.Select(row => Assert.IsType<WorksheetCell.Text>(row[0]).Value));
        Assert.All(rows, row => Assert.Equal((row[0], WorksheetCell.None), (row[2], row[1])));
    }

    [Theory]
    [InlineData("libreoffice.xlsx")]
    [InlineData("libreoffice.xls")]
    [InlineData("libreoffice-protected.xls")]
    [InlineData("openpyxl.xlsx")]
    public void An_answer_keeps_column_A_in_place_and_kind_and_fills_B_C_and_D(string fixture)
    {
        var original = Workbooks.Read(Workbooks.Fixture(fixture), Workbooks.Password).Rows;
        var (_, answer) = Workbooks.Read(Written(writer =>
        {
            foreach (var row in original)
                writer.Append(row, kept: 1, "ja", "=2", "0001");
        }), limits: new WorksheetLimits { Columns = 4 });
        Assert.Equal(original.Select(row => (row.Number, row[0])), answer.Select(row => (row.Number, row[0])));
        Assert.All(answer, row => Assert.Equal([new WorksheetCell.Text("ja"), new WorksheetCell.Text("=2"), new WorksheetCell.Text("0001")], row.Cells.Skip(1)));
    }

    [Fact]
    public void Every_kind_of_cell_is_kept()
    {
        WorksheetCell[] cells = [new WorksheetCell.Text("=x"), new WorksheetCell.Number(1500, "1.50E3", null), new WorksheetCell.Number(7, "7", "00\".\"00"), new WorksheetCell.Boolean(false), new WorksheetCell.Error("#N/A"), new WorksheetCell.Date(45000.5, new DateTime(2023, 3, 15, 12, 0, 0)), new WorksheetCell.Date(59, new DateTime(1900, 2, 28))];
        var (_, rows) = Workbooks.Read(Written(writer => writer.Append(new WorksheetRow(9, cells), cells.Length)), limits: new WorksheetLimits { Columns = cells.Length });
        Assert.Equal(9, Assert.Single(rows).Number);
        Assert.Equal(cells, rows[0].Cells);
    }

    [Fact]
    public void LibreOffice_sees_the_same_texts_and_no_formula()
    {
        var office = ExternalTool.Path("soffice", "libreoffice-calc");
        var folder = TestFolder.Create("worksheets-");
        try
        {
            // a formula would show its outcome, a number would lose its zeros
            string[] texts = ["=1+1", "+1", "-1", "@SUM(A1)", "0123456", "00000000097", "01/02/2024", "1E5"];
            File.WriteAllBytes(Path.Combine(folder.FullName, "antwoord.xlsx"), Written(writer =>
            {
                writer.Append(new WorksheetRow(2, [new WorksheetCell.Number(8063099801, "8063099801", "00000000000")]), 1, texts);
                writer.Append(new WorksheetRow(4, [new WorksheetCell.Number(85073003328, "85073003328", null)]), 1, texts);
            }));
            var start = new ProcessStartInfo(office, [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):59,0,76,1,,0,false,true,false,false,false,-1", "--outdir", folder.FullName, Path.Combine(folder.FullName, "antwoord.xlsx")]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(90)));
            var line = string.Join(';', texts);
            Assert.Equal([new string(';', 8), $"8063099801;{line}", new string(';', 8), $"85073003328;{line}"], File.ReadAllLines(Path.Combine(folder.FullName, "antwoord-Antwoord.csv")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void An_answer_holds_six_parts_and_none_of_them_a_formula()
    {
        using var zip = new ZipArchive(new MemoryStream(Written(writer => writer.Append("=1+1"))));
        Assert.Equal(6, zip.Entries.Count);
        Assert.All(zip.Entries, part =>
        {
            using var text = new StreamReader(part.Open());
            Assert.DoesNotMatch("<f[ >/]", text.ReadToEnd());
        });
    }

    [Theory]
    [InlineData("Kinderen [2024]: a/b?*\\", "Kinderen _2024__ a_b___")]
    [InlineData("", "Blad1")]
    [InlineData("een naam van meer dan eenendertig tekens", "een naam van meer dan eenendert")]
    public void A_sheet_name_is_made_to_fit(string name, string fitting)
    {
        using var output = new MemoryStream();
        using (var writer = new WorksheetWriter(output, name))
            writer.Complete();
        Assert.Equal(fitting, Workbooks.Read(output.ToArray()).Reader.SheetName);
    }

    [Fact]
    public void Half_an_answer_is_no_workbook()
    {
        using var output = new MemoryStream();
        using (var writer = new WorksheetWriter(output, "Antwoord"))
            writer.Append("ja");
        Assert.Throws<WorksheetException>(() => Workbooks.Read(output.ToArray()));
    }

    [Fact]
    public void Rows_are_written_in_order_and_texts_fit_a_cell()
    {
        using var writer = new WorksheetWriter(new MemoryStream(), "Antwoord");
        writer.Append(new WorksheetRow(5, []), 1);
        Assert.Throws<ArgumentException>(() => writer.Append(new WorksheetRow(5, []), 1));
        Assert.Throws<ArgumentException>(() => writer.Append(new string('a', 32_768)));
    }

    private static byte[] Written(Action<WorksheetWriter> write)
    {
        using var output = new MemoryStream();
        using (var writer = new WorksheetWriter(output, "Antwoord", 20, 8))
        {
            write(writer);
            writer.Complete();
        }

        return output.ToArray();
    }
}
