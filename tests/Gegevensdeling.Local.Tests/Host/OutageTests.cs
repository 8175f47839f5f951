using Gegevensdeling.Exchanges;
using Microsoft.Data.Sqlite;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>A full disk or a locked database: 503, what was accepted stays, nothing half-written remains, the same request succeeds later.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData("Register.InsertAsync")]
    [InlineData("Register.OfKindAsync")]
    [InlineData("Register.AppendAsync")]
    [InlineData("Register.FindAsync")]
    [InlineData("Keys.PutAsync")]
    [InlineData("Blobs.WriteAsync")]
    [InlineData("Blobs.WriteAsync half")]
    [InlineData("Staff.ReferenceAsync")]
    [InlineData("Audit.AppendAsync")]
    [InlineData("SystemKeys.GetOrCreateAsync")]
    [InlineData("Idempotency.InsertAsync")]
    [InlineData("Idempotency.ReplaceAsync")]
    public async Task A_disk_that_is_full_at_any_step_of_an_intake_is_an_outage_and_the_same_request_succeeds_later(string call)
    {
        var faults = new Faults(() => Full(call));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var accepted = await rig.ReferAsync(Client.Of(1));
        faults.FailAt(call);
        var answer = (await rig.CreateAsync(Referrals.Body(Client.Any), key: "vol")).Refuses(503, "tijdelijk-niet-beschikbaar");
        Assert.Equal("30", answer.Headers.GetValues("Retry-After").Single());
        Assert.True(faults.Hits > 0, "the fault was never met");
        Assert.Empty(HalfWritten(rig));
        faults.Heal();

        var reference = new ExchangeId((await rig.CreateAsync(Referrals.Body(Client.Any), key: "vol")).Is(201).Json.GetProperty("verwijzing").GetString()!);
        await rig.OpenAsync(accepted);
        await rig.OpenAsync(reference);
        Assert.Equal(2, (await rig.GetAsync(rig.Worker, "/doorverwijzingen")).Json.GetProperty("doorverwijzingen").GetArrayLength());
        Assert.Equal(2, Directory.GetFiles(Path.Combine(rig.Root, "sleutels")).Length);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(rig.Root, "opslag"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    [Requirement("R9")]
    public async Task What_is_never_asked_again_after_an_outage_is_erased_by_the_sweep()
    {
        var faults = new Faults(() => new IOException("No space left on device"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        faults.FailAt("Blobs.WriteAsync half");
        (await rig.CreateAsync(Referrals.Body(Client.Any))).Is(503);
        faults.Heal();
        Assert.Single(Directory.GetFiles(Path.Combine(rig.Root, "sleutels")));
        await rig.TurnAsync(TimeSpan.FromHours(rig.Mechelen.Referral!.Erasure.WithinHours) + TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Erased);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(rig.Root, "sleutels")), path => Path.GetFileName(path).StartsWith("DV-", StringComparison.Ordinal)); // a month of debtors has its own
    }

    [Fact]
    public async Task A_locked_register_is_an_outage_and_the_same_request_succeeds_later()
    {
        await using var rig = await Rig.StartAsync();
        var accepted = await rig.ReferAsync(Client.Of(1));
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(rig.Root, "register.db")};Pooling=False"))
        {
            await other.OpenAsync(Rig.Cancelled);
            Execute(other, "BEGIN EXCLUSIVE");
            var answer = (await rig.CreateAsync(Referrals.Body(Client.Any), key: "op-slot")).Refuses(503, "tijdelijk-niet-beschikbaar");
            Assert.Equal("30", answer.Headers.GetValues("Retry-After").Single());
            Execute(other, "ROLLBACK");
        }

        (await rig.CreateAsync(Referrals.Body(Client.Any), key: "op-slot")).Is(201);
        await rig.OpenAsync(accepted);
    }

    [Fact]
    [Requirement("G20")]
    public async Task Content_is_not_shown_while_its_opening_cannot_be_recorded()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        var (path, purpose) = ($"/doorverwijzingen/{exchange}/openen", Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Receiver));
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(rig.Root, "register.db")};Pooling=False"))
        {
            await other.OpenAsync(Rig.Cancelled);
            Execute(other, "BEGIN IMMEDIATE");
            var answer = (await rig.PostAsync(rig.Worker, path, purpose: purpose, key: "later")).Refuses(503, "tijdelijk-niet-beschikbaar");
            Assert.DoesNotContain(Client.Any.Name, answer.Text, StringComparison.Ordinal);
            Execute(other, "ROLLBACK");
        }

        (await rig.PostAsync(rig.Worker, path, purpose: purpose, key: "later")).Is(200);
    }

    /// <summary>SQLite says FULL (13) where the store is a database, the file system says so elsewhere.</summary>
    private static Exception Full(string call) => call.Split('.')[0] is "Register" or "Staff" or "Audit" or "Idempotency"
        ? new SqliteException("database or disk is full", 13)
        : new IOException("No space left on device");

    private static IEnumerable<string> HalfWritten(Rig rig) =>
        Directory.EnumerateFiles(rig.Root, "*", SearchOption.AllDirectories).Where(path => path.EndsWith('~') || path.EndsWith(".deel", StringComparison.Ordinal) || path.EndsWith(".nieuw", StringComparison.Ordinal));

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
