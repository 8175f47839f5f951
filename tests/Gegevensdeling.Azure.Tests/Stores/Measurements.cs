using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.Azure.Audit;
using Gegevensdeling.Azure.Stores;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

/// <summary>How fast the register is, beside the one in SQLite. Run by name only (<c>-explicit only</c>): a number is no assertion.</summary>
public sealed class Measurements(Cloud cloud)
{
    private const int Exchanges = 2_000;
    private const int Events = 1_000;

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Register_in_tables()
    {
        var storage = new OwnStorage(cloud);
        await storage.Register().EnsureAsync(Cancelled);
        await MeasureAsync("tables on Azurite", new TableRegister(storage.Register()));
    }

    [Fact(Explicit = true)]
    public async Task Register_in_SQLite()
    {
        var folder = TestFolder.Create("meting-").FullName;
        using (var database = new LocalDatabase(Path.Combine(folder, "register.db")))
            await MeasureAsync("SQLite", new SqliteRegister(database));
        Directory.Delete(folder, recursive: true);
    }

    [Fact(Explicit = true)]
    public async Task Audit_log_in_append_blobs()
    {
        var storage = new OwnStorage(cloud);
        await storage.Container().CreateIfNotExistsAsync(cancellationToken: Cancelled);
        var log = new AppendBlobAuditLog(storage.Container());
        await TimeAsync("audit, one after another", 100, async () =>
        {
            for (var number = 0; number < 100; number++)
                await log.AppendAsync(AppendBlobAuditLogTests.Sample(), Cancelled);
        });
        await TimeAsync("audit, together", Events, () => Task.WhenAll(Enumerable.Range(0, Events).Select(_ => log.AppendAsync(AppendBlobAuditLogTests.Sample(), Cancelled))));
    }

    private static async Task MeasureAsync(string name, IRegister register)
    {
        var ids = Enumerable.Range(0, Exchanges).Select(number => new ExchangeId(string.Create(CultureInfo.InvariantCulture, $"DV-{number:D5}"))).ToList();
        await TimeAsync($"{name}: insert, 8 at once", Exchanges, () => Parallel.ForEachAsync(
            ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, token) => await register.InsertAsync(Head(id, 1), Fact(id, 1), token)));
        await TimeAsync($"{name}: append, one after another", 200, async () =>
        {
            foreach (var id in ids.Take(200))
                await register.AppendAsync(Head(id, 2), Fact(id, 2), Cancelled);
        });
        await TimeAsync($"{name}: mark as audited, 8 at once", Exchanges + 200, () => Parallel.ForEachAsync(
            ids.Select(id => (id, "feit-1")).Concat(ids.Take(200).Select(id => (id, "feit-2"))), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (fact, token) => await register.MarkAuditedAsync(fact.id, fact.Item2, token)));
        await TimeAsync($"{name}: due, 20 of {Exchanges}", 1, async () => Assert.Equal(20, await register.DueAsync(Now, Cancelled).CountAsync(Cancelled)));
        await TimeAsync($"{name}: due, all", 1, async () => Assert.Equal(Exchanges, await register.DueAsync(Now.AddYears(1), Cancelled).CountAsync(Cancelled)));
        await TimeAsync($"{name}: unfinished, none", 1, async () => Assert.Equal(0, await register.UnfinishedAsync(Now.AddYears(1), Cancelled).CountAsync(Cancelled)));
        await TimeAsync($"{name}: live of the protocol", 1, async () => Assert.Equal(Exchanges, await register.OfProtocolAsync(new("mechelen-2024"), true, Cancelled).CountAsync(Cancelled)));
    }

    private static async Task TimeAsync(string what, int count, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        var seconds = watch.Elapsed.TotalSeconds;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds * 1000 / count:F2} ms each, {count / seconds:F0} a second"));
    }

    private static ExchangeHead Head(ExchangeId id, int revision) => new(
        id, "doorverwijzing", new("mechelen-2024"), 1, new("opgroeien-regie"), new("ocmw-mechelen"), "aangemaakt", Now,
        string.CompareOrdinal(id.Value, "DV-00020") < 0 ? Now : Now.AddDays(1), null, null, ["pseudoniem"], "zout", [], revision);

    private static FactRow Fact(ExchangeId id, int sequence) => new(id, sequence, $"feit-{sequence}", Now, "{}", Wakes: false, Handled: false, Audited: false);
}
