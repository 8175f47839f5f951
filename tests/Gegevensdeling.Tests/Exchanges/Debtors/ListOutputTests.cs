using System.Text;
using FsCheck.Xunit;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>What goes to whom: the receiver's workbook, the sender's, and its bookkeeping.</summary>
public sealed class ListOutputTests
{
    private static readonly DebtFile Debt = new("007/12", "belasting", 1234.5m, 50m, new DateOnly(2026, 3, 31));

    private static readonly DebtorList List = new([Case.Listed(0, DebtorMark.Client, Debt, Case.Debt("8")) with { NameDiffers = true }, Case.Listed(1, DebtorMark.Continue)]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("D10", "D11", "W19")]
    public void The_receiver_reads_one_workbook_with_a_row_a_debt()
    {
        var workbook = new MemoryStream();
        DebtorWorkbooks.WriteList(List, Case.Maldegem, workbook, Stop);
        Assert.Equal(
        [
            "Voornaam | Familienaam | Rijksregisternummer | Vermelding | Vermeld sinds | Te herzien op | Naam wijkt af | Straat en huisnummer | Dossiernummer | Aard | Bedrag | Afbetaling per maand | Laatste afbetaling",
            $"Jan | Peetersa | {Case.Numbers[0]} | cliënt OCMW | 2026-03-02 | 2026-06-02 | ja | Marktstraat 7 | 007/12 | belasting | #1234.50 | #50.00 | 2026-03-31",
            $"Jan | Peetersa | {Case.Numbers[0]} | cliënt OCMW | 2026-03-02 | 2026-06-02 | ja | Marktstraat 7 | 8 | belasting | #100.00 | - | -",
            $"Jan | Peetersb | {Case.Numbers[1]} | invorderingsprocedure voortzetten | 2026-03-02 | - | - | - | - | - | - | - | -",
        ], Case.Read(workbook, 13));
    }

    [Fact]
    [Requirement("D3", "W19")]
    public void The_sender_gets_number_and_mark_and_nothing_else()
    {
        var workbook = new MemoryStream();
        DebtorWorkbooks.WriteMarks(List, Case.Maldegem, workbook, Stop);
        Assert.Equal(["Rijksregisternummer | Vermelding", $"{Case.Numbers[0]} | cliënt OCMW", $"{Case.Numbers[1]} | invorderingsprocedure voortzetten"], Case.Read(workbook, 2));
        var marks = Case.Done(DebtorFiles.ReadMarks(workbook, Case.Maldegem, Stop));
        Assert.Equal(List.Rows.Select(row => (row.Number, row.Mark)), marks.Rows.Select(mark => (mark.Number, mark.Mark)));
    }

    [Fact]
    [Requirement("D2")]
    public void A_delivery_that_is_written_reads_as_it_was()
    {
        var workbook = new MemoryStream();
        DebtorWorkbooks.WriteDebtors(Case.Delivered(3, 1, 2), Case.Maldegem, workbook, Stop);
        Assert.Equal(Case.Delivered(3, 1, 2).Rows, Case.Done(DebtorFiles.ReadDebtors(workbook, Case.Maldegem, Stop)).Rows);
    }

    [Fact]
    [Requirement("D6")]
    public void The_bookkeeping_pauses_and_resumes_by_number()
    {
        var csv = new MemoryStream();
        AccountingCsv.Write(List, Case.Maldegem, csv);
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv.ToArray()[..3]);
        Assert.Equal(
            $"rijksregisternummer;vermelding;actie\r\n{Case.Numbers[0]};cliënt OCMW;pauzeren\r\n{Case.Numbers[1]};invorderingsprocedure voortzetten;hervatten\r\n",
            Encoding.UTF8.GetString(csv.ToArray()[3..]));
    }

    [Fact]
    [Requirement("W22")]
    public async Task A_restricted_row_is_in_no_workbook_and_no_bookkeeping_and_stays_sealed_with_its_dossiers()
    {
        var list = Case.Done(ListRules.Restricted(List, Case.Number(0), new("BZ-0000-0000-0001"), Case.Maldegem));
        list = Case.Done(ListRules.Freed(Case.Done(ListRules.Restricted(list, Case.Number(0), new("BZ-0000-0000-0002"), Case.Maldegem)), new("BZ-0000-0000-0003")));
        list = Case.Done(ListRules.Freed(Case.Done(ListRules.Restricted(list, Case.Number(0), new("BZ-0000-0000-0003"), Case.Maldegem)), new("BZ-0000-0000-0003"), unused: true));
        var (whole, marks, csv, kept) = (new MemoryStream(), new MemoryStream(), new MemoryStream(), new MemoryStream());
        DebtorWorkbooks.WriteList(list, Case.Maldegem, whole, Stop);
        DebtorWorkbooks.WriteMarks(list, Case.Maldegem, marks, Stop);
        AccountingCsv.Write(list, Case.Maldegem, csv);
        var shown = $"{string.Join('\n', Case.Read(whole, 13))} {string.Join('\n', Case.Read(marks, 2))} {Encoding.UTF8.GetString(csv.ToArray())}";
        Assert.DoesNotContain(Case.Numbers[0], shown, StringComparison.Ordinal);
        Assert.Equal(3, shown.Split(Case.Numbers[1]).Length - 1);

        await ListFile.WriteAsync(list, kept, Stop);
        Assert.Equal(64 << 10, kept.Length); // no length tells what was changed
        kept.Position = 0;
        var read = (await ListFile.ReadAsync(kept, Stop)).Rows;
        Assert.Equal(["BZ-0000-0000-0001", "BZ-0000-0000-0002"], read[0].Restrictions.Select(dossier => dossier.Value));
        Assert.Equal((2, true, false, false), (read[0].Debts.Count, read[0].IsLapsed, read[1].IsRestricted, read[1].IsLapsed));
    }

    [Property(MaxTest = 30)]
    [Requirement("D5", "F11")]
    public bool Nothing_of_a_non_client_is_in_any_output(byte[] debtors, byte[] clients)
    {
        int[] owing = [.. (debtors ?? []).Select(value => value % 40).Distinct()];
        int[] known = [.. (clients ?? []).Select(value => value % 40).Distinct()];
        DebtorTable delivered = new([.. owing.Select(person => new Debtor(Case.Number(person), $"Voor{Letters(person)}x", $"Fam{Letters(person)}x"))], Gegevensdeling.Exchanges.Files.FileReport.None);
        var list = ListRules.AfterMatch(DebtorList.Empty, DebtorMatch.Of(delivered, Case.ClientsOf(known), Case.Key).Matched, Case.Today, 3);
        var said = Everything(list);
        return owing.Except(known).All(person => !said.Contains(Case.Numbers[person], StringComparison.Ordinal) && !said.Contains($"Voor{Letters(person)}x", StringComparison.Ordinal) && !said.Contains($"Fam{Letters(person)}x", StringComparison.Ordinal))
            && owing.Intersect(known).All(person => said.Contains(Case.Numbers[person], StringComparison.Ordinal) && said.Contains($"Fam{Letters(person)}x", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("D11")]
    public async Task A_version_reads_as_it_was_written()
    {
        var file = new MemoryStream();
        await ListFile.WriteAsync(List, file, Stop);
        file.Position = 0;
        var read = await ListFile.ReadAsync(file, Stop);
        Assert.Equal(List.Rows.Select(row => row with { Debts = [] }), read.Rows.Select(row => row with { Debts = [] }));
        Assert.Equal(List.Rows.SelectMany(row => row.Debts), read.Rows.SelectMany(row => row.Debts));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[{\"rijksregisternummer\":\"geheim\"}]")]
    [InlineData("[{\"rijksregisternummer\":\"geheim\",\"voornaam\":\"\",\"familienaam\":\"\",\"naamWijktAf\":false,\"vermelding\":\"gepauzeerd\",\"vermeldSinds\":\"2026-01-01\",\"schulden\":[]}]")]
    [InlineData("[{\"rijksregisternummer\":\"85073003328\",\"voornaam\":\"\",\"familienaam\":\"\",\"naamWijktAf\":false,\"vermelding\":\"geheim\",\"vermeldSinds\":\"2026-01-01\",\"schulden\":[]}]")]
    [InlineData("[{\"rijksregisternummer\":\"85073003328\",\"voornaam\":\"\",\"familienaam\":\"\",\"naamWijktAf\":false,\"vermelding\":\"gepauzeerd\",\"vermeldSinds\":\"geheim\",\"schulden\":[]}]")]
    public async Task A_damaged_version_is_said_to_be_one_and_nothing_of_it_is_said(string json)
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ListFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), Stop));
        Assert.DoesNotContain("geheim", failure.ToString(), StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
    }

    private static string Letters(int person) => $"{(char)('a' + (person / 26))}{(char)('a' + (person % 26))}";

    private static string Everything(DebtorList list)
    {
        var (workbook, marks, csv, file) = (new MemoryStream(), new MemoryStream(), new MemoryStream(), new MemoryStream());
        DebtorWorkbooks.WriteList(list, Case.Maldegem, workbook, Stop);
        DebtorWorkbooks.WriteMarks(list, Case.Maldegem, marks, Stop);
        AccountingCsv.Write(list, Case.Maldegem, csv);
        ListFile.WriteAsync(list, file, Stop).GetAwaiter().GetResult();
        return string.Join('\n', [.. Case.Read(workbook, 13), .. Case.Read(marks, 2), Encoding.UTF8.GetString(csv.ToArray()), Encoding.UTF8.GetString(file.ToArray()), ListRules.CountsOf(list).ToString()]);
    }
}
