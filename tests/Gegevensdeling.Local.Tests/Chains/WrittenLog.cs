using Gegevensdeling.Audit;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Gegevensdeling.Local.Tests.Chains;

/// <summary>What a local host wrote in the course of a referral, with a head signed halfway and one at the end; the host has stopped.</summary>
public sealed class WrittenLog : IAsyncLifetime
{
    public const string Chain = "mechelen-2024/2026-03";

    private Rig rig = null!;

    /// <summary>The folder of the host.</summary>
    public string Root => rig.Root;

    public string Keys => Path.Combine(Root, "gepubliceerd.jwks.json");

    /// <summary>The heads of the chain, oldest first.</summary>
    public IReadOnlyList<string> Heads { get; private set; } = [];

    /// <summary>How many entries the chain has.</summary>
    public int Length { get; private set; }

    public async ValueTask InitializeAsync()
    {
        rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync(Client.Of(700));
        await rig.TakeAsync(exchange);
        var law = rig.Host.Law;
        await law.AuditHeads.IssueAsync(Rig.Cancelled);
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        await rig.TurnAsync(TimeSpan.FromDays(1));
        await law.AuditHeads.IssueAsync(Rig.Cancelled);
        await File.WriteAllTextAsync(Keys, (await law.Signing.PublishedAsync(Rig.Cancelled)).ToJson(), Rig.Cancelled);
        Heads = [.. await HeadsAsync(law)];
        Length = await law.Ports.Audit.ReadAsync(Chain, Rig.Cancelled).CountAsync(Rig.Cancelled);
        await rig.StopAsync();
    }

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    /// <summary>A copy of the databases, in which something is changed.</summary>
    public string Changed(string sql)
    {
        var copy = TestFolder.Create("keten-").FullName;
        foreach (var file in Directory.GetFiles(Root, "*.db*"))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        using var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "register.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = sql.Replace("$chain", $"'{Chain}'", StringComparison.Ordinal);
#pragma warning restore CA2100
        Assert.True(command.ExecuteNonQuery() > 0, "nothing was changed");
        return copy;
    }

    private static async Task<IEnumerable<string>> HeadsAsync(Exchanges.Law law)
    {
        var documents = new List<string>();
        foreach (var name in (await law.Ports.Evidence.NamesAsync(AuditHeads.Shelf, Rig.Cancelled)).Where(name => name.StartsWith("mechelen-2024_", StringComparison.Ordinal)))
            documents.Add((await law.Ports.Evidence.FindAsync(AuditHeads.Shelf, name, Rig.Cancelled))!);
        return documents;
    }
}
