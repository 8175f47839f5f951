using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Gegevensdeling.Engine.Benchmark;

/// <summary>Names the machine and runs each figure in a process of its own.</summary>
internal static class Everything
{
    public static async Task RunAsync()
    {
        Console.WriteLine($"{Machine()}; {Environment.ProcessorCount} processors; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}");
        foreach (var run in (string[][])[["throughput", "0"], ["throughput", "2"], ["waiting"]])
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, run))!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{run[0]} ended with {process.ExitCode}"));
        }
    }

    private static string Machine()
    {
        const string file = "/proc/cpuinfo";
        if (!File.Exists(file)) return RuntimeInformation.ProcessArchitecture.ToString();
        return File.ReadLines(file).First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
    }
}
