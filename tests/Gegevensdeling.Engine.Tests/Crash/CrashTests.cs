using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.Engine.Tests.Embedded;

namespace Gegevensdeling.Engine.Tests.Crash;

/// <summary>Law 5: a process killed at any instant loses nothing and changes no outcome.</summary>
public sealed class CrashTests
{
    private const int Killed = 137; // 128 + SIGKILL

    [Fact]
    public Task Killed_after_any_journal_commit_the_story_ends_the_same() => KillAtEachAsync("commit");

    [Fact]
    public Task Killed_after_any_effect_before_its_answer_was_kept_the_story_ends_the_same() => KillAtEachAsync("effect");

    [Fact]
    public async Task Killed_again_and_again_the_story_still_ends_the_same()
    {
        var expected = await UndisturbedAsync();
        using var folder = new TemporaryFolder();
        var kills = 0;
        // the first commit of each life may only repeat a start or a message that is there already
        while (await RunAsync(folder, "commit", 4) == Killed) Assert.True(++kills < 200, "No progress");
        Assert.True(kills > 5, $"{kills} kills");
        Assert.Equal(expected, Read(folder));
    }

    private static async Task KillAtEachAsync(string kind)
    {
        var expected = await UndisturbedAsync();
        var kills = 0;
        while (true)
        {
            using var folder = new TemporaryFolder();
            var code = await RunAsync(folder, kind, kills + 1);
            if (code == 0) break;
            Assert.Equal(Killed, code);
            kills++;
            await GoOnHereAsync(folder);
            Assert.Equal(expected, Read(folder));
        }

        Assert.True(kills > 15, $"{kills} kills");
    }

    private static async Task<string> UndisturbedAsync()
    {
        using var folder = new TemporaryFolder();
        await GoOnHereAsync(folder);
        var story = Read(folder);
        Assert.Contains("verhaal Completed", story, StringComparison.Ordinal);
        Assert.Contains("herinnering", story, StringComparison.Ordinal);
        return story;
    }

    /// <summary>Nothing is killed here, so it needs no process of its own; the file knows no difference.</summary>
    private static Task GoOnHereAsync(TemporaryFolder folder) => CrashHost.RunAsync([Path.GetDirectoryName(folder.File("x"))!, "never", "0"]);

    private static async Task<int> RunAsync(TemporaryFolder folder, string kind, int after)
    {
        var host = Path.ChangeExtension(typeof(CrashTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(
            host, [CrashHost.Word, Path.GetDirectoryName(folder.File("x"))!, kind, after.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(said.Length == 0, said);
        return process.ExitCode;
    }

    /// <summary>What each instance did, in its own order, each step once; and how each ended.</summary>
    private static string Read(TemporaryFolder folder)
    {
        var effects = File.ReadAllLines(folder.File("effects.txt")).DistinctBy(line => line.Split('|')[0]).OrderBy(line => line.Split('|')[1], StringComparer.Ordinal);
        return string.Join('\n', [.. effects, .. File.ReadAllLines(folder.File("outcome.txt"))]);
    }
}
