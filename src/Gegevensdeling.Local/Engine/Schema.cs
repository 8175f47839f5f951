using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Engine;

/// <summary>The engine's file: instances, their turns, and the messages that were not yet read.</summary>
internal static class Schema
{
    // messages: keyed by the instance's id and not by its row, since a message may come before the start (law 3). A message that was
    // read keeps its id, to know a duplicate, and loses its payload, which then stands in the turn.
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS instances (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, version INTEGER NOT NULL,
            execution INTEGER NOT NULL DEFAULT 1, status INTEGER NOT NULL DEFAULT 0, ready INTEGER NOT NULL DEFAULT 1, due INTEGER,
            input TEXT NOT NULL, output TEXT, failure TEXT, step TEXT,
            parent TEXT, parent_execution INTEGER, parent_task INTEGER, reported INTEGER NOT NULL DEFAULT 1);
        CREATE TABLE IF NOT EXISTS turns (
            instance INTEGER NOT NULL, seq INTEGER NOT NULL, turn TEXT NOT NULL, PRIMARY KEY (instance, seq)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS messages (
            id TEXT NOT NULL, message TEXT NOT NULL, seq INTEGER NOT NULL, payload TEXT, PRIMARY KEY (id, message)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS instances_ready ON instances (ready) WHERE ready = 1;
        CREATE INDEX IF NOT EXISTS instances_due ON instances (due) WHERE due IS NOT NULL;
        CREATE INDEX IF NOT EXISTS instances_unreported ON instances (reported) WHERE reported = 0;
        CREATE INDEX IF NOT EXISTS messages_unread ON messages (seq) WHERE payload IS NOT NULL;
        """;

    public static SqliteConnection Open(string path, EngineOptions options)
    {
        var seconds = (int)Math.Max(1, options.BusyTimeout.TotalSeconds);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = seconds }.ConnectionString);
        try
        {
            connection.Open();
            // FULL: a commit is on disk before it is acknowledged. secure_delete: what is deleted is overwritten (law 8).
            // temp_store: a file that is written anew passes through no other file.
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Create(SqliteConnection connection) => Execute(connection, Tables);

    /// <summary>True when a purge did not come to its end.</summary>
    public static bool IsUnclean(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return command.ExecuteScalar() is not 0L;
    }

    /// <summary>Writes the file anew and empties its log, so that nothing of what was deleted is left in either.</summary>
    /// <exception cref="SqliteException">The disk is full, or another process reads the file: call again later.</exception>
    public static void Scrub(SqliteConnection connection)
    {
        Execute(connection, "VACUUM");
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            using var answer = command.ExecuteReader();
            if (!answer.Read() || answer.GetInt32(0) != 0) throw new SqliteException("The log is in use", 5);
        }

        Execute(connection, "PRAGMA user_version = 0");
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // only constants of this folder come here
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
