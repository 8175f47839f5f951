using System.Text.RegularExpressions;
using Xunit;

namespace Gegevensdeling.Tests.Docs;

/// <summary>docs/protocol.md claims nothing that no test shows, and no test shows what it does not name.</summary>
public sealed partial class TraceabilityTests
{
    /// <summary>Every obligation there is, of the texts and beyond them.</summary>
    private static readonly IReadOnlyList<string> Scope =
    [
        .. Range('G', 1, 21), .. Range('R', 1, 19), .. Range('P', 1, 20), .. Range('D', 1, 20), .. Range('W', 1, 23), .. Range('F', 1, 12), .. Range('X', 1, 21),
    ];

    private static readonly string Text = Repository.Read("docs/protocol.md");

    private static readonly IReadOnlyList<Row> Rows = [.. Text.Split('\n').Select(Row.Parse).OfType<Row>()];

    private static IEnumerable<Row> Claimed => Rows.Where(row => row.Cells.Count == 4);

    private static IEnumerable<Row> Later => Rows.Where(row => row.Cells.Count == 3);

    [Fact]
    public void Every_number_stands_once() =>
        None(Rows.GroupBy(row => row.Number).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_number_is_claimed() => None(Scope.Except(Claimed.Select(row => row.Number)));

    [Fact]
    public void Every_number_that_a_test_carries_is_claimed() =>
        None(TestSources.All.SelectMany(test => test.Numbers).Distinct().Except(Claimed.Select(row => row.Number)));

    [Fact]
    public void Every_claim_names_tests_that_exist_and_carry_its_number() =>
        None(Claimed.Where(row => row.Quoted(3) is []).Select(row => $"{row.Number}: no test").Concat(
            from row in Claimed
            from name in row.Quoted(3)
            where !TestSources.Named(name).Any(test => test.Numbers.Contains(row.Number))
            select $"{row.Number}: {name}"));

    [Fact]
    public void Every_claim_names_files_that_exist() =>
        None(Claimed.Where(row => row.Quoted(2) is []).Select(row => $"{row.Number}: no file").Concat(
            from row in Claimed
            from name in row.Quoted(2)
            where !IsFile(name)
            select $"{row.Number}: {name}"));

    [Fact]
    public void What_comes_later_is_not_shown_yet() => None(Later.Where(row => row.Quoted(2) is not []).Select(row => row.Number));

    [Fact]
    public void A_row_and_a_source_are_read_as_they_are_meant()
    {
        Assert.Equal(["A.B", "C"], Row.Parse("| R1 | asks | `x.cs` | `A.B`, `C` |")!.Quoted(3));
        Assert.Null(Row.Parse("| nr | asks |"));
        var tests = TestSources.Read("""
            [Requirement("F1", "F2")]
            public sealed class OneTests : IDisposable
            {
                public void Not_a_test() { }
                [Theory]
                [InlineData("x")]
                [Requirement("R1")]
                public async Task First(string text) => await x;
                [Fact]
                public void Second() { }
            }

            public sealed class TwoTests
            {
                [Property(MaxTest = 5)]
                public bool Third() => true;
            }
            """).Select(test => $"{test.Class}.{test.Method} {string.Join(' ', test.Numbers.Order(StringComparer.Ordinal))}");
        Assert.Equal(["OneTests.First F1 F2 R1", "OneTests.Second F1 F2", "TwoTests.Third "], tests);
        Assert.True(TestSources.All.Count > 200);
    }

    private static void None(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    private static IEnumerable<string> Range(char letter, int from, int to) => Enumerable.Range(from, to - from + 1).Select(number => $"{letter}{number}");

    /// <summary>A path from the root, or the name of the one file in src that has it.</summary>
    private static bool IsFile(string name) =>
        name.Contains('/', StringComparison.Ordinal) ? Repository.Exists(name) : Repository.Files(name, "src").Count() == 1;

    /// <summary>One row of a table: four cells are a claim, three are for later.</summary>
    private sealed record Row(string Number, IReadOnlyList<string> Cells)
    {
        public static Row? Parse(string line)
        {
            var cells = line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToList();
            return NumberForm().IsMatch(cells[0]) ? new(cells[0], cells) : null;
        }

        public IReadOnlyList<string> Quoted(int cell) => [.. CodeForm().Matches(Cells[cell]).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("^[A-Z][0-9]+$")]
    private static partial Regex NumberForm();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeForm();
}
