using System.Diagnostics;
using System.Globalization;

namespace Gegevensdeling.Benchmarks.Proof;

/// <summary>One measurement.</summary>
/// <param name="Clock">Seconds by the clock.</param>
/// <param name="Processor">Seconds of all processors, user and system.</param>
/// <param name="Peak">The largest resident size of its process, in MiB.</param>
/// <param name="Load">The load average of the last minute when it ended.</param>
internal sealed record Measured(double Clock, double Processor, double Peak, double Load)
{
    private const string Begin = "meting ";

    public const int Rounds = 3;

    /// <summary>Work in this process, of which the peak is the process's own.</summary>
    public static async Task<Measured> OfAsync(Func<Task> work)
    {
        var (before, watch) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        await work();
        var (clock, processor) = (watch.Elapsed.TotalSeconds, Process.GetCurrentProcess().TotalProcessorTime - before);
        return new(clock, processor.TotalSeconds, PeakNow(), LoadNow());
    }

    /// <summary>For the process that asked.</summary>
    public void Print() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{Begin}{Clock:F3} {Processor:F3} {Peak:F0} {Load:F1}"));

    /// <summary>Every measurement that a child process printed, in its order.</summary>
    /// <exception cref="InvalidOperationException">The child failed.</exception>
    public static async Task<IReadOnlyList<Measured>> ByChildAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["once", .. arguments]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The child process ended with {process.ExitCode}: {output}");
        return [.. output.Split('\n').Where(line => line.StartsWith(Begin, StringComparison.Ordinal)).Select(Read)];
    }

    /// <summary>The same a few times, of which the first one only warms the page cache; medians, and the largest peak.</summary>
    public static async Task<Measured> MedianAsync(params string[] arguments)
    {
        var all = new List<Measured>();
        for (var round = 0; round <= Rounds; round++)
        {
            var one = (await ByChildAsync(arguments))[0];
            if (round > 0)
                all.Add(one);
        }

        return new(Median(all.Select(one => one.Clock)), Median(all.Select(one => one.Processor)), all.Max(one => one.Peak), Median(all.Select(one => one.Load)));
    }

    public string Say(string what) => string.Create(CultureInfo.InvariantCulture, $"| {what} | {Clock:F1} s | {Processor:F1} s | {Peak:F0} MiB | {Load:F0} |");

    /// <summary>The head of a table of <see cref="Say"/>.</summary>
    public static string Head() =>
        $"{File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()}, {Environment.ProcessorCount} cores; .NET {Environment.Version}\n\n"
        + "| | clock | both processors | peak | load |\n|---|---|---|---|---|";

    private static Measured Read(string line)
    {
        var parts = line[Begin.Length..].Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new(parts[0], parts[1], parts[2], parts[3]);
    }

    private static double PeakNow() => double.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    private static double LoadNow() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
