using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.Documents.SealedArchives;

namespace Gegevensdeling.Benchmarks.SealedArchives;

/// <summary>One sealing or opening in a process of its own; prints its milliseconds and the peak of its memory in KiB.</summary>
internal static class Child
{
    public const string Key = "K7QF-3M9T-XW4H-2RBC-8JDN";

    public static async Task<int> RunSealAsync(string input, string output)
    {
        var watch = Stopwatch.StartNew();
        await using (var from = FileAt(input, FileMode.Open, FileAccess.Read))
        await using (var to = FileAt(output, FileMode.CreateNew, FileAccess.ReadWrite))
            await SealedArchiveWriter.WriteAsync(to, Key, [new ArchiveEntry(Path.GetFileName(input), from)], CancellationToken.None);
        return Report(watch.Elapsed);
    }

    public static async Task<int> RunOpenAsync(string archive, string folder)
    {
        var watch = Stopwatch.StartNew();
        Directory.CreateDirectory(folder);
        await using (var from = FileAt(archive, FileMode.Open, FileAccess.Read))
        using (var opened = await SealedArchive.OpenAsync(from, Key, ArchiveLimits.Default, CancellationToken.None))
        {
            foreach (var entry in opened.Entries)
            {
                await using var to = FileAt(Path.Combine(folder, entry.Name), FileMode.CreateNew, FileAccess.Write);
                await opened.ReadAsync(entry, to, CancellationToken.None);
            }
        }

        return Report(watch.Elapsed);
    }

    public static int Report(TimeSpan elapsed)
    {
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:F1} {peak}"));
        return 0;
    }

    private static FileStream FileAt(string path, FileMode mode, FileAccess access) => new(path, mode, access, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
}
