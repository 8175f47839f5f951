using System.Diagnostics;
using System.Globalization;

namespace Gegevensdeling.Benchmarks.SealedArchives;

/// <summary>Ours and the real 7-Zip, in turns, on the same disk; medians over the rounds.</summary>
internal static class Comparison
{
    public static int Run(Settings settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.Folder, $"sealed-archives-{Environment.ProcessId}")).FullName;
        try
        {
            Compare(settings, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(Settings settings, string folder)
    {
        string In(string name) => Path.Combine(folder, name);
        Content(In("lijst.xlsx"), settings.Mebibytes);
        var idle = Median([.. Enumerable.Range(0, 5).Select(_ => Ours("idle").PeakKib)]);
        List<Measurement> ourSeal = [], theirSeal = [], ourOpen = [], theirOpen = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var measured = new[]
            {
                Ours("seal", In("lijst.xlsx"), In("ours.7z")),
                Theirs("a", "-mx=0", "-mhe=on", $"-p{Child.Key}", In("theirs.7z"), In("lijst.xlsx")),
                Ours("open", In("ours.7z"), In("out")),
                Theirs("x", $"-p{Child.Key}", $"-o{In("out7")}", In("ours.7z")),
            };
            if (!Same(In("lijst.xlsx"), In("out/lijst.xlsx")) || !Same(In("lijst.xlsx"), In("out7/lijst.xlsx")))
                throw new InvalidDataException("What came out is not what went in.");
            File.Delete(In("ours.7z"));
            File.Delete(In("theirs.7z"));
            Directory.Delete(In("out"), recursive: true);
            Directory.Delete(In("out7"), recursive: true);

            // the first round warms the page cache
            if (round > 0)
            {
                foreach (var (list, measurement) in new[] { ourSeal, theirSeal, ourOpen, theirOpen }.Zip(measured))
                    list.Add(measurement);
            }
        }

        Console.WriteLine($"{Machine()}; {settings.Mebibytes} MiB, medians of {settings.Rounds} rounds in turns; .NET {Environment.Version}");
        Console.WriteLine("| | ours, whole process | ours, within a process | 7zz, whole process | speed against 7zz: whole process | within a process | wanted | extra memory |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Row("seal", ourSeal, theirSeal, "1.2", idle);
        Row("open", ourOpen, theirOpen, "0.8", idle);
    }

    private static void Row(string what, List<Measurement> ours, List<Measurement> theirs, string wanted, double idleKib)
    {
        var (whole, within, other) = (Median([.. ours.Select(one => one.Whole)]), Median([.. ours.Select(one => one.Within)]), Median([.. theirs.Select(one => one.Whole)]));
        var extra = (ours.Max(one => one.PeakKib) - idleKib) / 1024;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {whole:F0} ms | {within:F0} ms | {other:F0} ms | {other / whole:F2} | {other / within:F2} | {wanted} | {extra:F1} MiB |"));
    }

    private static Measurement Ours(params string[] arguments)
    {
        var (whole, output) = Run(Environment.ProcessPath!, arguments);
        var parts = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new Measurement(whole, double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static Measurement Theirs(params string[] arguments) => new(Run("7zz", arguments).Milliseconds, 0, 0);

    private static (double Milliseconds, string Output) Run(string program, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (watch.Elapsed.TotalMilliseconds, output)
            : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}: {output}");
    }

    private static void Content(string path, int mebibytes)
    {
        using var file = File.Create(path);
        var random = new Random(1);
        var block = new byte[1 << 20];
        for (var at = 0; at < mebibytes; at++)
        {
            random.NextBytes(block);
            file.Write(block);
        }
    }

    private static bool Same(string one, string other)
    {
        using var cmp = Process.Start("cmp", ["-s", one, other]);
        cmp.WaitForExit();
        return cmp.ExitCode == 0;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
        return $"{model}, {Environment.ProcessorCount} cores";
    }

    private sealed record Measurement(double Whole, double Within, double PeakKib);
}
