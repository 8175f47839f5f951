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

    private readonly string root = Directory.CreateTempSubdirectory("register-").FullName;
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

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(root, recursive: true);
    }
}
