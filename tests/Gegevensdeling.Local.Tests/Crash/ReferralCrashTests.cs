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

    private async Task KillEverywhereAsync(Script script)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var killing = await Killing.PrepareAsync(script, cancellation);
        foreach (var line in killing.Undisturbed)
            output.WriteLine(line);
        output.WriteLine($"{killing.Points.Count} points");
        var differences = new ConcurrentBag<string>();
        var kills = await killing.RunAsync(killing.Points, (_, after) => Compare(killing.Undisturbed, after), differences, cancellation);
        output.WriteLine($"{kills} of {killing.Points.Count} killed");
        Assert.True(differences.IsEmpty, $"{differences.Count} of {kills} differ:\n{string.Join('\n', differences.Order(StringComparer.Ordinal))}");
        Assert.True(kills > killing.Points.Count * 9 / 10, $"{kills} of {killing.Points.Count} killed");
    }

    private static string? Compare(IReadOnlyList<string> expected, IReadOnlyList<string> after) =>
        expected.SequenceEqual(after)
            ? null
            : string.Join("; ", [.. expected.Except(after).Select(line => $"MISSING {line}"), .. after.Except(expected).Select(line => $"EXTRA {line}"), $"({after.Count} lines for {expected.Count})"]);
}
