using Gegevensdeling.EngineContract;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Engine.Tests.Embedded;

/// <summary>A full disk or a locked file refuses a call with one typed error, leaves nothing half-written, and the work goes on afterwards.</summary>
public sealed class StorageTests : IDisposable
{
    private static readonly Activity<string, string> Echo = new("Echo", RetryPolicy.Once);

    private static readonly Orchestration<string, string> Letter = new("Letter", 1, async (context, text) =>
    {
        await context.CallActivityAsync(Echo, text);
        await context.NextMessageAsync<Mail>(null);
        return await context.CallActivityAsync(Echo, "klaar");
    });

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly List<string> done = [];

    private Action onEcho = () => { };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_locked_file_refuses_the_call_and_keeps_what_was_accepted()
    {
        await using var engine = Open();
        await engine.StartProcessingAsync();
        await engine.StartAsync(Letter, "a", "een", Cancellation);
        await engine.WaitUntilIdleAsync(Cancellation);
        await using (var other = Lock())
        {
            var refused = await Assert.ThrowsAsync<EngineStorageException>(() => engine.SendAsync("a", Mail.Say("x"), Cancellation));
            Assert.Contains("locked", refused.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<EngineStorageException>(() => engine.StartAsync(Letter, "b", "twee", Cancellation));
        }

        Assert.Single(engine.ListInstances());
        await engine.SendAsync("a", Mail.Say("x"), Cancellation);
        await engine.WaitUntilIdleAsync(Cancellation);
        Assert.Equal(["een", "klaar"], done);
    }

    [Fact]
    public async Task A_step_that_could_not_be_written_is_tried_again_when_the_file_is_free()
    {
        SqliteConnection? other = null;
        onEcho = () => other ??= Lock(); // the answer of the first activity meets a locked file
        await using var engine = Open();
        await engine.StartProcessingAsync();
        await engine.StartAsync(Letter, "a", "een", Cancellation);
        await engine.SendAsync("b", Mail.Say("x"), Cancellation).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);
        await engine.WaitUntilIdleAsync(Cancellation);
        Assert.Equal(["een"], done);
        await other!.DisposeAsync();
        time.Advance(TimeSpan.FromSeconds(2));
        await engine.WaitUntilIdleAsync(Cancellation);
        await engine.SendAsync("a", Mail.Say("x"), Cancellation);
        await engine.WaitUntilIdleAsync(Cancellation);
        Assert.Equal(["een", "klaar"], done); // the answer was kept in memory: the activity did not run again
        Assert.Equal(InstanceStatus.Completed, engine.FindInstance("a")?.Status);
    }

    [Fact]
    public async Task A_full_disk_refuses_the_call_and_leaves_nothing_half_written()
    {
        var room = 40L;
        await using var engine = Open(new EngineOptions { Opened = connection => Limit(connection, room) });
        await engine.StartProcessingAsync();
        var accepted = new List<string>();
        EngineStorageException? refused = null;
        for (var i = 0; i < 1000 && refused is null; i++)
        {
            try
            {
                await engine.StartAsync(Letter, $"a{i}", new string('x', 2_000), Cancellation);
                accepted.Add($"a{i}");
            }
            catch (EngineStorageException full)
            {
                refused = full;
            }
        }

        Assert.Contains("full", refused?.Message, StringComparison.Ordinal);
        Assert.Equal(accepted, engine.ListInstances().Select(instance => instance.InstanceId));
        await engine.WaitUntilIdleAsync(Cancellation);
        room = 100_000;
        await engine.DisposeAsync();
        await using var roomy = Open(new EngineOptions { Opened = connection => Limit(connection, room) });
        await roomy.StartProcessingAsync();
        await roomy.WaitUntilIdleAsync(Cancellation);
        foreach (var id in accepted) await roomy.SendAsync(id, Mail.Say("x"), Cancellation);
        await roomy.WaitUntilIdleAsync(Cancellation);
        Assert.All(roomy.ListInstances(), instance => Assert.Equal(InstanceStatus.Completed, instance.Status));
    }

    [Fact]
    public async Task Every_commit_is_flushed_and_every_deletion_is_overwritten()
    {
        Dictionary<string, string> settings = [];
        await using var engine = Open(new EngineOptions
        {
            Opened = connection =>
            {
                foreach (var name in new[] { "journal_mode", "synchronous", "secure_delete", "temp_store" }) settings[name] = Setting(connection, name);
            },
        });
        Assert.Equal(new() { ["journal_mode"] = "wal", ["synchronous"] = "2", ["secure_delete"] = "1", ["temp_store"] = "2" }, settings);
    }

    [Fact]
    public async Task A_second_engine_on_the_same_file_is_refused()
    {
        await using var engine = Open();
        Assert.Throws<EngineStorageException>(() => Open());
    }

    [Fact]
    public async Task A_purge_that_somebody_who_reads_holds_up_says_so_and_is_finished_later()
    {
        await using (var engine = Open())
        {
            await engine.SendAsync("a", Mail.Say("MERKTEKEN"), Cancellation);
            await using (Reader())
            {
                await Assert.ThrowsAsync<EngineStorageException>(() => engine.PurgeAsync("a", Cancellation));
            }

            Assert.True(Holds("MERKTEKEN"));
            Assert.True(await engine.PurgeAsync("a", Cancellation));
            Assert.False(Holds("MERKTEKEN"));
            await engine.SendAsync("b", Mail.Say("TEKENMERK"), Cancellation);
            await using (Reader())
            {
                await Assert.ThrowsAsync<EngineStorageException>(() => engine.PurgeAsync("b", Cancellation));
                await engine.DisposeAsync();
            }
        }

        await using var next = Open();
        Assert.False(Holds("TEKENMERK"));
    }

    private static void Limit(SqliteConnection connection, long pages)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a number of this test
        command.CommandText = $"PRAGMA max_page_count = {pages}";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Setting(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant of this test
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
        return $"{command.ExecuteScalar()}";
    }

    private EmbeddedEngine Open(EngineOptions? options = null) => new(
        folder.File("engine.db"), new([Letter], [Echo]), new ActivityBindings().Bind(Echo, (text, _) =>
        {
            lock (done) done.Add(text);
            onEcho();
            return Task.FromResult(text);
        }),
        time, options ?? new(), NullLogger<EmbeddedEngine>.Instance);

    private SqliteConnection Lock() => Hold("BEGIN IMMEDIATE");

    private SqliteConnection Reader() => Hold("BEGIN; SELECT COUNT(*) FROM messages");

    private SqliteConnection Hold(string sql)
    {
        var connection = new SqliteConnection($"Data Source={folder.File("engine.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant of this test
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteScalar();
        return connection;
    }

    private bool Holds(string marker) => folder.Files().Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes).Contains(marker, StringComparison.Ordinal);
    });
}
