using System.Diagnostics;
using Gegevensdeling.Evidence;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Gegevensdeling.Local.Tests.Proofs;

/// <summary>Time and heap of the process are measured: nothing else of it may run.</summary>
[CollectionDefinition(nameof(PackScaleTests), DisableParallelization = true)]
public sealed class PackScaleCollection;

/// <summary>F8 at the size of years: a pack over 10,000 exchanges in 30 s under 300 MB on the local store.</summary>
[Collection(nameof(PackScaleTests))]
public sealed class PackScaleTests
{
    private const int Exchanges = 10_000;

    [Fact]
    [Requirement("F8")]
    public async Task Ten_thousand_exchanges_make_a_pack_in_half_a_minute_and_little_memory()
    {
        await using var rig = await Rig.StartAsync();
        var model = await Pack.ReferAsync(rig, 40, Pack.NoHelp);
        await MultiplyAsync(rig, model.Value);
        var order = new PackOrder(new("mechelen-2024"), rig.Mechelen.Receiver, Request: null);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var path = Path.Combine(rig.Root, "pakket.zip");
        var (watch, worked, looked) = (Stopwatch.StartNew(), Worked(), TimeSpan.Zero);
        long most = 0;
        await using (var target = new Watching(File.Create(path), Look))
            await rig.Host.Law.Packs.WriteAsync(order, target, Rig.Cancelled);
        watch.Stop();
        worked = Worked() - worked - looked;
        TestContext.Current.TestOutputHelper!.WriteLine($"{Exchanges} exchanges: {watch.Elapsed.TotalSeconds:0.0} s ({worked.TotalSeconds:0.0} s of work), at most {(most - before) / 1_000_000} MB more in use, {new FileInfo(path).Length / 1_000_000} MB");
        Assert.True(worked < TimeSpan.FromSeconds(30), $"{worked}"); // of this process: a machine that is busy with something else fails nothing
        Assert.True(most - before < 300_000_000, $"{most - before} bytes");

        await using var pack = File.OpenRead(path);
        var verdict = await PackVerifier.VerifyAsync(pack, await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled), Rig.Cancelled);
        Assert.True(verdict.IsValid, string.Join('\n', verdict.Findings.Take(5)));
        Assert.Contains(verdict.Summary, line => line.Contains($"Bestanden: {(2 * (Exchanges + 1)) + 3};", StringComparison.Ordinal));

        // What is in use: how much of what is not was collected already depends on the machine.
        void Look()
        {
            var start = Worked();
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            looked += Worked() - start;
        }
    }

    private static TimeSpan Worked()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    /// <summary>The same course ten thousand times, under references and with signed documents of their own.</summary>
    private static async Task MultiplyAsync(Rig rig, string model)
    {
        var evidence = rig.Host.Law.Ports.Evidence;
        var receipt = Read((await evidence.FindAsync(new(model), "ontvangstbewijs", Rig.Cancelled))!).Content<Receipt>()!;
        var certificate = Read((await evidence.FindAsync(new(model), "wisbewijs-1", Rig.Cancelled))!).Content<ErasureCertificate>()!;
        using var key = await rig.Host.Law.Signing.CurrentAsync(Rig.Cancelled);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(rig.Root, "register.db")};Pooling=False");
        await connection.OpenAsync(Rig.Cancelled);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(Rig.Cancelled);
        await using var copy = connection.CreateCommand();
        (copy.Transaction, copy.CommandText) = (transaction, "CREATE TEMP TABLE model AS SELECT chain, sequence, hash, entry FROM audit WHERE entry LIKE '%' || $model || '%'");
        copy.Parameters.AddWithValue("$model", model);
        await copy.ExecuteNonQueryAsync(Rig.Cancelled);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO exchanges SELECT $id, kind, protocol, version, sender, receiver, state, created_at, erase_after, erased_at, purged_at, revision FROM exchanges WHERE id = $model;
            INSERT INTO facts SELECT $id, sequence, id, at, json, wakes, handled, audited FROM facts WHERE exchange = $model;
            INSERT INTO audit SELECT chain, sequence + $number * 1000, hash, entry FROM model;
            INSERT INTO evidence VALUES ($id, 'ontvangstbewijs', $receipt), ($id, 'wisbewijs-1', $certificate);
            """;
        foreach (var name in new[] { "$id", "$receipt", "$certificate", "$number" })
            command.Parameters.Add(name, name == "$number" ? SqliteType.Integer : SqliteType.Text);
        command.Parameters.AddWithValue("$model", model);
        for (var number = 1; number <= Exchanges; number++)
        {
            var id = $"DV-0000-{number / 10_000:0000}-{number % 10_000:0000}";
            command.Parameters["$id"].Value = id;
            command.Parameters["$number"].Value = number;
            command.Parameters["$receipt"].Value = SignedDocument.Sign(receipt with { Exchange = new(id) }, Receipt.JwsType, key).ToJson();
            command.Parameters["$certificate"].Value = SignedDocument.Sign(certificate with { Exchange = new(id) }, ErasureCertificate.JwsType, key).ToJson();
            await command.ExecuteNonQueryAsync(Rig.Cancelled);
        }

        await transaction.CommitAsync(Rig.Cancelled);
    }

    private static SignedDocument Read(string json) => ((DocumentReading.Read)SignedDocument.Read(System.Text.Encoding.UTF8.GetBytes(json))).Document;

    /// <summary>Looks at the heap at every eighth megabyte that is written.</summary>
    private sealed class Watching(Stream inner, Action look) : Stream
    {
        private long next;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        private long Written { get; set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            Written += buffer.Length;
            if (Written < next)
                return;
            next = Written + 8_000_000;
            look();
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("an answer over HTTP takes nothing without waiting");

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
