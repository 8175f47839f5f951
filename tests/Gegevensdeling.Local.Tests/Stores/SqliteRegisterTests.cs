using System.Globalization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Gegevensdeling.Local.Tests.Stores;

public sealed class SqliteRegisterTests : RegisterContract, IDisposable
{
    private static readonly string[] Person = ["pseudoniem-kanarie-een", "pseudoniem-kanarie-twee", "zout-kanarie", "DV-LINK-KANARIE"];

    private readonly string root = TestFolder.Create("register-").FullName;
    private readonly LocalDatabase database;

    public SqliteRegisterTests() => database = new(Path.Combine(root, "register.db"));

    protected override IRegister Register => new SqliteRegister(database);

    [Fact]
    [Requirement("F2", "F10")]
    public async Task Scrubbed_nothing_that_led_to_a_person_is_left_in_any_page()
    {
        foreach (var number in Enumerable.Range(1, 60))
        {
            var id = new ExchangeId(string.Create(CultureInfo.InvariantCulture, $"DV-{number}"));
            await Register.InsertAsync(Head(id), Fact(id, 1), Cancelled);
        }

        Assert.NotEmpty(new Haystack(Person).Folder(root).Found);
        foreach (var number in Enumerable.Range(1, 60))
        {
            var id = new ExchangeId(string.Create(CultureInfo.InvariantCulture, $"DV-{number}"));
            await Register.AppendAsync(Head(id, 2) with { Pseudonyms = [], Salt = null, Links = [] }, Fact(id, 2), Cancelled);
        }

        await Register.ScrubAsync(Cancelled);
        Assert.Empty(new Haystack(Person).Folder(root).Found);
    }

    [Theory]
    [Requirement("F2")]
    [InlineData("personen.db", "persons")]
    [InlineData("register.db", "facts")]
    public async Task A_scrub_that_a_reader_holds_up_says_so_and_succeeds_later(string file, string table)
    {
        await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        await using (var reader = new SqliteConnection($"Data Source={Path.Combine(root, file)};Pooling=False"))
        {
            await reader.OpenAsync(Cancelled);
            using var command = reader.CreateCommand();
#pragma warning disable CA2100 // constants of this file
            command.CommandText = $"BEGIN; SELECT count(*) FROM {table}";
#pragma warning restore CA2100
            Assert.Equal(1L, await command.ExecuteScalarAsync(Cancelled));
            await Register.AppendAsync(Head(One, 2) with { Pseudonyms = [], Salt = null, Links = [] }, Fact(One, 2), Cancelled);
            await Assert.ThrowsAsync<IOException>(() => Register.ScrubAsync(Cancelled));
        }

        await Register.ScrubAsync(Cancelled);
        Assert.Empty(new Haystack(Person).Folder(root).Found);
    }

    [Theory]
    [Requirement("F12")]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(2500)]
    public async Task Of_more_leads_than_are_read_at_once_each_comes_once(int count)
    {
        await InsertAsync(count);
        var leads = await Register.LeadsAsync(new("mechelen-2024"), Cancelled).ToListAsync(Cancelled);
        Assert.Equal(Enumerable.Range(1, count).Select(Name).Order(StringComparer.Ordinal), leads.Select(lead => lead.Exchange.Value).Order(StringComparer.Ordinal));
        Assert.All(leads, lead => Assert.Equal(("zout", "pseudoniem"), (lead.Salt, Assert.Single(lead.Pseudonyms))));
        Assert.Empty(await Register.LeadsAsync(new("kasterlee-2025"), Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Whoever_stops_reading_leads_leaves_the_register_free()
    {
        await InsertAsync(2500);
        await foreach (var lead in Register.LeadsAsync(new("mechelen-2024"), Cancelled))
        {
            Assert.Equal("zout", lead.Salt);
            break;
        }

        Assert.True(await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Register.LeadsAsync(new("mechelen-2024"), new(canceled: true)).ToListAsync(Cancelled));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"DV-{number:0000}");

    private Task<int> InsertAsync(int count) => database.WriteAsync((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, """
            INSERT INTO exchanges (id, kind, protocol, version, sender, receiver, state, created_at, revision)
            SELECT printf('DV-%04d', value), 'doorverwijzing', 'mechelen-2024', 1, 'opgroeien-regie', 'ocmw-mechelen', 'geopend', value, 1 FROM
                (WITH RECURSIVE number (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM number WHERE value < $count) SELECT value FROM number);
            INSERT INTO people.persons (exchange, pseudonyms, salt, links) SELECT id, '["pseudoniem"]', 'zout', '[]' FROM exchanges;
            """);
        command.Parameters.AddWithValue("$count", count);
        return command.ExecuteNonQuery();
    }, Cancelled);

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(root, recursive: true);
    }
}
