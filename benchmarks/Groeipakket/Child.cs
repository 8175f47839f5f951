using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Benchmarks.Groeipakket;

/// <summary>One request opened, checked, looked up, written and sealed in a process of its own; prints its milliseconds by step, the counts and the peak of its memory in KiB.</summary>
internal static class Child
{
    public const string Key = "K7QF-3M9T-XW4H-2RBC-8JDN";

    public static readonly DateOnly On = new(2021, 6, 15);

    public static async Task<int> RunAsync(string protocolPath, string folder)
    {
        var watch = Stopwatch.StartNew();
        var protocol = ((ProtocolFileResult.Loaded)ProtocolFile.Parse(Path.GetFileName(protocolPath), await File.ReadAllBytesAsync(protocolPath))).Protocol;
        CheckedRequest request;
        await using (var archive = File.OpenRead(Path.Combine(folder, "request.7z")))
            request = Value(await GroeipakketFiles.OpenRequestAsync(archive, Key, null, protocol, On, CancellationToken.None));
        var opened = watch.Elapsed;

        RequestAnswer answer;
        await using (var extract = new FileStream(Path.Combine(folder, "extract.csv"), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan))
            answer = Value(await GroeipakketFiles.LookUpAsync(request, extract, CancellationToken.None));
        var found = watch.Elapsed;

        await using (var output = File.Create(Path.Combine(folder, "answer.7z")))
        {
            var entry = new ArchiveEntry("antwoord.xlsx", (content, cancellation) =>
            {
                GroeipakketFiles.WriteAnswer(answer, content, cancellation);
                return Task.CompletedTask;
            });
            await SealedArchiveWriter.WriteAsync(output, Key, [entry], CancellationToken.None);
        }

        var whole = watch.Elapsed;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{opened.TotalMilliseconds:F0} {(found - opened).TotalMilliseconds:F0} {(whole - found).TotalMilliseconds:F0} {Peak()} {answer.Counts.Rows} {answer.Counts.Yes} {answer.Counts.Skipped}"));
        return 0;
    }

    private static string Peak() =>
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];

    private static T Value<T>(FileResult<T> result) => result is FileResult<T>.Done(var value) ? value : throw new InvalidDataException(result.ToString());
}
