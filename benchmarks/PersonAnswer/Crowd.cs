using System.Security.Cryptography;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Benchmarks.PersonAnswer;

/// <summary>Live referrals of people who do not exist, put into the register's own files beside the host.</summary>
internal static class Crowd
{
    public static void Add(string register, int exchanges)
    {
        using var connection = new SqliteConnection($"Data Source={register};Pooling=False");
        connection.Open();
        Execute(connection, null, $"ATTACH DATABASE '{Path.Combine(Path.GetDirectoryName(register)!, "personen.db")}' AS people");
        using var transaction = connection.BeginTransaction();
        for (var number = 0; number < exchanges; number++)
        {
            var id = References.New(ReferralHeads.Prefix).Value; // in no order of time, as real ones
            Execute(connection, transaction, """
                INSERT INTO exchanges (id, kind, protocol, version, sender, receiver, state, created_at, revision)
                VALUES ($id, 'doorverwijzing', 'mechelen-2024', 1, 'opgroeien-regie', 'ocmw-mechelen', 'geopend', $number, 4)
                """, ("$id", id), ("$number", number));
            Execute(connection, transaction, "INSERT INTO people.persons (exchange, pseudonyms, salt, links) VALUES ($id, $pseudonyms, $salt, '[]')",
                ("$id", id), ("$pseudonyms", $"[\"{Digits()}\",\"{Digits()}\",\"{Digits()}\"]"), ("$salt", Digits()));
        }

        transaction.Commit();
    }

    private static string Digits() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static void Execute(SqliteConnection connection, SqliteTransaction? transaction, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
