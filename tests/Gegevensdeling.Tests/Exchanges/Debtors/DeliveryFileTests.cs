using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>What the municipality may deliver in phase 1, and what it is told of what it may not.</summary>
[Requirement("D2", "D10")]
public sealed class DeliveryFileTests
{
    private static readonly string Good = Case.Numbers[0];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What is delivered beside one good row, and what comes of it: the refusal and its rows, or nothing where it is taken.</summary>
    private static readonly (string Words, string?[] Row, string Outcome)[] Rows =
    [
        ("a person", ["An", "De Smet", Case.Numbers[1]], ""),
        ("a person with marks and a hyphen", ["Zoë-Anne", "'t Kindt", Case.Numbers[1]], ""),
        ("a number with punctuation", ["An", "De Smet", $"{Case.Numbers[1][..2]}.{Case.Numbers[1][2..4]}.{Case.Numbers[1][4..6]}-{Case.Numbers[1][6..9]}.{Case.Numbers[1][9..]}"], ""),
        ("a BIS number", ["An", "De Smet", SyntheticInsz.Of(new DateOnly(1988, 5, 6), 7, 40)], ""),
        ("a person without a first name", [null, "De Smet", Case.Numbers[1]], ""),
        ("the same person again", ["jan", "PEETERS", Good], ""),
        ("the same number with another name", ["An", "De Smet", Good], "rijen-niet-in-orde; 3 dubbel-andere-naam"),
        ("no number", ["An", "De Smet", null], "rijen-niet-in-orde; 3 geen-nummer"),
        ("a company", ["", "Bakkerij", "0123.456.749"], "rijen-niet-in-orde; 3 onderneming"),
        ("a company as the tax service writes it", ["", "Bakkerij", "BE0123456749"], "rijen-niet-in-orde; 3 onderneming"),
        ("a name in the column of the number", [Good, "De Smet", "An"], "rijen-niet-in-orde; 3 woorden-in-nummerkolom; 3 geen-naam"),
        ("ten digits", ["An", "De Smet", Case.Numbers[1][1..]], "rijen-niet-in-orde; 3 geen-elf-cijfers"),
        ("a wrong check number", ["An", "De Smet", Good[..9] + (Good[9..] == "97" ? "96" : "97")], "rijen-niet-in-orde; 3 controlegetal"),
        ("a month that does not exist", ["An", "De Smet", SyntheticInsz.Complete("881530001", 1900)], "rijen-niet-in-orde; 3 bestaat-niet"),
        ("no family name", ["An", " ", Case.Numbers[1]], "rijen-niet-in-orde; 3 naam-ontbreekt"),
        ("a remark in the name", ["An", "De Smet (schuldbemiddeling)", Case.Numbers[1]], "rijen-niet-in-orde; 3 geen-naam"),
        ("a formula in the name", ["An", "=HYPERLINK", Case.Numbers[1]], "rijen-niet-in-orde; 3 geen-naam"),
        ("a story in the name", ["An", string.Concat(Enumerable.Repeat("heel lang ", 9)), Case.Numbers[1]], "rijen-niet-in-orde; 3 naam-te-lang"),
    ];

    public static TheoryData<int> EveryRow => [.. Enumerable.Range(0, Rows.Length)];

    [Theory]
    [MemberData(nameof(EveryRow))]
    [Requirement("W13", "W16", "G19")]
    public void A_delivery_is_taken_or_refused_with_its_rows(int row)
    {
        var (words, cells, outcome) = Rows[row];
        Assert.True(outcome == Case.Say(Case.Debtors(["Jan", "Peeters", Good], cells)), words);
    }

    [Fact]
    public void Columns_are_known_by_their_heading_in_any_order()
    {
        var workbook = Case.Texts(["RIJKSREGISTERNUMMER", " familienaam ", "Voornaam"], [Good, "Peeters", "Jan"]);
        var debtor = Assert.Single(Case.Done(DebtorFiles.ReadDebtors(workbook, Case.Maldegem, Stop)).Rows);
        Assert.Equal((Case.Number(0), "Jan", "Peeters"), (debtor.Number, debtor.FirstName, debtor.LastName));
    }

    [Theory]
    [InlineData("De kolom 'Voornaam' ontbreekt.", "Familienaam", "Rijksregisternummer")]
    [InlineData("De kolommen 'Voornaam' en 'Familienaam' ontbreken.", "Rijksregisternummer")]
    [InlineData("Kolom B hoort er niet bij", "Voornaam", "Bedrag", "Rijksregisternummer")]
    [InlineData("De kolom 'Voornaam' staat er twee keer.", "Voornaam", "Voornaam", "Rijksregisternummer")]
    [InlineData("Kolom A hoort er niet bij", "Jan", "Peeters", "85073003328")]
    public void Other_columns_are_refused_with_what_is_expected(string says, params string[] headings)
    {
        var refused = Case.Refused(DebtorFiles.ReadDebtors(Case.Texts(headings, ["Jan", "Peeters", Good]), Case.Maldegem, Stop)).Refusal;
        Assert.Equal(("kolommen", "Maldegem art. 1; art. 3"), (refused.Code, refused.Article));
        Assert.StartsWith(says, refused.Text, StringComparison.Ordinal);
        Assert.EndsWith("Boven de kolommen hoort te staan, in om het even welke volgorde: Voornaam, Familienaam, Rijksregisternummer. Andere kolommen mogen er niet zijn.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Peeters", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fourth_column_is_refused_with_its_place()
    {
        string[] headings = ["Voornaam", "Familienaam", "Rijksregisternummer", "Bedrag"];
        var refused = Case.Refused(DebtorFiles.ReadDebtors(Case.Texts(headings, ["Jan", "Peeters", Good, "12,50"]), Case.Maldegem, Stop)).Refusal;
        Assert.Equal(FileFaults.OtherColumn, refused.Code);
        Assert.EndsWith("(cel D1)", refused.Text, StringComparison.Ordinal);
        Assert.EndsWith("(cel D2)", Case.Refused(DebtorFiles.ReadDebtors(Case.Texts(headings[..3], ["Jan", "Peeters", Good, "12,50"]), Case.Maldegem, Stop)).Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_a_heading_alone_and_something_else_are_refused()
    {
        Assert.Equal("leeg-bestand", Case.Say(DebtorFiles.ReadDebtors(Case.Texts(), Case.Maldegem, Stop)));
        Assert.Equal("leeg-bestand", Case.Say(Case.Debtors()));
        Assert.Equal("Het bestand bevat geen debiteuren.", Case.Refused(Case.Debtors()).Refusal.Text);
        Assert.Equal("geen-werkmap", Case.Say(DebtorFiles.ReadDebtors(new MemoryStream("x"u8.ToArray()), Case.Maldegem, Stop)));
    }

    [Fact]
    public void More_rows_than_the_protocol_allows_are_refused()
    {
        string?[][] rows = [.. Enumerable.Range(0, 4).Select(person => new[] { "Jan", "Peeters", Case.Numbers[person] })];
        Assert.Equal(3, Case.Done(Case.Debtors(Case.Limited(3), rows[..3])).Rows.Count);
        var refused = Case.Refused(Case.Debtors(Case.Limited(3), rows)).Refusal;
        Assert.Equal(("te-veel-rijen", "Het bestand bevat te veel rijen: volgens het protocol hoogstens 3 debiteuren tegelijk."), (refused.Code, refused.Text));
    }

    [Fact]
    public void A_number_that_lost_its_zeros_is_read()
    {
        var number = SyntheticInsz.Of(new DateOnly(2003, 2, 1), 7);
        var cell = Case.Value(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        WorksheetCell[] heading = [Case.Text("Voornaam"), Case.Text("Familienaam"), Case.Text("Rijksregisternummer")];
        var table = Case.Done(DebtorFiles.ReadDebtors(Case.Workbook(heading, [Case.Text("An"), Case.Text("Maes"), cell]), Case.Maldegem, Stop));
        Assert.Equal(long.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(table.Rows).Number);
    }

    [Fact]
    [Requirement("W16")]
    public void Who_has_no_number_is_left_out_and_counted_and_nobody_is_matched_by_name()
    {
        var line = Assert.Single(Case.Refused(Case.Debtors(["Jan", "Peeters", null])).Report.Lines);
        Assert.Equal("Rij 2: fout: hier staat geen rijksregisternummer. Laat ondernemingen en personen zonder rijksregisternummer weg, en geef op hoeveel het er zijn.", line.ToString());
    }

    [Fact]
    public void A_person_who_stands_twice_counts_once_with_a_warning()
    {
        var table = Case.Done(Case.Debtors(["Jan", "Peeters", Good], ["An", "Maes", Case.Numbers[1]], ["JAN", " peeters", Good]));
        Assert.Equal([Case.Number(0), Case.Number(1)], table.Rows.Select(debtor => debtor.Number));
        Assert.Equal("2 debiteuren; 1 waarschuwing.\nRij 4: let op: deze debiteur staat al in rij 2 en telt één keer.", table.Report.Text);
    }

    [Fact]
    [Requirement("W23")]
    public void No_report_and_nothing_that_is_printed_names_anybody()
    {
        var results = Rows.Select(row => Case.Debtors(["Jan", "Peeters", Good], row.Row)).ToList();
        var printed = string.Join('\n', results.Select(result => result switch
        {
            FileResult<DebtorTable>.Done(var table) => $"{table} {table.Report.Text} {string.Join(' ', table.Rows)}",
            FileResult<DebtorTable>.Refused(var refusal, var report) => $"{refusal} {report.Text}",
            _ => "",
        }));
        Assert.DoesNotMatch("[0-9]{6}", printed.Replace("\u00A0", "", StringComparison.Ordinal));
        foreach (var name in new[] { "Peeters", "De Smet", "Bakkerij", "schuldbemiddeling", "HYPERLINK" })
            Assert.DoesNotContain(name, printed, StringComparison.OrdinalIgnoreCase);
    }
}
