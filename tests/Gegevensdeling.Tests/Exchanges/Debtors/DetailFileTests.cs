using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>What the municipality may say of a debt in phase 3, cell by cell.</summary>
[Requirement("D4", "G19")]
public sealed class DetailFileTests
{
    private const int Street = 1, File = 2, Nature = 3, Amount = 4, Monthly = 5, Last = 6;

    private static readonly string[] Headings = ["Rijksregisternummer", "Straat en huisnummer", "Dossiernummer", "Aard", "Bedrag", "Afbetaling per maand", "Laatste afbetaling"];

    private static readonly string N = Case.Numbers[0];

    private static WorksheetCell[] Row => [Case.Text(N), Case.Text("Marktstraat 7 bus 3"), Case.Text("007/12"), Case.Text("Belasting"), Case.Text("1.234,56"), Case.Text("50"), Case.Text("31/03/2026")];

    /// <summary>The cell in the row above, and what comes of it: what is read, or the code where it is refused.</summary>
    private static readonly (int Column, WorksheetCell Cell, string Outcome)[] Cells =
    [
        (Amount, Case.Text("1.234,56"), "1234.56"),
        (Amount, Case.Text("1234,5"), "1234.5"),
        (Amount, Case.Text("€ 1 234,56"), "1234.56"),
        (Amount, Case.Text("12,50 euro"), "12.50"),
        (Amount, Case.Text("1.234"), "1234"),
        (Amount, Case.Value(1234.56), "1234.56"),
        (Amount, Case.Value(0.1 + 0.2), "0.3"),
        (Amount, Case.Value(9_999_999.99), "9999999.99"),
        (Amount, Case.Text("1234.56"), "bedrag"),
        (Amount, Case.Text("1.23,45"), "bedrag"),
        (Amount, Case.Text("-5"), "bedrag"),
        (Amount, Case.Text("vijftig"), "bedrag"),
        (Amount, WorksheetCell.None, "bedrag"),
        (Amount, Case.Day(Case.Today), "bedrag"),
        (Amount, Case.Text("1,234"), "bedrag-decimalen"),
        (Amount, Case.Value(12.345), "bedrag-decimalen"),
        (Amount, Case.Value(0), "bedrag-grens"),
        (Amount, Case.Value(-5), "bedrag-grens"),
        (Amount, Case.Value(10_000_000), "bedrag-grens"),
        (Monthly, WorksheetCell.None, ""),
        (Monthly, Case.Value(25.5), "25.5"),
        (Monthly, Case.Text("elke maand"), "bedrag"),
        (Last, WorksheetCell.None, ""),
        (Last, Case.Day(Case.Today), "2026-04-07"),
        (Last, Case.Text("1/3/2026"), "2026-03-01"),
        (Last, Case.Day(Case.Today.AddDays(1)), "datum-toekomst"),
        (Last, Case.Text("31/02/2026"), "datum"),
        (Last, Case.Text("2026-03-01"), "datum"),
        (Last, Case.Value(46_000), "datum"),
        (Last, Case.Day(new DateOnly(1900, 3, 1)), "datum"),
        (File, Case.Text("0012-A"), "0012-A"),
        (File, Case.Value(12), "12"),
        (File, Case.Value(12, "000000"), "000012"),
        (File, Case.Value(1.5), "dossiernummer"),
        (File, WorksheetCell.None, "dossiernummer"),
        (File, Case.Text("nog te bekijken"), "dossiernummer"),
        (File, Case.Text("=1+1"), "dossiernummer"),
        (File, Case.Text("2024/17 (heer is ziek)"), "dossiernummer"),
        (File, Case.Text(new string('1', 31)), "dossiernummer"),
        (File, Case.Text($"K{N[..6]}-{N[6..]}"), "dossiernummer-van-persoon"),
        (Nature, Case.Text("RETRIBUTIE "), "retributie"),
        (Nature, Case.Text("boete"), "aard"),
        (Nature, WorksheetCell.None, "aard"),
        (Street, Case.Text("Lazarusbron z/n"), "Lazarusbron z/n"),
        (Street, Case.Text("Steenweg 1234/0001"), "Steenweg 1234/0001"),
        (Street, WorksheetCell.None, "adres"),
        (Street, Case.Text("12"), "adres"),
        (Street, Case.Text("Marktstraat 7\nnieuwe regel"), "adres"),
        (Street, Case.Text("Marktstraat 7, " + new string('a', 80)), "adres"),
        (Street, Case.Text($"Marktstraat 7 {N}"), "adres-meer"),
        (Street, Case.Text("Marktstraat 7, 0470 12 34 56"), "adres-meer"),
        (Street, Case.Text("Marktstraat 7 jan@example.be"), "adres-meer"),
    ];

    public static TheoryData<int> EveryCell => [.. Enumerable.Range(0, Cells.Length)];

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void A_cell_is_read_or_refused_with_its_row(int at)
    {
        var (column, cell, outcome) = Cells[at];
        var row = Row;
        row[column] = cell;
        var result = Read(row);
        if (result is FileResult<DetailTable>.Refused(var refusal, var report))
        {
            Assert.Equal(("rijen-niet-in-orde", 2, outcome), (refusal.Code, Assert.Single(report.Lines).Row, report.Lines[0].Code));
            Assert.Equal("Maldegem art. 3", refusal.Article);
            Assert.DoesNotContain(N, $"{refusal} {report.Text}", StringComparison.Ordinal);
            return;
        }

        var detail = Assert.Single(Case.Done(result).Rows);
        string Invariant(IFormattable? value) => value?.ToString(value is DateOnly ? "yyyy-MM-dd" : null, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        Assert.Equal(outcome, column switch
        {
            Street => detail.Street,
            File => detail.Debt.FileNumber,
            Nature => detail.Debt.Nature,
            Amount => Invariant(detail.Debt.Amount),
            Monthly => Invariant(detail.Debt.MonthlyPayment),
            _ => Invariant(detail.Debt.LastPayment),
        });
    }

    [Fact]
    public void A_whole_row_is_read_as_it_stands()
    {
        var detail = Assert.Single(Case.Done(Read(Row)).Rows);
        Assert.Equal(new(2, Case.Number(0), "Marktstraat 7 bus 3", new("007/12", "belasting", 1234.56m, 50m, new DateOnly(2026, 3, 31))), detail);
        Assert.DoesNotMatch("[0-9]{3}|Markt", $"{detail} {detail.Debt}");
    }

    [Fact]
    public void A_person_has_one_address_and_each_file_once()
    {
        WorksheetCell[] With(int column, string text)
        {
            var row = Row;
            row[column] = Case.Text(text);
            return row;
        }

        Assert.Equal(2, Case.Done(Read(Row, With(File, "8"))).Rows.Count);
        Assert.Equal("rijen-niet-in-orde; 3 dubbel", Case.Say(Read(Row, Row)));
        Assert.Equal("rijen-niet-in-orde; 3 dubbel-ander-bedrag", Case.Say(Read(Row, With(Amount, "12"))));
        var other = With(File, "8");
        other[Street] = Case.Text("Marktstraat 8");
        Assert.Equal("rijen-niet-in-orde; 3 ander-adres", Case.Say(Read(Row, other)));
        Assert.Equal(2, Case.Done(Read(Row, With(0, Case.Numbers[1]))).Rows.Count); // co-debtors share a file (W16)
    }

    [Fact]
    public void The_columns_are_those_of_the_flow_in_the_protocol_file()
    {
        var protocol = Case.Maldegem with
        {
            Flows = [.. Case.Maldegem.Flows.Select(flow => flow.Code == DebtorSettings.DetailsFlow ? flow with { Fields = [.. flow.Fields.Where(field => field is not ("adres" or "laatste-afbetaling"))] } : flow)],
        };
        var refused = Case.Refused(Read(protocol, Row));
        Assert.Equal(FileFaults.OtherColumn, refused.Refusal.Code);
        var workbook = Case.Texts(["Aard", "Rijksregisternummer", "Dossiernummer", "Afbetaling per maand", "Bedrag"], ["factuur", N, "1", null, "5"]);
        var detail = Assert.Single(Case.Done(DebtorFiles.ReadDetails(workbook, protocol, Case.Today, TestContext.Current.CancellationToken)).Rows);
        Assert.Equal((null, null), (detail.Street, detail.Debt.LastPayment));
    }

    [Fact]
    public void The_natures_are_those_of_the_protocol_file()
    {
        var protocol = Case.Maldegem with { Fields = [.. Case.Maldegem.Fields.Select(field => field.Code == DebtorSettings.NatureField ? field with { Values = ["huur"] } : field)] };
        Assert.Equal("rijen-niet-in-orde; 2 aard", Case.Say(Read(protocol, Row)));
    }

    private static FileResult<DetailTable> Read(params WorksheetCell[][] rows) => Read(Case.Maldegem, rows);

    private static FileResult<DetailTable> Read(Protocol protocol, params WorksheetCell[][] rows) =>
        DebtorFiles.ReadDetails(Case.Workbook([[.. Headings.Select(Case.Text)], .. rows]), protocol, Case.Today, TestContext.Current.CancellationToken);
}
