using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Benchmarks.Debtors;

/// <summary>One month on files in a process of its own; prints its milliseconds by step, the peak of its memory in KiB, the matches, and the milliseconds of all processors.</summary>
internal static class Child
{
    public static async Task<int> RunAsync(string protocolPath, string folder)
    {
        var protocol = await ProtocolAsync(protocolPath);
        var watch = Stopwatch.StartNew();
        DebtorTable debtors;
        ClientTable clients;
        await using (var file = File.OpenRead(Path.Combine(folder, "debtors.xlsx")))
            debtors = Value(DebtorFiles.ReadDebtors(file, protocol, CancellationToken.None));
        await using (var file = File.OpenRead(Path.Combine(folder, "clients.xlsx")))
            clients = Value(DebtorFiles.ReadClients(file, protocol, CancellationToken.None));
        var read = watch.Elapsed;

        var outcome = DebtorMatch.Of(debtors, clients, RandomNumberGenerator.GetBytes(32));
        var matched = watch.Elapsed;

        var list = ListRules.AfterMatch(DebtorList.Empty, outcome.Matched, new DateOnly(2026, 4, 7), protocol.Debtors!.PauseReviewMonths);
        await using (var file = File.Create(Path.Combine(folder, "list.xlsx")))
            DebtorWorkbooks.WriteList(list, protocol, file, CancellationToken.None);
        await using (var file = File.Create(Path.Combine(folder, "marks.xlsx")))
            DebtorWorkbooks.WriteMarks(list, protocol, file, CancellationToken.None);
        var (whole, processor) = (watch.Elapsed, Process.GetCurrentProcess().TotalProcessorTime);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{read.TotalMilliseconds:F0} {(matched - read).TotalMilliseconds:F0} {(whole - matched).TotalMilliseconds:F0} {Peak()} {list.Rows.Count} {processor.TotalMilliseconds:F0}"));
        return 0;
    }

    /// <summary>The protocol with room for a million of each: its own limits are those of a small municipality.</summary>
    private static async Task<Protocol> ProtocolAsync(string path)
    {
        var protocol = ((ProtocolFileResult.Loaded)ProtocolFile.Parse(Path.GetFileName(path), await File.ReadAllBytesAsync(path))).Protocol;
        var settings = protocol.Debtors!;
        return protocol with { Debtors = settings with { Limits = settings.Limits with { MostDebtors = 1_000_000, MostClients = 1_000_000 } } };
    }

    private static string Peak() =>
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];

    private static T Value<T>(FileResult<T> result) => result is FileResult<T>.Done(var value) ? value : throw new InvalidDataException(((FileResult<T>.Refused)result).Refusal.ToString());
}
