using System.Security.Cryptography;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Benchmarks.Proof;

/// <summary>Copies of whole referrals under references of their own, put into the register's own files in one transaction: through the law a million would take days.</summary>
internal sealed class Copies : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly SqliteCommand head;
    private readonly SqliteCommand facts;
    private readonly SqliteCommand person;
    private readonly SqliteCommand document;

    public Copies(string root)
    {
        connection = new($"Data Source={Path.Combine(root, "register.db")};Pooling=False");
        connection.Open();
        using (var begin = connection.CreateCommand())
        {
            begin.CommandText = "ATTACH DATABASE $people AS people; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000";
            begin.Parameters.AddWithValue("$people", Path.Combine(root, "personen.db"));
            begin.ExecuteNonQuery();
        }

        transaction = connection.BeginTransaction();
        head = Prepare(
            """
            INSERT INTO exchanges (id, kind, protocol, version, sender, receiver, state, created_at, erase_after, erased_at, purged_at, revision)
            SELECT $id, kind, protocol, version, sender, receiver, state, created_at - $earlier, erase_after, erased_at - $earlier, purged_at - $earlier, revision FROM exchanges WHERE id = $of
            """, "$id", "$earlier", "$of");
        facts = Prepare(
            "INSERT INTO facts (exchange, sequence, id, at, json, wakes, handled, audited) SELECT $id, sequence, id, at, json, wakes, handled, audited FROM facts WHERE exchange = $of AND sequence >= $from",
            "$id", "$of", "$from");
        person = Prepare("INSERT INTO people.persons (exchange, pseudonyms, salt, links) VALUES ($id, $pseudonyms, $salt, '[]')", "$id", "$pseudonyms", "$salt");
        document = Prepare("INSERT INTO evidence (exchange, name, document) VALUES ($id, $name, $document)", "$id", "$name", "$document");
    }

    /// <param name="earlier">How much earlier it began, and ended.</param>
    /// <param name="from">The first of its facts that is copied.</param>
    public ExchangeId Add(ExchangeId of, TimeSpan earlier, int from = 1)
    {
        var id = References.New(ReferralHeads.Prefix);
        Execute(head, id.Value, earlier.Ticks, of.Value);
        Execute(facts, id.Value, of.Value, from);
        return id;
    }

    public void AddPerson(ExchangeId exchange) => Execute(person, exchange.Value, $"[\"{Digits()}\",\"{Digits()}\",\"{Digits()}\"]", Digits());

    public void AddDocument(ExchangeId exchange, string name, string json) => Execute(document, exchange.Value, name, json);

    public void Complete() => transaction.Commit();

    public void Dispose()
    {
        head.Dispose();
        facts.Dispose();
        person.Dispose();
        document.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    private static string Digits() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private SqliteCommand Prepare(string sql, params string[] names)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this file
        (command.CommandText, command.Transaction) = (sql, transaction);
#pragma warning restore CA2100
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Execute(SqliteCommand command, params object[] values)
    {
        foreach (var (at, value) in values.Index())
            command.Parameters[at].Value = value;
        command.ExecuteNonQuery();
    }
}
