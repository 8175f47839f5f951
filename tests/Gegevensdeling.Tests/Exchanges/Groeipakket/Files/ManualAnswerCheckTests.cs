using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket.Files;

/// <summary>What the team filled in by hand is taken over only where it is what the protocol lets the answer be.</summary>
[Requirement("P6")]
public sealed class ManualAnswerCheckTests
{
    private static readonly string[] C = Case.Children, A = Case.Adults;

    private static readonly CheckedRequest Request = Case.Request(Case.Row(1, "INSZ"), Case.Row(2, C[0]), Case.Row(3, "oeps"), Case.Row(5, C[1]));

    /// <summary>The four rows as filled in, with / between rows and , between cells; K stands for a child, P Q R for adults; and what is said.</summary>
    private static readonly (string Words, string Rows, string Says)[] Table =
    [
        ("as asked", "1:INSZ,recht,een,twee/2:K0,ja,P,Q/3:oeps/5:K1,nee", ""),
        ("case and spaces", "1:INSZ/2:K0, JA ,P/3:oeps/5:K1,Nee", ""),
        ("only the second column filled", "1:INSZ/2:K0,ja,,Q/3:oeps/5:K1,nee", ""),
        ("the same beneficiary twice", "1:INSZ/2:K0,ja,P,P/3:oeps/5:K1,nee", ""),
        ("no answer", "1:INSZ/2:K0/3:oeps/5:K1,nee", "2 ja-of-nee"),
        ("another word", "1:INSZ/2:K0,misschien,P/3:oeps/5:K1,nee", "2 ja-of-nee"),
        ("yes without beneficiary", "1:INSZ/2:K0,ja/3:oeps/5:K1,nee", "2 begunstigde-ontbreekt"),
        ("no with beneficiary", "1:INSZ/2:K0,nee,P,Q/3:oeps/5:K1,nee", "2 begunstigde-zonder-recht 2 begunstigde-zonder-recht"),
        ("a beneficiary that cannot exist", "1:INSZ/2:K0,ja,12345678901/3:oeps/5:K1,nee", "2 begunstigde"),
        ("an answer to a wrong row", "1:INSZ/2:K0,ja,P/3:oeps,nee/5:K1,nee", "3 niet-gevraagd"),
        ("column A changed", "1:INSZ/2:K2,ja,P/3:oeps/5:K1,nee", "2 kolom-a-gewijzigd"),
        ("column A written otherwise", "1:INSZ/2: K0,ja,P/3:oeps/5:K1,nee", "2 kolom-a-gewijzigd"),
        ("another heading", "1:INSZ kind/2:K0,ja,P/3:oeps/5:K1,nee", "1 kolom-a-gewijzigd"),
        ("rows in another order", "1:INSZ/2:K1,nee/3:oeps/5:K0,ja,P", "2 kolom-a-gewijzigd"),
        ("an empty row taken away", "1:INSZ/2:K0,ja,P/3:oeps/4:K1,nee", "4 kolom-a-gewijzigd"),
        ("a row missing in between", "1:INSZ/2:K0,ja,P/5:K1,nee", "5 kolom-a-gewijzigd"),
        ("a row missing at the end", "1:INSZ/2:K0,ja,P/3:oeps", "5 rij-ontbreekt"),
        ("a row more", "1:INSZ/2:K0,ja,P/3:oeps/5:K1,nee/6:K2,nee", "6 rij-te-veel"),
        ("an answer in an empty row", "1:INSZ/2:K0,ja,P/3:oeps/4:,nee/5:K1,nee", "4 kolom-a-gewijzigd"),
        ("two faults in two rows", "1:INSZ/2:K0,ja/3:oeps/5:K1,x", "2 begunstigde-ontbreekt 5 ja-of-nee"),
        ("nothing at all", "", "1 rij-ontbreekt"),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_filled_file_is_judged_as_the_table_says(int row)
    {
        var (words, rows, says) = Table[row];
        var result = ManualAnswerCheck.Of(Request, Parse(rows));
        var said = result is FileResult<RequestAnswer>.Refused(_, var report) ? string.Join(' ', report.Lines.Select(line => $"{line.Row} {line.Code}")) : "";
        Assert.True(says == said, $"{words}: {said}");
        if (result is FileResult<RequestAnswer>.Refused refused)
            Assert.DoesNotMatch("[0-9]{6}", refused.Report.Text + refused.Refusal.Text);
    }

    [Fact]
    public void What_is_right_is_written_in_its_normal_form()
    {
        var answer = Case.Done(ManualAnswerCheck.Of(Request, Parse($"1:INSZ,Recht?,wie,ook/2:K0, JA ,,{A[1][..6]}-{A[1][6..]}/3:oeps/5:K1,NEE")));
        Assert.Equal(
            ["1: INSZ | Recht op sociale toeslag | Begunstigde 1 | Begunstigde 2", $"2: {C[0]} | ja | {A[1]} | -", "3: oeps | - | - | -", $"5: {C[1]} | nee | - | -"],
            Case.Written(answer).Select(row => Case.Say(row, 4)));
    }

    [Fact]
    public void A_number_of_the_request_may_be_stored_otherwise_as_long_as_it_is_the_same()
    {
        var value = double.Parse(C[0], System.Globalization.CultureInfo.InvariantCulture);
        var request = Case.Request(Case.Row(1, new WorksheetCell.Number(value, C[0], null)));
        WorksheetRow Filled(double number, string raw) => new(1, [new WorksheetCell.Number(number, raw, "0"), new WorksheetCell.Text("nee")]);
        Assert.IsType<FileResult<RequestAnswer>.Done>(ManualAnswerCheck.Of(request, [Filled(value, "1.0E10")]));
        Assert.IsType<FileResult<RequestAnswer>.Refused>(ManualAnswerCheck.Of(request, [Filled(value + 1, C[0])]));
    }

    [Theory]
    [InlineData("01/03/2020 - lopend", "")]
    [InlineData("01/03/2020 - 30/09/2020", "")]
    [InlineData("01/03/2020-LOPEND", "")]
    [InlineData("30/09/2020 - 01/03/2020", "periode")]
    [InlineData("maart 2020", "periode")]
    [InlineData("", "periode")]
    [Requirement("X8")]
    public void With_a_column_for_it_the_period_of_payment_is_filled_in_too(string period, string code)
    {
        var request = Case.Request(Case.WithPeriod, Case.Column(C[0]));
        var result = ManualAnswerCheck.Of(request, [Case.Row(1, C[0], "ja", A[0], null, period)]);
        Assert.Equal(code, result is FileResult<RequestAnswer>.Refused(_, var report) ? string.Join(' ', report.Lines.Select(line => line.Code)) : "");
        Assert.IsType<FileResult<RequestAnswer>.Refused>(ManualAnswerCheck.Of(request, [Case.Row(1, C[0], "nee", null, null, "01/03/2020 - lopend")]));
    }

    [Fact]
    public void A_column_more_in_the_workbook_is_refused()
    {
        using var workbook = Case.Workbook(Case.Row(1, "INSZ"), Case.Row(2, C[0], "ja", A[0], null, "opmerking"));
        var refused = Case.Refused(GroeipakketFiles.ReadManualAnswer(Request, workbook, null, TestContext.Current.CancellationToken));
        Assert.Equal("andere-kolom", refused.Refusal.Code);
    }

    private static IEnumerable<WorksheetRow> Parse(string rows) =>
        from row in rows.Split('/', StringSplitOptions.RemoveEmptyEntries)
        let parts = row.Split(':')
        select Case.Row(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), [.. parts[1].Split(',').Select(Fill)]);

    private static string Fill(string cell) => cell.Trim() switch
    {
        ['K', var digit] => cell.Replace(cell.Trim(), C[digit - '0'], StringComparison.Ordinal),
        ['P' or 'Q' or 'R'] => A[cell.Trim()[0] - 'P'],
        _ => cell,
    };
}
