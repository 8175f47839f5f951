using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.CrashHost;
using Gegevensdeling.TestKit;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>One place where a process is killed.</summary>
internal readonly record struct KillPoint(int Step, KillAt At, long Number);

/// <summary>
/// Plays a script once, step by step, and remembers what was on disk before each step; then has a process of its own play each step
/// again, killed or stopped at a commit or an effect, and another life go on from what stood on disk at that instant.
/// </summary>
internal sealed class Killing : IDisposable
{
    private const int Killed = 137; // 128 + SIGKILL

    private static readonly KillAt[] Kinds = [KillAt.Commit, KillAt.Before, KillAt.Within, KillAt.After];

    private readonly DirectoryInfo root = TestFolder.Create("gegevensdeling-crash-");
    private readonly Script script;
    private readonly List<KillPoint> points = [];
    private readonly SemaphoreSlim lives = new(Math.Max(2, Environment.ProcessorCount));

    private Killing(Script script) => this.script = script;

    /// <summary>One protocol is enough for one referral.</summary>
    public static string Protocols => Path.Combine(AppContext.BaseDirectory, "protocols-mechelen");

    /// <summary>What is left after nobody was killed.</summary>
    public IReadOnlyList<string> Undisturbed { get; private set; } = [];

    public IReadOnlyList<KillPoint> Points => points;

    public static async Task<Killing> PrepareAsync(Script script, CancellationToken cancellation)
    {
        var killing = new Killing(script);
        var folder = killing.root.CreateSubdirectory("ongestoord").FullName;
        for (var step = 0; step < script.Steps.Count; step++)
        {
            Copy(folder, killing.Before(step));
            var counter = Killer.None();
            await using (var place = await CrashPlace.OpenAsync(folder, Protocols, counter, cancellation))
            {
                var play = new Play(place, script, restarted: false);
                await play.StepAsync(cancellation);
                if (play.StepsLeft == 0)
                    killing.Undisturbed = await Aftermath.OfAsync(play, cancellation);
            }

            foreach (var kind in Kinds)
            {
                for (var number = 1; number <= counter.Count(kind); number++)
                    killing.points.Add(new(step, kind, number));
            }
        }

        return killing;
    }

    /// <summary>Kills a process at each of these points, and tells what differed where.</summary>
    /// <returns>How many were killed.</returns>
    public async Task<int> KillAsync(IEnumerable<KillPoint> chosen, Func<KillPoint, IReadOnlyList<string>, string?> judge, ConcurrentBag<string> differences, CancellationToken cancellation)
    {
        var kills = 0;
        var width = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = cancellation };
        await Parallel.ForEachAsync(chosen, width, async (point, token) =>
        {
            var folder = FolderOf(point.Step, $"{point.At}-{point.Number}");
            using var process = Start(folder, point.At.ToString(), point.Number.ToString(CultureInfo.InvariantCulture));
            var said = await process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            if (process.ExitCode is not (0 or Killed))
                differences.Add($"{point}: the process ended with {process.ExitCode}: {said}");
            if (process.ExitCode != Killed)
                return;
            Interlocked.Increment(ref kills);
            await JudgeAsync(point, folder, judge, differences, token);
        });
        return kills;
    }

    /// <summary>Has one process play a step and stop at every instant where one could be killed; what stands on disk then goes on in another life. Tells what differed where.</summary>
    /// <param name="step">The step.</param>
    /// <param name="wanted">At the others it goes on at once.</param>
    /// <returns>How often it was stopped where it was wanted.</returns>
    public async Task<int> StopAsync(
        int step, Func<KillPoint, bool> wanted, Func<KillPoint, IReadOnlyList<string>, string?> judge, ConcurrentBag<string> differences, CancellationToken cancellation)
    {
        var judged = new List<Task>();
        using var process = Start(FolderOf(step, "overal"), "overal");
        try
        {
            var said = process.StandardError.ReadToEndAsync(cancellation);
            while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
            {
                while (!Stopping.IsStopped(process.Id))
                    await Task.Delay(1, cancellation);
                var words = line.Split(' ');
                var point = new KillPoint(step, Enum.Parse<KillAt>(words[0]), long.Parse(words[1], CultureInfo.InvariantCulture));
                if (wanted(point))
                {
                    var left = Path.Combine(root.FullName, $"{step}-{point.At}-{point.Number}-gestopt");
                    using var copy = Process.Start("cp", ["-a", process.StartInfo.ArgumentList[0], left])!; // it asks for no lock; the stopped process holds one
                    await copy.WaitForExitAsync(cancellation);
                    if (copy.ExitCode != 0)
                        throw new IOException("what a stopped process left could not be copied");
                    judged.Add(JudgeAsync(point, left, judge, differences, cancellation));
                }

                Stopping.GoOn(process.Id);
            }

            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                differences.Add($"{script.Name} step {step}: the process ended with {process.ExitCode}: {await said}");
        }
        finally
        {
            process.Kill(); // one that has ended is not there any more; one that stands still would stay
            await Task.WhenAll(judged);
        }

        return judged.Count;
    }

    public void Dispose()
    {
        lives.Dispose();
        root.Delete(recursive: true);
    }

    /// <summary>The next life needs no process of its own: the files know no difference.</summary>
    private async Task JudgeAsync(KillPoint point, string folder, Func<KillPoint, IReadOnlyList<string>, string?> judge, ConcurrentBag<string> differences, CancellationToken cancellation)
    {
        await lives.WaitAsync(cancellation);
        try
        {
            if (await Task.Run(async () => judge(point, await GoOnAsync(folder, cancellation)), cancellation) is { } difference)
                differences.Add($"{point}: {difference}");
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException)
        {
            differences.Add($"{point}: {failure.Message}");
        }
        finally
        {
            lives.Release();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<IReadOnlyList<string>> GoOnAsync(string folder, CancellationToken cancellation)
    {
        await using var place = await CrashPlace.OpenAsync(folder, Protocols, Killer.None(), cancellation);
        var play = new Play(place, script, restarted: true);
        await play.ToTheEndAsync(cancellation);
        return await Aftermath.OfAsync(play, cancellation);
    }

    /// <summary>A folder as it was before the step.</summary>
    private string FolderOf(int step, string name)
    {
        var folder = Path.Combine(root.FullName, $"{step}-{name}");
        Copy(Before(step), folder);
        return folder;
    }

    private Process Start(string folder, params string[] what)
    {
        var host = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Gegevensdeling.CrashHost.exe" : "Gegevensdeling.CrashHost");
        return Process.Start(new ProcessStartInfo(host, [folder, Protocols, script.Name, .. what]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    private string Before(int step) => Path.Combine(root.FullName, string.Create(CultureInfo.InvariantCulture, $"voor-{step}"));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
