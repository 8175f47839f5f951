using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket.Files;

/// <summary>From an answer the list for letters: distinct beneficiaries who live in the municipality, with the number of their children.</summary>
[Requirement("W15")]
public sealed class VoucherExportTests
{
    private static readonly string[] C = Case.Children, A = Case.Adults;

    private static readonly WorksheetRow[] Answer =
    [
        Case.Row(1, "INSZ", "Recht op sociale toeslag", "Begunstigde 1", "Begunstigde 2"),
        Case.Row(2, C[0], "ja", A[1], A[0]), Case.Row(3, C[1], "nee"), Case.Row(4, C[2], "ja", A[0]), Case.Row(5, "oeps"), Case.Row(9, C[3], "ja", A[2]),
    ];

    [Fact]
    public void Each_beneficiary_stands_once_with_the_number_of_entitled_children()
    {
        var (rows, counts) = Export(Answer, null);
        Assert.Equal(["1: INSZ begunstigde | Aantal rechtgevende kinderen", $"2: {A[1]} | 1", $"3: {A[0]} | 2", $"4: {A[2]} | 1"], rows);
        Assert.Equal(new VoucherCounts(3, 0, 3, 0), counts);
    }

    [Fact]
    public void Who_is_not_on_the_list_of_inhabitants_is_dropped()
    {
        var (rows, counts) = Export(Answer, [Case.Row(1, "Rijksregisternummer"), Case.Row(2, A[5]), Case.Row(3, $"{A[0][..6]}-{A[0][6..]}"), Case.Row(4, "onleesbaar")]);
        Assert.Equal(["1: INSZ begunstigde | Aantal rechtgevende kinderen", $"2: {A[0]} | 2"], rows);
        Assert.Equal(new VoucherCounts(1, 2, 2, 1), counts);
    }

    [Fact]
    public void A_list_without_a_number_is_refused_and_nothing_is_written()
    {
        var output = new MemoryStream();
        Assert.Equal("geen-inwoners", Case.Refused(VoucherExport.Write(Case.Turnhout, Answer, [Case.Row(1, "INSZ")], output)).Refusal.Code);
        Assert.Equal(0, output.Length);
    }

    [Theory]
    [InlineData("ja", "", "begunstigde-ontbreekt")]
    [InlineData("ja", "12345678901", "begunstigde")]
    [InlineData("wel", "", "ja-of-nee")]
    public void What_is_no_answer_is_refused_with_its_row(string right, string beneficiary, string code)
    {
        var output = new MemoryStream();
        var refused = Case.Refused(VoucherExport.Write(Case.Turnhout, [.. Answer, Case.Row(12, C[4], right, beneficiary)], null, output));
        Assert.Equal(("geen-antwoordbestand", 12, code, 0L), (refused.Refusal.Code, refused.Report.Lines[0].Row, refused.Report.Lines[0].Code, output.Length));
    }

    [Fact]
    public void A_request_that_is_not_answered_yet_is_no_answer() =>
        Assert.Equal("geen-antwoordbestand", Case.Refused(VoucherExport.Write(Case.Turnhout, Case.Column(C[0], C[1]), null, new MemoryStream())).Refusal.Code);

    private static (IEnumerable<string> Rows, VoucherCounts Counts) Export(WorksheetRow[] answer, WorksheetRow[]? inhabitants)
    {
        var output = new MemoryStream();
        using var answers = Case.Workbook(answer);
        using var people = inhabitants is null ? null : Case.Workbook(inhabitants);
        var counts = Case.Done(GroeipakketFiles.ExportVouchers(Case.Turnhout, answers, null, people, null, output, TestContext.Current.CancellationToken));
        return (Case.Read(output, 2).Select(row => Case.Say(row, 2)), counts);
    }
}
