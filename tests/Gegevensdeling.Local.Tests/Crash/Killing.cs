using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.CrashHost;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>One place where a process is killed.</summary>
internal readonly record struct KillPoint(int Step, KillAt At, long Number);

/// <summary>
/// Plays a script once, step by step, and remembers what was on disk before each step; then has a process of its own play each step
/// again, killed at every commit and at every effect, and another life go on from what the dead one left.
/// </summary>
internal sealed class Killing : IDisposable
{
    private const int Killed = 137; // 128 + SIGKILL

    private static readonly KillAt[] Kinds = [KillAt.Commit, KillAt.Before, KillAt.Within, KillAt.After];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("gegevensdeling-crash-");
    private readonly Script script;
    private readonly List<KillPoint> points = [];

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

    /// <summary>Kills at each point, two processes at a time, and tells what differed where.</summary>
    /// <returns>How many were killed.</returns>
    public async Task<int> RunAsync(IEnumerable<KillPoint> chosen, Func<KillPoint, IReadOnlyList<string>, string?> judge, ConcurrentBag<string> differences, CancellationToken cancellation)
    {
        var kills = 0;
        var width = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = cancellation };
        await Parallel.ForEachAsync(chosen, width, async (point, token) =>
        {
            var folder = root.CreateSubdirectory($"{point.Step}-{point.At}-{point.Number}").FullName;
            Copy(Before(point.Step), folder);
            var (code, said) = await StartAsync(folder, point, token);
            if (code is not (0 or Killed))
                differences.Add($"{point}: the process ended with {code}: {said}");
            if (code == Killed)
            {
                Interlocked.Increment(ref kills);
                try
                {
                    if (judge(point, await GoOnAsync(folder, token)) is { } difference)
                        differences.Add($"{point}: {difference}");
                }
                catch (Exception failure) when (failure is InvalidOperationException or IOException)
                {
                    differences.Add($"{point}: {failure.Message}");
                }
            }

            Directory.Delete(folder, recursive: true);
        });
        return kills;
    }

    public void Dispose() => root.Delete(recursive: true);

    /// <summary>The next life needs no process of its own: the files know no difference.</summary>
    private async Task<IReadOnlyList<string>> GoOnAsync(string folder, CancellationToken cancellation)
    {
        await using var place = await CrashPlace.OpenAsync(folder, Protocols, Killer.None(), cancellation);
        var play = new Play(place, script, restarted: true);
        await play.ToTheEndAsync(cancellation);
        return await Aftermath.OfAsync(play, cancellation);
    }

    private async Task<(int Code, string Said)> StartAsync(string folder, KillPoint point, CancellationToken cancellation)
    {
        var host = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Gegevensdeling.CrashHost.exe" : "Gegevensdeling.CrashHost");
        string[] arguments = [folder, Protocols, script.Name, point.At.ToString(), point.Number.ToString(CultureInfo.InvariantCulture)];
        using var process = Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, said);
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
