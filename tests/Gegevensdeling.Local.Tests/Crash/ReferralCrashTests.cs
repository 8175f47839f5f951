using System.Collections.Concurrent;
using Gegevensdeling.CrashHost;
using Xunit;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>
/// Design 10: the process is killed (SIGKILL) after every journal commit and around every external effect of a referral; what is left
/// in the end is what an undisturbed run leaves.
/// </summary>
public sealed class ReferralCrashTests(ITestOutputHelper output)
{
    [Fact]
    public Task Killed_at_any_instant_a_whole_referral_ends_the_same() => KillEverywhereAsync(Script.Whole);

    [Fact]
    public Task Killed_at_any_instant_a_withdrawal_at_the_team_ends_the_same() => KillEverywhereAsync(Script.Withdrawal);

    [Fact]
    public Task Killed_at_any_instant_an_erasure_by_the_sweep_alone_ends_the_same() => KillEverywhereAsync(Script.Swept);

    /// <summary>Art. 7. What comes before and after the correction is killed in the scripts above; here at some moments spread over it, at all of them on request.</summary>
    [Fact]
    public Task Killed_at_some_instants_a_correction_ends_the_same() =>
        KillEverywhereAsync(Script.Correction, most: 8, nameof(Script.ReportDefect), nameof(Script.AcknowledgeDefect), nameof(Script.ReplaceContent));

    private Task KillEverywhereAsync(Script script) => KillEverywhereAsync(script, int.MaxValue);

    /// <param name="script">What is played.</param>
    /// <param name="most">So many processes are killed, spread evenly; <c>GEGEVENSDELING_ELK_PUNT</c> kills at every point.</param>
    /// <param name="steps">Those in which a process is killed; all where none is named.</param>
    private async Task KillEverywhereAsync(Script script, int most, params string[] steps)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var killing = await Killing.PrepareAsync(script, cancellation);
        Assert.Contains("hoofd: gewist gewist True historiek gewist True pseudoniemen 0 koppelingen 0 salt ", killing.Undisturbed);
        var points = killing.Points.Where(point => (steps is [] || steps.Contains(script.Steps[point.Step].Method.Name)) && (EveryPoint() || (IsNew(point) && !IsOfWhole(script, point.Step)))).ToList();
        if (points.Count > most && !EveryPoint())
            points = [.. Enumerable.Range(0, most).Select(at => points[at * points.Count / most])];
        var differences = new ConcurrentBag<string>();
        var kills = await killing.RunAsync(points, (point, after) => Compare(killing.Undisturbed, Allowed.Without(script.Steps[point.Step], killing.Undisturbed, after)), differences, cancellation);
        output.WriteLine($"{script.Name}: {kills} processes killed at {points.Count} of {killing.Points.Count} points");
        Assert.True(differences.IsEmpty, $"{differences.Count} of {kills} differ:\n{string.Join('\n', differences.Order(StringComparer.Ordinal))}");
        Assert.True(kills > points.Count * 9 / 10, $"{kills} of {points.Count} killed");
    }

    /// <summary>
    /// Before an effect the disk is what it was after the effect or the commit before it, where a process is killed too. So 'before' is
    /// tried for the first effect of each step; for all of them where GEGEVENSDELING_ELK_PUNT is 1, which takes half as long again.
    /// </summary>
    private static bool IsNew(KillPoint point) => point is not { At: KillAt.Before, Number: > 1 };

    /// <summary>
    /// A script that begins as the whole one does is killed in those steps there: the disk is the same. Here it is killed from where it goes its own way; everywhere where
    /// GEGEVENSDELING_ELK_PUNT is 1.
    /// </summary>
    private static bool IsOfWhole(Script script, int step) => script != Script.Whole && script.Steps.Take(step + 1).SequenceEqual(Script.Whole.Steps.Take(step + 1));

    private static bool EveryPoint() => Environment.GetEnvironmentVariable("GEGEVENSDELING_ELK_PUNT") == "1";

    private static string? Compare(IReadOnlyList<string> expected, IReadOnlyList<string> after) => expected.SequenceEqual(after) ? null : string.Join("; ",
    [
        .. expected.Except(after).Select(line => $"MISSING {line}"), .. after.Except(expected).Select(line => $"EXTRA {line}"),
        .. after.GroupBy(line => line).Where(group => expected.Count(line => line == group.Key) is var was && was > 0 && was != group.Count()).Select(group => $"{group.Count()} TIMES {group.Key}"),
        $"({after.Count} lines for {expected.Count})",
    ]);
}
