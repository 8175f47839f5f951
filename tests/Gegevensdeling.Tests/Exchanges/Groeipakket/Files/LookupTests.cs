using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket.Files;

/// <summary>Who is entitled, and who the beneficiaries are that were last known at the time of the request.</summary>
[Requirement("P5")]
public sealed class LookupTests
{
    private static readonly Dictionary<char, string> Adult = new() { ['P'] = Case.Adults[0], ['Q'] = Case.Adults[1], ['R'] = Case.Adults[2], ['S'] = Case.Adults[3] };

    /// <summary>The rows of the child as 'from..to beneficiaries'; the answer. The period runs from 1 March 2020 to the request on 15 June 2021.</summary>
    private static readonly (string Words, string Rows, string Answer)[] Table =
    [
        ("not in the register", "", "nee"),
        ("all of the period", "2019-01-01.. P", "ja P"),
        ("ended the day before it began", "2019-01-01..2020-02-29 P", "nee"),
        ("ended on its first day", "2019-01-01..2020-03-01 P", "ja P"),
        ("began on the day of the request", "2021-06-15.. P", "ja P"),
        ("began the day after", "2021-06-16.. P", "nee"),
        ("within the period", "2020-05-01..2020-05-31 P", "ja P"),
        ("both parents, in the order of the register", "2020-05-01.. QP", "ja QP"),
        ("one parent twice", "2020-05-01.. PP", "ja P"),
        ("another beneficiary later: the last known", "2020-03-01..2020-08-31 P;2020-09-01.. Q", "ja Q"),
        ("the same, the later row first", "2020-09-01.. Q;2020-03-01..2020-08-31 P", "ja Q"),
        ("a row that begins after the request does not count", "2020-03-01..2021-06-30 P;2021-07-01.. Q", "ja P"),
        ("an older row outside the period does not count", "2018-01-01..2019-12-31 P;2020-04-01..2020-04-30 Q", "ja Q"),
        ("two rows from the same day: both", "2020-03-01.. P;2020-03-01.. Q", "ja PQ"),
        ("and the same one again", "2020-03-01.. PQ;2020-03-01.. QP", "ja PQ"),
        ("three from the same day", "2020-03-01.. PQ;2020-03-01.. R", "te veel"),
        ("three from the same day, before later ones", "2020-03-01.. PQ;2020-03-01.. R;2020-09-01.. S", "ja S"),
        ("three from the same day, after later ones", "2020-09-01.. S;2020-03-01.. PQ;2020-03-01.. R", "ja S"),
        ("many outside the period", "2018-01-01..2019-01-01 PQ;2018-01-01..2019-01-01 RS;2020-09-01.. S", "ja S"),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_child_is_answered_as_the_table_says(int row)
    {
        var (words, rows, answer) = Table[row];
        Assert.True(answer == await AnswerAsync(Case.Turnhout, rows), words);
    }

    [Theory]
    [InlineData(BoundaryRule.From, "2019-01-01..2020-03-01 P", "ja P")]
    [InlineData(BoundaryRule.After, "2019-01-01..2020-03-01 P", "nee")]
    [InlineData(BoundaryRule.After, "2019-01-01..2020-03-02 P", "ja P")]
    [Requirement("X7")]
    public async Task The_first_of_March_counts_as_the_file_says(BoundaryRule boundary, string rows, string answer) =>
        Assert.Equal(answer, await AnswerAsync(Case.With(settings => settings with { Boundary = boundary }), rows));

    [Fact]
    [Requirement("P6")]
    public async Task Where_the_file_has_one_column_a_second_beneficiary_refuses_the_extract()
    {
        var one = Case.With(settings => settings with { MostBeneficiaries = 1 });
        var protocol = one with { Fields = [.. one.Fields.Select(field => field.Code == GroeipakketSettings.BeneficiaryField ? field with { Columns = ["C"] } : field)] };
        Assert.Equal("te veel", await AnswerAsync(protocol, "2020-03-01.. PQ"));
        Assert.Equal("ja P", await AnswerAsync(protocol, "2020-03-01.. P"));
    }

    [Fact]
    public async Task The_line_that_has_one_beneficiary_too_many_is_named()
    {
        var refused = Case.Refused(await Case.LookUpAsync(Case.Request(Case.Column(Case.Children[0])), Extract("2020-03-01.. PQ;2020-03-01.. R")));
        Assert.Equal("uittreksel-begunstigden", refused.Refusal.Code);
        Assert.Contains("regel 3:", refused.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_on_the_last_line_leaves_nothing()
    {
        var extract = Extract("2020-03-01.. P") + "oeps\n";
        Assert.Equal("uittreksel-regel", Case.Refused(await Case.LookUpAsync(Case.Request(Case.Column(Case.Children[0])), extract)).Refusal.Code);
    }

    [Fact]
    public void The_table_finds_every_child_and_no_other()
    {
        var children = Enumerable.Range(0, 20_000).Select(n => long.Parse(SyntheticInsz.Child(n), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        children[7] = RequestRows.None;
        var table = new ChildTable(children);
        for (var place = 0; place < children.Length; place++)
        {
            if (place != 7)
                Assert.Equal(place, table.Find(children[place]));
        }

        Assert.All(Enumerable.Range(20_000, 20_000), n => Assert.Equal(-1, table.Find(long.Parse(SyntheticInsz.Child(n), System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(-1, new ChildTable([]).Find(children[0]));
    }

    private static async Task<string> AnswerAsync(Protocol protocol, string rows)
    {
        var request = Case.Request(protocol, Case.Column(Case.Children[1], Case.Children[0]));
        if (await Case.LookUpAsync(request, Extract(rows)) is not FileResult<RequestAnswer>.Done(var found))
            return "te veel";
        Assert.False(found.Answers[0].Entitled);
        var answer = found.Answers[1];
        return answer.Entitled ? $"ja {Name(answer.First)}{Name(answer.Second)}" : "nee";
    }

    private static string Extract(string rows) => Case.Extract(
    [
        $"{Case.Children[5]};2020-03-01;;{Case.Adults[9]};",
        .. rows.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(row =>
        {
            var (days, names) = (row.Split(' ')[0].Split(".."), row.Split(' ')[1]);
            return $"{Case.Children[0]};{days[0]};{days[1]};{Adult[names[0]]};{(names.Length > 1 ? Adult[names[1]] : "")}";
        }),
    ]).Replace($"{Case.Children[5]};2020-03-01;;{Case.Adults[9]};\n", rows.Length == 0 ? $"{Case.Children[5]};2020-03-01;;{Case.Adults[9]};\n" : "", StringComparison.Ordinal);

    private static string Name(long number) => number == 0 ? "" : Adult.Single(pair => long.Parse(pair.Value, System.Globalization.CultureInfo.InvariantCulture) == number).Key.ToString();
}
