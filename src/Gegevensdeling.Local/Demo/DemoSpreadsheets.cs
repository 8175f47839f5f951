using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gegevensdeling.Documents.Worksheets;

namespace Gegevensdeling.Local.Demo;

/// <summary>Invented numbers with valid check digits, and the spreadsheets and extract in which they travel.</summary>
internal static class DemoSpreadsheets
{
    /// <summary>Columns of the widest workbook in a story: the list of debtors.</summary>
    private const int Widest = 13;

    /// <summary>The INSZ of nobody: born on this day, the order-th (1 to 998) of that day.</summary>
    public static string Insz(DateOnly birth, int order)
    {
        var first = $"{birth.ToString("yyMMdd", CultureInfo.InvariantCulture)}{order.ToString("000", CultureInfo.InvariantCulture)}";
        var check = 97 - (long.Parse((birth.Year >= 2000 ? "2" : "") + first, CultureInfo.InvariantCulture) % 97);
        return $"{first}{check.ToString("00", CultureInfo.InvariantCulture)}";
    }

    /// <summary>A workbook with these rows, the cells of a row from column A on.</summary>
    public static byte[] Workbook(params IEnumerable<string[]> rows)
    {
        using var target = new MemoryStream();
        using (var writer = new WorksheetWriter(target, "Blad1"))
        {
            foreach (var row in rows)
                writer.Append(row);
            writer.Complete();
        }

        return target.ToArray();
    }

    public static byte[] Column(params IEnumerable<string> cells) => Workbook(cells.Select(cell => new[] { cell }));

    /// <summary>The same workbook with a formula beside its first row, as Excel stores it.</summary>
    public static byte[] WithFormula(byte[] workbook)
    {
        using var target = new MemoryStream();
        target.Write(workbook);
        using (var package = new ZipArchive(target, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = package.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
            var name = sheet.FullName;
            using var reader = new StreamReader(sheet.Open());
            var markup = reader.ReadToEnd();
            reader.Dispose();
            sheet.Delete();
            using var changed = package.CreateEntry(name).Open();
            changed.Write(Encoding.UTF8.GetBytes(markup.Insert(markup.IndexOf("</row>", StringComparison.Ordinal), "<c r=\"B1\"><f>1+1</f><v>2</v></c>")));
        }

        return target.ToArray();
    }

    /// <summary>The rows of a workbook as text, without the empty cells at their end.</summary>
    public static IReadOnlyList<string> Rows(byte[] workbook) => [.. Cells(workbook).Select(row => string.Join(' ', row).TrimEnd())];

    /// <summary>The cells of each row of a workbook as text.</summary>
    public static IReadOnlyList<string[]> Cells(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var reader = WorksheetReader.Open(stream, null, WorksheetLimits.Default with { Columns = Widest }, CancellationToken.None);
        return [.. reader.Rows().Select(row => row.Cells.Select(TextOf).ToArray())];
    }

    /// <summary>An extract of the register: child, right from, right until, one or two beneficiaries.</summary>
    public static byte[] Extract(params IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Prepend("insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2").Select(line => $"{line}\n")));

    private static string TextOf(WorksheetCell cell) => cell switch
    {
        WorksheetCell.Text text => text.Value,
        WorksheetCell.Number number => number.Raw,
        WorksheetCell.Date(_, var day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}
