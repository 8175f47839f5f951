using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Gegevensdeling.Exchanges.Debtors.Files;

namespace Gegevensdeling.Benchmarks.Debtors;

/// <summary>The comparison alone beside the simplest one in the clear, and the curve of whole months, each in processes of their own; medians.</summary>
internal static class Comparison
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string protocols)
    {
        var protocol = Path.GetFullPath(Path.Combine(protocols, "maldegem-2023.json"));
        Console.WriteLine($"{Machine()}; .NET {Environment.Version}; medians of {Rounds} rounds");
        Console.WriteLine("\n| alone, of each | under the month's key | the commitment | a HashSet in the clear | ratio |\n|---|---|---|---|---|");
        foreach (var rows in new[] { 10_000, 100_000, 1_000_000 })
            Alone(rows);
        Console.WriteLine("\n| files, of each | read | compared | written | whole | for each row, of the smallest | peak |\n|---|---|---|---|---|---|---|");
        var smallest = await MeasureAsync(protocol, 10_000, null);
        foreach (var rows in new[] { 30_000, 100_000, 300_000, 1_000_000 })
            await MeasureAsync(protocol, rows, smallest);
        return 0;
    }

    private static void Alone(int rows)
    {
        var ((debtors, clients), key) = (Made.Tables(rows), RandomNumberGenerator.GetBytes(32));
        List<double> whole = [], committed = [], clear = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var outcome = DebtorMatch.Of(debtors, clients, key);
            var keyed = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            DebtorMatch.Commitment(clients, key);
            var commitment = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            var numbers = clients.Rows.Select(client => client.Number).ToHashSet();
            var found = debtors.Rows.Count(debtor => numbers.Contains(debtor.Number));
            if (found != outcome.Matched.Count || found != Made.Matches(rows))
                throw new InvalidDataException("The comparison is not right.");
            if (round == 0)
                continue; // the first one compiles
            whole.Add(keyed);
            committed.Add(commitment);
            clear.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows:N0} | {Median(whole):F0} ms | {Median(committed):F0} ms | {Median(clear):F0} ms | {Median(whole) / Median(clear):F1} |"));
    }

    private static async Task<double> MeasureAsync(string protocol, int rows, double? smallest)
    {
        var folder = Directory.CreateTempSubdirectory("debtors-").FullName;
        try
        {
            Made.Write(folder, rows);
            List<double[]> rounds = [];
            for (var round = 0; round <= Rounds; round++)
            {
                var measured = await RunAsync(protocol, folder);
                if ((int)measured[4] != Made.Matches(rows))
                    throw new InvalidDataException("The list is not right.");
                if (round > 0)
                    rounds.Add(measured); // the first one warms the page cache
            }

            double Part(int at) => Median([.. rounds.Select(one => one[at])]);
            var whole = Median([.. rounds.Select(one => one[0] + one[1] + one[2])]);
            var ratio = whole / rows / (smallest ?? (whole / rows));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rows:N0} | {Part(0):F0} ms | {Part(1):F0} ms | {Part(2):F0} ms | {whole:F0} ms | {ratio:F2} | {rounds.Max(one => one[3]) / 1024:F0} MiB |"));
            return whole / rows;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double[]> RunAsync(string protocol, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["once", protocol, folder]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => double.Parse(part, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"The child process ended with {process.ExitCode}.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    internal static string Machine() =>
        $"{File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()}, {Environment.ProcessorCount} cores";
}
