using System.Globalization;
using Gegevensdeling.Audit;
using Gegevensdeling.Audit.Exports;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Host;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Benchmarks.Proof;

/// <summary>A chain of a million events, verified by the command as a folder of the local host and as an exported file, beside the plain SHA-256 of that file.</summary>
internal static class Chains
{
    private const int Events = 1_000_000;

    private static readonly (AuditAction Action, string Party, string Role)[] Course =
    [
        (AuditAction.Created, "opgroeien-regie", "lokaal-team"), (AuditAction.Sealed, "gegevensdeling", "systeem"), (AuditAction.Delivered, "gegevensdeling", "systeem"),
        (AuditAction.Taken, "ocmw-mechelen", "maatschappelijk-werker"), (AuditAction.Opened, "ocmw-mechelen", "maatschappelijk-werker"), (AuditAction.KeyRequested, "ocmw-mechelen", "maatschappelijk-werker"),
        (AuditAction.KeyRevealed, "opgroeien-regie", "lokaal-team"), (AuditAction.ContactRecorded, "ocmw-mechelen", "maatschappelijk-werker"), (AuditAction.OutcomeRecorded, "ocmw-mechelen", "maatschappelijk-werker"),
        (AuditAction.Erased, "gegevensdeling", "systeem"), (AuditAction.Viewed, "ocmw-mechelen", "maatschappelijk-werker"), (AuditAction.HistoryPurged, "gegevensdeling", "systeem"),
    ];

    public static async Task<int> RunAsync(string protocols)
    {
        var root = Directory.CreateTempSubdirectory("keten-").FullName;
        try
        {
            var (keys, head, export) = (Path.Combine(root, "sleutels.jwks.json"), Path.Combine(root, "kop.json"), Path.Combine(root, "keten.jsonl"));
            var signed = await MakeAsync(root, protocols, keys, head, export);
            Console.WriteLine(Measured.Head());
            Console.WriteLine(signed.Say("the daily look of the host, and its signed head (once)"));
            var (folder, file, digest) = (
                await Measured.MedianAsync("verify", root, "--keys", keys), await Measured.MedianAsync("verify", export, head, "--keys", keys), await Measured.MedianAsync("digest", export));
            Console.WriteLine(folder.Say("verify, the folder of a host"));
            Console.WriteLine(file.Say("verify, the exported chain and its head"));
            Console.WriteLine(digest.Say("SHA-256 of the exported file"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nratio to the plain SHA-256, by the processors: folder {folder.Processor / digest.Processor:F1}, file {file.Processor / digest.Processor:F1}"));
            return folder.Clock < 10 && file.Clock < 10 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<Measured> MakeAsync(string root, string protocols, string keys, string head, string export)
    {
        var begin = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await using var host = await LocalHost.StartAsync(
            new() { Root = root, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, Clock = new TurnedClock(begin.AddDays(30)) }, CancellationToken.None);
        Fill(Path.Combine(root, "register.db"), Courses.Protocol, begin, Events);
        var signed = await Measured.OfAsync(async () =>
        {
            if (await host.Law.AuditHeads.IssueAsync(CancellationToken.None) is not { Issued: > 0, Broken.Count: 0 })
                throw new InvalidOperationException("no head");
        });
        await File.WriteAllTextAsync(keys, (await host.Law.Signing.PublishedAsync(CancellationToken.None)).ToJson());
        var chain = AuditChain.NameOf(Courses.Protocol, begin);
        var names = await host.Law.Ports.Evidence.NamesAsync(AuditHeads.Shelf, CancellationToken.None);
        await File.WriteAllTextAsync(head, await host.Law.Ports.Evidence.FindAsync(AuditHeads.Shelf, names.Single(name => AuditHeadName.Read(name)?.Chain == chain), CancellationToken.None));
        await using var file = File.Create(export);
        await host.Law.AuditExport.WriteAsync(new(chain, AuditExportForm.Chain, For: null), file, CancellationToken.None);
        return signed;
    }

    /// <summary>Each event after the one before, as the store would have chained it, in one transaction.</summary>
    internal static void Fill(string register, ProtocolId protocol, DateTimeOffset begin, int events)
    {
        using var connection = new SqliteConnection($"Data Source={register};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit (chain, sequence, hash, entry) VALUES ($chain, $sequence, $hash, $entry)";
        foreach (var name in new[] { "$chain", "$sequence", "$hash", "$entry" })
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        AuditTip? tip = null;
        var exchange = References.New(ReferralHeads.Prefix);
        for (var number = 0; number < events; number++)
        {
            if (number % Course.Length == 0)
                exchange = References.New(ReferralHeads.Prefix);
            var entry = AuditChain.Next(tip, EventOf(number, protocol, exchange, begin.AddSeconds(number * (28 * 86_400.0 / events))));
            (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value, command.Parameters[3].Value) = (entry.Chain, entry.Sequence, entry.Hash, AuditJson.Write(entry));
            command.ExecuteNonQuery();
            tip = entry.Tip;
        }

        transaction.Commit();
    }

    private static AuditEvent EventOf(int number, ProtocolId protocol, ExchangeId exchange, DateTimeOffset at)
    {
        var (action, party, role) = Course[number % Course.Length];
        var hasFile = action is AuditAction.Sealed or AuditAction.Delivered or AuditAction.Opened;
        return new(
            at, protocol, 1, exchange, new ActedBy(new(party), role, role == "systeem" ? StaffRef.System : new($"m-{number % 97:000}")), action, "doorverwijzen", "art. 3", AuditOutcome.Ok,
            AuditEvent.NewCorrelation(), "gegevensdeling 0.1.0", Artefact: hasFile ? References.NewArtefact() : null, Sha256: hasFile ? Sha256Hex.Of(BitConverter.GetBytes(number)) : null);
    }
}
