using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Local.Tests.Host;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>The workbooks that the municipality and the OCMW of Maldegem give and get.</summary>
internal static class Sheets
{
    private static readonly string[] DetailHeadings = ["Rijksregisternummer", "Straat en huisnummer", "Dossiernummer", "Aard", "Bedrag", "Afbetaling per maand", "Laatste afbetaling"];

    public static byte[] Debtors(params IEnumerable<Person> people) => Of([["Voornaam", "Familienaam", "Rijksregisternummer"], .. people.Select(one => new[] { one.First, one.Last, one.Number })]);

    public static byte[] Clients(params IEnumerable<Person> people) => Of([["Rijksregisternummer"], .. people.Select(one => new[] { one.Number })]);

    public static byte[] Marks(params IEnumerable<(Person Person, string Mark)> rows) => Of([["Rijksregisternummer", "Vermelding"], .. rows.Select(row => new[] { row.Person.Number, row.Mark })]);

    public static byte[] Details(params IEnumerable<(Person Person, string FileNumber, string Amount)> rows) =>
        Of([DetailHeadings, .. rows.Select(row => new[] { row.Person.Number, "Verzonnenstraat 12", row.FileNumber, "belasting", row.Amount, "25,00", "15/01/2026" })]);

    public static byte[] Of(params IReadOnlyList<string[]> rows)
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

    /// <summary>The rows of a workbook, each as its cells in text.</summary>
    public static IReadOnlyList<string[]> Rows(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var reader = WorksheetReader.Open(stream, null, WorksheetLimits.Default with { Columns = 40 }, Rig.Cancelled);
        return [.. reader.Rows().Select(row => row.Cells.Select(TextOf).ToArray())];
    }

    private static string TextOf(WorksheetCell cell) => cell switch
    {
        WorksheetCell.Text text => text.Value,
        WorksheetCell.Number number => number.Raw,
        WorksheetCell.Date(_, var day) => day.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}
