using FsCheck.Xunit;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket.Files;

/// <summary>The answer stands in the requester's own file: column A and the order as they came, and beside them what the protocol authorises.</summary>
[Requirement("P6", "P7")]
public sealed class AnswerComposerTests
{
    private static readonly string[] C = Case.Children, A = Case.Adults;

    private static readonly string Register = Case.Extract($"{C[0]};2020-03-01;;{A[0]};{A[1]}", $"{C[1]};2020-04-01;2020-09-30;{A[2]};", $"{C[9]};2020-04-01;;{A[3]};");

    [Fact]
    public async Task Every_row_gets_its_answer_and_a_wrong_one_none()
    {
        var dotted = $"{C[1][..6]}-{C[1][6..]}";
        var request = Case.Request(Case.Row(1, "INSZ kind"), Case.Row(2, C[2]), Case.Row(3, C[0]), Case.Row(4, "geen nummer"), Case.Row(7, dotted), Case.Row(8, C[0]));
        var answer = Case.Done(await Case.LookUpAsync(request, Register));

        Assert.Equal(
            ["1: INSZ kind | Recht op sociale toeslag | Begunstigde 1 | Begunstigde 2", $"2: {C[2]} | nee | - | -", $"3: {C[0]} | ja | {A[0]} | {A[1]}", "4: geen nummer | - | - | -", $"7: {dotted} | ja | {A[2]} | -", $"8: {C[0]} | - | - | -"],
            Case.Written(answer).Select(row => Case.Say(row, 4)));
        Assert.Equal(new AnswerCounts(5, 2, 1, 2), answer.Counts);
    }

    [Fact]
    public async Task Without_a_heading_of_the_requester_there_is_none()
    {
        var answer = Case.Done(await Case.LookUpAsync(Case.Request(Case.Row(3, C[0])), Register));
        Assert.Equal([$"3: {C[0]} | ja | {A[0]} | {A[1]}"], Case.Written(answer).Select(row => Case.Say(row, 4)));
    }

    [Fact]
    [Requirement("X8")]
    public async Task The_period_of_payment_goes_where_the_file_gives_it_a_column_and_nowhere_else()
    {
        WorksheetRow[] rows = [Case.Row(1, "INSZ"), Case.Row(2, C[0]), Case.Row(3, C[1]), Case.Row(4, C[2])];
        var with = Case.Written(Case.Done(await Case.LookUpAsync(Case.Request(Case.WithPeriod, rows), Register)), 5);
        Assert.Equal(["Betalingsperiode", "01/03/2020 - lopend", "01/04/2020 - 30/09/2020", "-"], with.Select(row => Case.Say(row, 5).Split(" | ")[4]));
        var without = Case.Written(Case.Done(await Case.LookUpAsync(Case.Request(rows), Register)));
        Assert.All(without, row => Assert.DoesNotContain("2020", Case.Say(row, 4)[3..].Replace(C[0], "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_the_flow_of_the_answer_does_not_name_is_not_delivered()
    {
        var protocol = Case.WithPeriod with { Flows = [.. Case.WithPeriod.Flows.Select(flow => flow with { Fields = [.. flow.Fields.Where(field => field != GroeipakketSettings.PeriodField)] })] };
        var answer = Case.Done(await Case.LookUpAsync(Case.Request(protocol, Case.Column(C[0])), Register));
        Assert.Equal(4, Assert.Single(Case.Written(answer)).Cells.Count);
    }

    [Fact]
    public async Task The_words_and_the_columns_are_those_of_the_file()
    {
        var protocol = Case.Turnhout with
        {
            Fields = [.. Case.Turnhout.Fields.Select(field => field.Code switch
            {
                GroeipakketSettings.RightField => field with { Columns = ["D"], Values = ["wel", "niet"] },
                GroeipakketSettings.BeneficiaryField => field with { Columns = ["C", "B"] },
                _ => field,
            })],
        };
        var answer = Case.Done(await Case.LookUpAsync(Case.Request(protocol, Case.Column("INSZ", C[0], C[2])), Register));
        Assert.Equal(["1: INSZ | Begunstigde 2 | Begunstigde 1 | Recht op sociale toeslag", $"2: {C[0]} | {A[1]} | {A[0]} | wel", $"3: {C[2]} | - | - | niet"], Case.Written(answer).Select(row => Case.Say(row, 4)));
    }

    [Fact]
    public async Task Nothing_can_start_a_formula_and_what_the_requester_wrote_stays_a_text()
    {
        string[] dangerous = ["=1+1", "=cmd|' /C calc'!A0", "+32", "-1", "@SUM(1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")"];
        var request = Case.Request([.. dangerous.Select((text, at) => Case.Row(at + 1, text)), Case.Row(20, C[0])]);
        var rows = Case.Written(Case.Done(await Case.LookUpAsync(request, Register)));
        Assert.Equal(dangerous.Select(text => new WorksheetCell.Text(text)), rows.SkipLast(1).Select(row => row[0]));
        Assert.All(rows.SelectMany(row => row.Cells.Skip(1)), cell => Assert.True(cell is WorksheetCell.Empty || (cell is WorksheetCell.Text(var text) && char.IsLetterOrDigit(text[0]))));
    }

    [Property(MaxTest = 60)]
    public bool Column_A_the_order_and_the_gaps_are_kept_whatever_stands_there(string[] texts, uint seed)
    {
        var random = new Random((int)seed);
        var number = 0;
        List<WorksheetRow> rows = [];
        foreach (var text in texts.Where(text => text is { Length: > 0 } && text.All(unit => unit >= ' ' && unit < '\uD800')).Append(C[0]).Append(C[1]))
            rows.Add(random.Next(3) == 0 ? Case.Row(number += random.Next(1, 4), new WorksheetCell.Number(random.Next(1, 99), null!, null) is var cell ? cell with { Raw = cell.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) } : cell) : Case.Row(number += random.Next(1, 4), text));
        var request = RequestCheck.Of(Case.Turnhout, "Blad1", rows, Case.On);
        if (request is not FileResult<CheckedRequest>.Done(var done))
            return true;
        var answer = Case.Done(Case.LookUpAsync(done, Register).GetAwaiter().GetResult());
        return Case.Written(answer).Select(row => (row.Number, row[0])).SequenceEqual(rows.Select(row => (row.Number, row[0])));
    }
}
