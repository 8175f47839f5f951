using System.Globalization;
using System.Security.Cryptography;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Local.Commands;
using Gegevensdeling.Local.Host;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Benchmarks.Proof;

/// <summary>What is measured, in a process of its own.</summary>
internal static class Child
{
    public static Task<int> RunAsync(string[] what) => what switch
    {
        ["verify", .. var of] => VerifyAsync(of),
        ["digest", var file] => DigestAsync(file),
        ["pakket", var root, var protocols, var moment, var file] => PackAsync(root, protocols, moment, file),
        ["sweep", var root, var protocols, var moment, var due] => SweepAsync(root, protocols, moment, int.Parse(due, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException("no such measurement", nameof(what)),
    };

    /// <summary>The command itself.</summary>
    private static async Task<int> VerifyAsync(string[] of)
    {
        var outcome = 0;
        var measured = await Measured.OfAsync(async () =>
            outcome = await CommandLine.RunAsync(CommandLine.Create(TextReader.Null), ["verify", .. of], Console.Out, Console.Error, CancellationToken.None));
        measured.Print();
        return outcome;
    }

    /// <summary>The least that any check of that file costs: each byte read and hashed once.</summary>
    private static async Task<int> DigestAsync(string file)
    {
        (await Measured.OfAsync(async () =>
        {
            await using var bytes = File.OpenRead(file);
            await SHA256.HashDataAsync(bytes);
        })).Print();
        return 0;
    }

    private static async Task<int> PackAsync(string root, string protocols, string moment, string file)
    {
        await using var host = await StartAsync(root, protocols, moment);
        var protocol = host.Law.Protocols.Find(Courses.Protocol)!;
        (await Measured.OfAsync(async () =>
        {
            await using var target = File.Create(file);
            await host.Law.Packs.WriteAsync(new PackOrder(protocol.Id, protocol.Receiver, Request: null), target, CancellationToken.None);
        })).Print();
        return 0;
    }

    /// <summary>The first sweep after a start, the next one, and then one that finds so many due.</summary>
    private static async Task<int> SweepAsync(string root, string protocols, string moment, int due)
    {
        await using var host = await StartAsync(root, protocols, moment);
        foreach (var expected in new[] { 0, 0, due })
        {
            if (expected > 0)
                MakeDue(root, expected);
            var report = await MeasureSweepAsync(host);
            if (report.Erased != expected || report.Open + report.Orphans + report.Failed.Count > 0)
                throw new InvalidOperationException($"{report}, {string.Join(", ", report.Failed)}");
        }

        return 0;
    }

    private static async Task<Retention.SweepReport> MeasureSweepAsync(LocalHost host)
    {
        Retention.SweepReport? report = null;
        (await Measured.OfAsync(async () => report = await host.Sweep.RunAsync(CancellationToken.None))).Print();
        return report!;
    }

    private static void MakeDue(string root, int count)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(root, "register.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE exchanges SET erase_after = 1 WHERE id IN (SELECT id FROM exchanges WHERE erased_at IS NULL AND state = 'contact' LIMIT $count)";
        command.Parameters.AddWithValue("$count", count);
        command.ExecuteNonQuery();
    }

    private static Task<LocalHost> StartAsync(string root, string protocols, string moment) => LocalHost.StartAsync(
        new() { Root = root, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, Clock = new TurnedClock(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)) }, CancellationToken.None);
}
