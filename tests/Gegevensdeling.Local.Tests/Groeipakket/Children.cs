using System.Globalization;
using System.Text;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Local.Tests.Host;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>Invented numbers with valid check digits, and the files in which they travel.</summary>
internal static class Children
{
    /// <summary>The INSZ of somebody born on this day, the order-th of that day.</summary>
    public static string Insz(DateOnly birth, int order)
    {
        var first = $"{birth.ToString("yyMMdd", CultureInfo.InvariantCulture)}{order.ToString("000", CultureInfo.InvariantCulture)}";
        var check = 97 - (long.Parse((birth.Year >= 2000 ? "2" : "") + first, CultureInfo.InvariantCulture) % 97);
        return $"{first}{check.ToString("00", CultureInfo.InvariantCulture)}";
    }

    public static string Child(int number) => Insz(new DateOnly(2012, 5, 4).AddDays(number), 1 + (number % 900));

    public static string Parent(int number) => Insz(new DateOnly(1980, 2, 1).AddDays(number), 1 + (number % 900));

    /// <summary>A workbook with these rows, the cells of a row from column A on.</summary>
    public static byte[] Workbook(params IReadOnlyList<string[]> rows)
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

    public static byte[] Column(params IEnumerable<string> cells) => Workbook([.. cells.Select(cell => new[] { cell })]);

    public static async Task<byte[]> SealedAsync(byte[] workbook, string key)
    {
        using var archive = new MemoryStream();
        await SealedArchiveWriter.WriteAsync(archive, key, [new ArchiveEntry("aanvraag.xlsx", workbook)], Rig.Cancelled);
        return archive.ToArray();
    }

    /// <summary>The rows of a workbook, each as its cells in text.</summary>
    public static IReadOnlyList<string[]> Rows(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var reader = WorksheetReader.Open(stream, null, WorksheetLimits.Default with { Columns = 6 }, Rig.Cancelled);
        return [.. reader.Rows().Select(row => row.Cells.Select(cell => cell is WorksheetCell.Text text ? text.Value : cell is WorksheetCell.Number number ? number.Raw : string.Empty).ToArray())];
    }

    /// <summary>An extract: child, from, until, beneficiaries.</summary>
    public static byte[] Extract(params IEnumerable<(string Child, string From, string Until, string First, string Second)> rows) => Encoding.UTF8.GetBytes(
        "insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2\n" + string.Concat(rows.Select(row => $"{row.Child};{row.From};{row.Until};{row.First};{row.Second}\n")));
}
