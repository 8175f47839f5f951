using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket.Files;

/// <summary>What a request may hold in column A, and what its sender is told of it.</summary>
[Requirement("P2")]
public sealed class RequestCheckTests
{
    private static readonly string Good = Case.Children[0];

    /// <summary>What stands in the cell, and what comes of it: the code, or nothing where it is right.</summary>
    private static readonly (string Words, WorksheetCell Cell, string Code)[] Cells =
    [
        ("eleven digits", Text(Good), ""),
        ("with the punctuation of an identity card", Text($"{Good[..2]}.{Good[2..4]}.{Good[4..6]}-{Good[6..9]}.{Good[9..]}"), ""),
        ("with spaces around and between, also ones that do not break", Text($" {Good[..6]}\u00A0{Good[6..9]} {Good[9..]} "), ""),
        ("with the hyphen that does not break", Text($"{Good[..6]}\u2011{Good[6..]}"), ""),
        ("with the apostrophe that keeps it a text", Text($"'{Good}"), ""),
        ("a number", Number(double.Parse(Good, System.Globalization.CultureInfo.InvariantCulture)), ""),
        ("a number that lost its leading zeros", Number(double.Parse(SyntheticInsz.Of(new DateOnly(2001, 2, 3), 7), System.Globalization.CultureInfo.InvariantCulture)), ""),
        ("a BIS number", Text(SyntheticInsz.Of(new DateOnly(2012, 5, 6), 7, 40)), ""),
        ("a number of the century before", Text(SyntheticInsz.Of(new DateOnly(1999, 5, 6), 7)), ""),
        ("ten digits as text", Text(Good[1..]), "geen-elf-cijfers"),
        ("twelve digits", Text(Good + "0"), "geen-elf-cijfers"),
        ("a letter among them", Text(Good[..10] + "x"), "geen-elf-cijfers"),
        ("a number with a fraction", Number(12345678901.5), "geen-elf-cijfers"),
        ("a number below zero", Number(-1), "geen-elf-cijfers"),
        ("a number of twelve digits", Number(123456789012), "geen-elf-cijfers"),
        ("a wrong check number", Text(Good[..9] + (Good[9..] == "97" ? "96" : "97")), "controlegetal"),
        ("a day that does not exist", Text(SyntheticInsz.Complete("130230001", 2000)), "bestaat-niet"),
        ("a month that does not exist", Text(SyntheticInsz.Complete("131530001", 2000)), "bestaat-niet"),
        ("serial number 000", Text(SyntheticInsz.Complete("130130000", 2000)), "bestaat-niet"),
        ("a date", new WorksheetCell.Date(43831, new DateTime(2020, 1, 1)), "geen-nummer"),
        ("true", new WorksheetCell.Boolean(true), "geen-nummer"),
        ("an error", new WorksheetCell.Error("#N/A"), "geen-nummer"),
        ("a formula as text", Text("=1+1"), "geen-elf-cijfers"),
    ];

    /// <summary>Birth, added to the month, and the code of the warning. '0 tot 25' on any day from 1 March 2020 to 15 June 2021.</summary>
    private static readonly (string Words, string Insz, string Code)[] Ages =
    [
        ("25 on the day after the period began: 24 on its first day", SyntheticInsz.Of(new DateOnly(1995, 3, 2), 1), ""),
        ("25 on the first day of the period", SyntheticInsz.Of(new DateOnly(1995, 3, 1), 1), "leeftijd"),
        ("born on the day of the request", SyntheticInsz.Of(new DateOnly(2021, 6, 15), 1), ""),
        ("born the day after the request", SyntheticInsz.Of(new DateOnly(2021, 6, 16), 1), "leeftijd"),
        ("a grandparent", SyntheticInsz.Of(new DateOnly(1950, 3, 1), 1), "leeftijd"),
        ("month not known", SyntheticInsz.Complete("100000001", 2000), "leeftijd-niet-te-controleren"),
        ("BIS, month not known", SyntheticInsz.Complete("104000001", 2000), "leeftijd-niet-te-controleren"),
    ];

    public static TheoryData<int> CellRows => [.. Enumerable.Range(0, Cells.Length)];

    public static TheoryData<int> AgeRows => [.. Enumerable.Range(0, Ages.Length)];

    [Theory]
    [MemberData(nameof(CellRows))]
    public void A_cell_of_column_A_is_judged_as_the_table_says(int row)
    {
        var (words, cell, code) = Cells[row];
        var request = Case.Request(Case.Row(1, Case.Children[1]), Case.Row(2, cell));
        Assert.True(code == string.Join(' ', request.Report.Lines.Select(line => line.Code)), $"{words}: {request.Report.Text}");
        Assert.Equal(code.Length == 0 ? (2, 2, 0) : (2, 1, 1), (request.Counts.Rows, request.Counts.Right, request.Counts.Wrong));
        Assert.All(request.Report.Lines, line => Assert.Equal((2, true), (line.Row, line.IsError)));
    }

    [Theory]
    [MemberData(nameof(AgeRows))]
    [Requirement("W13")]
    public void An_age_outside_the_period_is_a_warning_and_the_row_is_answered(int row)
    {
        var (words, insz, code) = Ages[row];
        var request = Case.Request(Case.Row(1, insz));
        Assert.True(code == string.Join(' ', request.Report.Lines.Select(line => line.Code)), words);
        Assert.Equal(new RequestCounts(1, 1, 0, code.Length == 0 ? 0 : 1), request.Counts);
    }

    [Theory]
    [InlineData(0, 18, "leeftijd")]
    [InlineData(0, 25, "")]
    [InlineData(23, 25, "leeftijd")]
    [Requirement("W13")]
    public void The_ages_are_those_of_the_file(int from, int to, string code)
    {
        var protocol = Case.With(settings => settings with { AgeFrom = from, AgeTo = to });
        var request = Case.Request(protocol, Case.Row(1, SyntheticInsz.Of(new DateOnly(2000, 1, 1), 1)));
        Assert.Equal(code, string.Join(' ', request.Report.Lines.Select(line => line.Code)));
    }

    [Theory]
    [InlineData("INSZ", true)]
    [InlineData("Rijksregisternummer kind (11 cijfers)", true)]
    [InlineData("Kolom 1", true)]
    [InlineData("850730x3328", false)]
    [InlineData("12345", false)]
    public void A_first_row_of_words_is_a_heading_and_no_row(string first, bool isHeading)
    {
        var request = Case.Request(Case.Row(1, first), Case.Row(2, Good));
        Assert.Equal(isHeading ? new RequestCounts(1, 1, 0, 0) : new RequestCounts(2, 1, 1, 0), request.Counts);
    }

    [Fact]
    public void Only_the_first_row_with_content_can_be_a_heading()
    {
        Assert.Equal(new RequestCounts(1, 1, 0, 0), Case.Request(Case.Row(4, "INSZ"), Case.Row(5, Good)).Counts);
        Assert.Equal(new RequestCounts(2, 1, 1, 0), Case.Request(Case.Row(1, "INSZ"), Case.Row(2, "kinderen"), Case.Row(3, Good)).Counts);
    }

    [Fact]
    public void A_child_that_stands_twice_is_an_error_that_names_the_other_row()
    {
        var request = Case.Request(Case.Row(2, Good), Case.Row(3, Case.Children[1]), Case.Row(4, $"{Good[..6]}-{Good[6..]}"));
        var line = Assert.Single(request.Report.Lines);
        Assert.Equal((4, true, "dubbel", "dit kind staat al in rij 2; daar staat het antwoord."), (line.Row, line.IsError, line.Code, line.Text));
    }

    [Fact]
    public void Empty_rows_between_are_a_warning_and_those_around_are_none()
    {
        var request = Case.Request(Case.Row(3, Case.Children[0]), Case.Row(5, Case.Children[1]), Case.Row(6, "  "), Case.Row(9, Case.Children[2]));
        Assert.Equal(["Rij 4: let op: deze rij is leeg.", "Rij 6: let op: de rijen 6 tot en met 8 zijn leeg."], request.Report.Lines.Select(line => line.ToString()));
        Assert.Equal(new RequestCounts(3, 3, 0, 2), request.Counts);
    }

    [Fact]
    public void Without_a_right_row_it_is_refused_with_the_report()
    {
        var refused = Case.Refused(Case.Check(Case.Row(1, "INSZ"), Case.Row(2, "1")));
        Assert.Equal(("geen-juiste-rij", "Turnhout art. 3; C2"), (refused.Refusal.Code, refused.Refusal.Article));
        Assert.Single(refused.Report.Lines);
        Assert.Contains("geen enkel nummer", Case.Refused(Case.Check()).Refusal.Text, StringComparison.Ordinal);
        Assert.Contains("geen enkel nummer", Case.Refused(Case.Check(Case.Row(1, "INSZ"))).Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("X7")]
    public void Before_the_period_begins_nothing_can_be_asked()
    {
        FileResult<CheckedRequest> At(DateOnly on) => RequestCheck.Of(Case.With(settings => settings with { Boundary = Gegevensdeling.Protocols.BoundaryRule.After }), "Blad1", Case.Column(Good), on);
        Assert.Equal("periode-nog-niet-begonnen", Case.Refused(At(new DateOnly(2020, 3, 1))).Refusal.Code);
        Assert.IsType<FileResult<CheckedRequest>.Done>(At(new DateOnly(2020, 3, 2)));
    }

    [Fact]
    public void The_report_lists_a_thousand_lines_and_counts_the_rest()
    {
        var request = Case.Request([.. Enumerable.Range(1, 1_234).Select(row => Case.Row(row, "1")), Case.Row(1_235, Good)]);
        Assert.Equal((1_000, 234), (request.Report.Lines.Count, request.Report.More));
        Assert.StartsWith("1\u00A0235 rijen: 1 in orde, 1\u00A0234 fout; 0 waarschuwingen. Een foute rij krijgt geen antwoord.\nRij 1: fout: dit is geen INSZ: een INSZ heeft elf cijfers.", request.Report.Text, StringComparison.Ordinal);
        Assert.EndsWith("\nEn nog 234 opmerkingen meer.", request.Report.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("W23")]
    public void No_report_and_nothing_that_is_printed_holds_a_number()
    {
        var request = Case.Request([Case.Row(1, "INSZ"), Case.Row(2, Good), Case.Row(3, Good), .. Cells.Select((cell, at) => Case.Row(at + 4, cell.Cell)), .. Ages.Select((age, at) => Case.Row(at + 100, age.Insz))]);
        var printed = string.Join('\n', request.Report.Text, request.ToString(), Case.Check(Case.Row(1, Good)).ToString(), request.Content.ToString());
        Assert.DoesNotMatch("[0-9]{6}", printed.Replace("\u00A0", "", StringComparison.Ordinal));
        Assert.True(request.Report.Lines.Count > 10);
    }

    private static WorksheetCell.Text Text(string text) => new(text);

    private static WorksheetCell.Number Number(double value) => new(value, value.ToString(System.Globalization.CultureInfo.InvariantCulture), null);
}
