using System.Diagnostics;
using System.Globalization;

namespace Gegevensdeling.Benchmarks.Groeipakket;

/// <summary>Two sizes, each in processes of their own; the medians, and how the time grows.</summary>
internal static class Comparison
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string protocols)
    {
        var protocol = Path.GetFullPath(Path.Combine(protocols, "turnhout-2021.json"));
        Console.WriteLine($"{Machine()}; .NET {Environment.Version}; medians of {Rounds} rounds");
        Console.WriteLine("| request | extract | whole process | opened and checked | looked up | written and sealed | peak |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var small = await MeasureAsync(protocol, 20_000);
        var large = await MeasureAsync(protocol, 200_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nTen times the rows take {large / small:F1} times the time."));
        return 0;
    }

    private static async Task<double> MeasureAsync(string protocol, int rows)
    {
        var folder = Directory.CreateTempSubdirectory("groeipakket-").FullName;
        try
        {
            await Made.WriteAsync(folder, rows);
            List<(double Whole, double[] Parts)> rounds = [];
            for (var round = 0; round <= Rounds; round++)
            {
                var measured = await RunAsync(protocol, folder);
                if (round > 0)
                    rounds.Add(measured); // the first one warms the page cache
            }

            double Part(int at) => Median([.. rounds.Select(one => one.Parts[at])]);
            var whole = Median([.. rounds.Select(one => one.Whole)]);
            var extract = new FileInfo(Path.Combine(folder, "extract.csv")).Length / 1e6;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rows:N0} rows | {rows * 10:N0} rows, {extract:F0} MB | {whole:F0} ms | {Part(0):F0} ms | {Part(1):F0} ms | {Part(2):F0} ms | {rounds.Max(one => one.Parts[3]) / 1024:F0} MiB |"));
            if (rounds.Any(one => (int)one.Parts[4] != rows || (int)one.Parts[5] == 0 || (int)one.Parts[6] != 0))
                throw new InvalidDataException("The answer is not that of the request.");
            return whole;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Whole, double[] Parts)> RunAsync(string protocol, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["answer", protocol, folder]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (watch.Elapsed.TotalMilliseconds, [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => double.Parse(part, CultureInfo.InvariantCulture))])
            : throw new InvalidOperationException($"The child process ended with {process.ExitCode}.");
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string Machine() =>
        $"{File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()}, {Environment.ProcessorCount} cores";
}
