using System.Collections.Concurrent;
using Gegevensdeling.CrashHost;
using Xunit;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>
/// Design 10: the process is killed after every journal commit and around every external effect of a referral; what is left in the end is what an undisturbed run leaves. Each
/// step is played by one process that stops at every such instant, all its threads at once (SIGSTOP): another life goes on from a copy of what stands on disk then, which is what a kill would leave.
/// At some instants, spread over all, a process is really killed (SIGKILL); where processes cannot be stopped so, and where <c>GEGEVENSDELING_ELK_PUNT</c> is 1, at every one.
/// </summary>
public sealed class ReferralCrashTests(ITestOutputHelper output)
{
    private const int Killed = 8;

    [Fact]
    public Task Killed_at_any_instant_a_whole_referral_ends_the_same() => KillEverywhereAsync(Script.Whole);

    [Fact]
    public Task Killed_at_any_instant_a_withdrawal_at_the_team_ends_the_same() => KillEverywhereAsync(Script.Withdrawal);

    [Fact]
    public Task Killed_at_any_instant_an_erasure_by_the_sweep_alone_ends_the_same() => KillEverywhereAsync(Script.Swept);

    /// <summary>Art. 7. What comes before and after the correction is killed in the scripts above.</summary>
    [Fact]
    public Task Killed_at_any_instant_a_correction_ends_the_same() =>
        KillEverywhereAsync(Script.Correction, nameof(Script.ReportDefect), nameof(Script.AcknowledgeDefect), nameof(Script.ReplaceContent));

    /// <param name="script">What is played.</param>
    /// <param name="steps">Those in which a process is killed; all where none is named.</param>
    private async Task KillEverywhereAsync(Script script, params string[] steps)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var killing = await Killing.PrepareAsync(script, cancellation);
        Assert.Contains("hoofd: gewist gewist True historiek gewist True pseudoniemen 0 koppelingen 0 salt ", killing.Undisturbed);
        bool IsWanted(KillPoint point) => (steps is [] || steps.Contains(script.Steps[point.Step].Method.Name)) && (EveryPoint || (IsNew(point) && !IsOfWhole(script, point.Step)));
        string? Judge(KillPoint point, IReadOnlyList<string> after) => Compare(killing.Undisturbed, Allowed.Without(script.Steps[point.Step], killing.Undisturbed, after));
        var (points, differences, stops) = (killing.Points.Where(IsWanted).ToList(), new ConcurrentBag<string>(), 0);
        if (OperatingSystem.IsLinux())
        {
            foreach (var step in points.Select(point => point.Step).Distinct())
                stops += await killing.StopAsync(step, IsWanted, Judge, differences, cancellation);
        }

        var spread = EveryPoint || !OperatingSystem.IsLinux() ? points : [.. Enumerable.Range(0, Killed).Select(at => points[at * points.Count / Killed])];
        var kills = await killing.KillAsync(spread, Judge, differences, cancellation);
        output.WriteLine($"{script.Name}: stopped at {stops} and killed at {kills} of {points.Count} of {killing.Points.Count} points");
        Assert.True(differences.IsEmpty, $"{differences.Count} differ:\n{string.Join('\n', differences.Order(StringComparer.Ordinal))}");
        Assert.True(!OperatingSystem.IsLinux() || stops > points.Count * 9 / 10, $"{stops} of {points.Count} stopped");
        Assert.True(kills > spread.Count * 3 / 4, $"{kills} of {spread.Count} killed");
    }

    private static bool EveryPoint => Environment.GetEnvironmentVariable("GEGEVENSDELING_ELK_PUNT") == "1";

    /// <summary>
    /// Before an effect the disk is what it was after the effect or the commit before it, which is tried too. So 'before' is
    /// tried for the first effect of each step; for all of them where GEGEVENSDELING_ELK_PUNT is 1.
    /// </summary>
    private static bool IsNew(KillPoint point) => point is not { At: KillAt.Before, Number: > 1 };

    /// <summary>
    /// A script that begins as the whole one does is killed in those steps there: the disk is the same. Here it is killed from where it goes its own way; everywhere where
    /// GEGEVENSDELING_ELK_PUNT is 1.
    /// </summary>
    private static bool IsOfWhole(Script script, int step) => script != Script.Whole && script.Steps.Take(step + 1).SequenceEqual(Script.Whole.Steps.Take(step + 1));

    private static string? Compare(IReadOnlyList<string> expected, IReadOnlyList<string> after) => expected.SequenceEqual(after) ? null : string.Join("; ",
    [
        .. expected.Except(after).Select(line => $"MISSING {line}"), .. after.Except(expected).Select(line => $"EXTRA {line}"),
        .. after.GroupBy(line => line).Where(group => expected.Count(line => line == group.Key) is var was && was > 0 && was != group.Count()).Select(group => $"{group.Count()} TIMES {group.Key}"),
        $"({after.Count} lines for {expected.Count})",
    ]);
}
