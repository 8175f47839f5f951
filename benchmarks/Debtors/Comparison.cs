using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Gegevensdeling.Exchanges.Debtors.Files;

namespace Gegevensdeling.Benchmarks.Debtors;

/// <summary>The comparison alone beside the simplest one in the clear, and the curve of whole months, each in processes of their own; medians, by the clock and by the processor.</summary>
internal static class Comparison
{
    private const int Rounds = 5;

    private const int Usual = 100_000;

    public static async Task<int> RunAsync(string protocols)
    {
        var protocol = Path.GetFullPath(Path.Combine(protocols, "maldegem-2023.json"));
        Console.WriteLine($"{Machine()}; .NET {Environment.Version}; medians of {Rounds} rounds");
        Console.WriteLine("\n| alone, of each | under the month's key | both processors | the commitment | a HashSet in the clear | both processors |\n|---|---|---|---|---|---|");
        foreach (var rows in new[] { 10_000, Usual, 1_000_000 })
            Alone(rows);

        Dictionary<int, Month> months = [];
        foreach (var rows in new[] { 10_000, 30_000, Usual, 300_000, 1_000_000 })
            months.Add(rows, await MeasureAsync(protocol, rows));
        Console.WriteLine("\n| files, of each | read | compared | written | both processors, start of .NET included | for each row, of that at 100,000 | peak |\n|---|---|---|---|---|---|---|");
        foreach (var (rows, month) in months)
        {
            var ratio = month.Processor / rows / (months[Usual].Processor / Usual);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {rows:N0} | {month.Read:F0} ms | {month.Compared:F0} ms | {month.Written:F0} ms | {month.Processor:F0} ms | {ratio:F2} | {month.Peak / 1024:F0} MiB |"));
        }

        return 0;
    }

    private static void Alone(int rows)
    {
        var ((debtors, clients), key) = (Made.Tables(rows), RandomNumberGenerator.GetBytes(32));
        List<(double Clock, double Processor)> keyed = [], committed = [], clear = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (match, commitment, set) = (Timed(() => DebtorMatch.Of(debtors, clients, key).Matched.Count), Timed(() => DebtorMatch.Commitment(clients, key).Length), Timed(() => InTheClear(debtors, clients)));
            if (match.Outcome != set.Outcome || match.Outcome != Made.Matches(rows))
                throw new InvalidDataException("The comparison is not right.");
            if (round == 0)
                continue; // the first one compiles
            keyed.Add(match.Time);
            committed.Add(commitment.Time);
            clear.Add(set.Time);
        }

        double Clock(List<(double Clock, double Processor)> times) => Median(times.Select(time => time.Clock));
        double Processor(List<(double Clock, double Processor)> times) => Median(times.Select(time => time.Processor));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {rows:N0} | {Clock(keyed):F0} ms | {Processor(keyed):F0} ms | {Clock(committed):F0} ms | {Clock(clear):F0} ms | {Processor(clear):F0} ms |"));
    }

    private static int InTheClear(DebtorTable debtors, ClientTable clients)
    {
        var numbers = clients.Rows.Select(client => client.Number).ToHashSet();
        return debtors.Rows.Count(debtor => numbers.Contains(debtor.Number));
    }

    private static ((double Clock, double Processor) Time, int Outcome) Timed(Func<int> work)
    {
        var (before, watch) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var outcome = work();
        return ((watch.Elapsed.TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds), outcome);
    }

    private static async Task<Month> MeasureAsync(string protocol, int rows)
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

            double Part(int at) => Median(rounds.Select(one => one[at]));
            return new(Part(0), Part(1), Part(2), Part(5), rounds.Max(one => one[3]));
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

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    internal static string Machine() =>
        $"{File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()}, {Environment.ProcessorCount} cores";

    /// <summary>Milliseconds by step, those of all processors, and the largest peak in KiB.</summary>
    private sealed record Month(double Read, double Compared, double Written, double Processor, double Peak);
}
