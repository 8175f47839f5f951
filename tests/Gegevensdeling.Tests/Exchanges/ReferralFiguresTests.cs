using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>
/// The rule in words: a number from 1 to below the smallest cell is not shown, and neither is what one could compute it from. The
/// attacker here knows the total, the rule and everything that was published, and tries every world that reads the same.
/// </summary>
public sealed class ReferralFiguresTests
{
    private static readonly ErasureReason?[] Ends =
        [ErasureReason.ClientFile, ErasureReason.NoHelpWanted, ErasureReason.Unreachable, ErasureReason.NotForUs, ErasureReason.WithdrawnAtReceiver,
        ErasureReason.ProtocolEnded, ErasureReason.Voided, null];

    [Theory]
    [InlineData(3, 9)]
    [InlineData(5, 11)]
    [Requirement("R16")]
    public void No_outcome_that_is_not_shown_can_be_computed(int smallestCell, int most) =>
        Assert.Null(Attack(Worlds(Ends.Length, most), counts => Published(counts, smallestCell)));

    [Fact]
    [Requirement("R16", "W12")]
    public void No_delivery_that_is_not_shown_can_be_computed() =>
        Assert.Null(Attack(Worlds(2, 40), counts => Cells(ReferralFigures.Of(Referrals.Mechelen.Id, 2026, Side.Team, 5, Deliveries(counts), new Dictionary<string, int>()))));

    [Fact]
    public void The_attacker_succeeds_where_only_the_small_cells_are_hidden() =>
        Assert.NotNull(Attack(Worlds(3, 10), counts => [.. counts.Select(count => count is > 0 and < 5 ? (int?)null : count)]));

    [Fact]
    [Requirement("R16")]
    public void Large_numbers_are_shown_as_they_are() => Assert.Equal([5, 6, 7, 8, 0, 0, 6, 9], Published([5, 6, 7, 8, 0, 0, 6, 9], 5).Select(shown => shown!.Value));

    [Fact]
    [Requirement("W12")]
    public void The_team_sees_delivery_and_nothing_of_contact_or_outcome()
    {
        var figures = ReferralFigures.Of(Referrals.Mechelen.Id, 2026, Side.Team, 5, Deliveries([20, 10]), new Dictionary<string, int>());
        Assert.Equal(["doorverwijzingen", "afgeleverd", "niet afgeleverd"], figures.Figures.Select(figure => figure.What));
    }

    [Fact]
    [Requirement("R19", "R16")]
    public void Wishes_for_other_data_are_counted_and_small_ones_hidden()
    {
        var figures = ReferralFigures.Of(Referrals.Mechelen.Id, 2026, Side.Team, 5, [], new Dictionary<string, int> { ["rijksregisternummer"] = 7, ["gezinsleden"] = 4 });
        Assert.Equal([("gezinsleden", null), ("rijksregisternummer", 7)], figures.Wishes.Select(wish => (wish.What, wish.Count)));
    }

    private static IReadOnlyList<int?> Published(IReadOnlyList<int> counts, int smallestCell)
    {
        var open = Referrals.State(Referrals.Sealed());
        var states = Ends.Zip(counts).SelectMany(cell => Enumerable.Repeat(open with { End = cell.First }, cell.Second)).ToList();
        return Cells(ReferralFigures.Of(Referrals.Mechelen.Id, 2026, Side.Ocmw, smallestCell, states, new Dictionary<string, int>()));
    }

    private static List<ReferralState> Deliveries(IReadOnlyList<int> counts) =>
    [
        .. Enumerable.Repeat(Referrals.State(Referrals.Sealed(), Referrals.Opened()), counts[0]),
        .. Enumerable.Repeat(Referrals.State(Referrals.Sealed()), counts[1]),
    ];

    private static IReadOnlyList<int?> Cells(YearFigures figures) => [.. figures.Figures.Skip(1).Select(figure => figure.Count)];

    /// <summary>The first publication from which some hidden cell follows, or null when there is none.</summary>
    private static string? Attack(IEnumerable<int[]> worlds, Func<IReadOnlyList<int>, IReadOnlyList<int?>> publish)
    {
        foreach (var same in worlds.GroupBy(counts => $"{counts.Sum()}: {string.Join(' ', publish(counts).Select(cell => cell?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"))}"))
        {
            var possible = same.ToList();
            var shown = publish(possible[0]);
            for (var cell = 0; cell < shown.Count; cell++)
            {
                if (shown[cell] is null && possible.Select(counts => counts[cell]).Distinct().Count() == 1)
                    return $"{same.Key}: cell {cell} is {possible[0][cell]}";
            }
        }

        return null;
    }

    private static IEnumerable<int[]> Worlds(int cells, int most) =>
        cells == 0 ? [[]] : from first in Enumerable.Range(0, most + 1) from rest in Worlds(cells - 1, most - first) select (int[])[first, .. rest];
}
