using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Stores;

/// <summary>The few words that every SQLite store says.</summary>
internal static class SqliteCommands
{
    public static SqliteCommand Command(this SqliteConnection connection, SqliteTransaction? transaction, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // every text is a constant of this folder; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static int Execute(this SqliteConnection connection, SqliteTransaction transaction, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(transaction, sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static T? First<T>(this SqliteConnection connection, SqliteTransaction transaction, string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] parameters)
        where T : class
    {
        using var command = connection.Command(transaction, sql, parameters);
        using var reader = command.ExecuteReader();
        return reader.Read() ? row(reader) : null;
    }

    /// <summary>Instants are kept in ticks of UTC: exact, and in order.</summary>
    public static object? Ticks(this DateTimeOffset? instant) => instant?.UtcTicks;

    public static DateTimeOffset Instant(this SqliteDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Instant(column);

    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int Int(this SqliteDataReader reader, int column) => reader.GetInt32(column);

    public static bool Flag(this SqliteDataReader reader, int column) => reader.GetInt64(column) != 0;

}
