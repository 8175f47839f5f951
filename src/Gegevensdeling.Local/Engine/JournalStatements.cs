using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Engine;

/// <summary>The writer's statements, prepared once.</summary>
internal sealed class JournalStatements(SqliteConnection connection) : IDisposable
{
    public Statement Begin { get; } = new(connection, "BEGIN IMMEDIATE", 0);

    public Statement Commit { get; } = new(connection, "COMMIT", 0);

    public Statement Rollback { get; } = new(connection, "ROLLBACK", 0);

    public Statement InsertInstance { get; } = new(connection, """
        INSERT INTO instances (id, name, version, input, parent, parent_execution, parent_task, reported)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING
        """, 8);

    // A message to an instance that has ended is dropped; a duplicate changes nothing.
    public Statement InsertMessage { get; } = new(connection, """
        INSERT INTO messages (id, message, seq, payload)
        SELECT $0, $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM instances WHERE id = $0 AND status IN (1, 2))
        ON CONFLICT (id, message) DO NOTHING
        """, 4);

    public Statement InsertTurn { get; } = new(connection, "INSERT INTO turns (instance, seq, turn) VALUES ($0, $1, $2)", 3);

    public Statement ReadMessage { get; } = new(connection, "UPDATE messages SET payload = NULL WHERE id = $0 AND message = $1", 2);

    public Statement Progress { get; } = new(connection, "UPDATE instances SET ready = $1, due = $2 WHERE key = $0", 3);

    public Statement Continue { get; } = new(connection, "UPDATE instances SET execution = execution + 1, input = $1, ready = 1, due = NULL WHERE key = $0", 2);

    public Statement Finish { get; } = new(connection, """
        UPDATE instances SET status = $1, output = $2, failure = $3, ready = 0, due = NULL, reported = (parent IS NULL) WHERE key = $0
        """, 4);

    public Statement Stop { get; } = new(connection, "UPDATE instances SET status = 3, step = $1, ready = 0, due = NULL WHERE id = $0 AND status = 0", 2);

    public Statement Resume { get; } = new(connection, "UPDATE instances SET status = 0, step = NULL, ready = 1 WHERE id = $0 AND status = 3", 1);

    public Statement Reported { get; } = new(connection, "UPDATE instances SET reported = 1 WHERE id = $0", 1);

    public Statement DeleteTurns { get; } = new(connection, "DELETE FROM turns WHERE instance = $0", 1);

    public Statement DeleteMessages { get; } = new(connection, "DELETE FROM messages WHERE id = $0", 1);

    public Statement DeleteInstance { get; } = new(connection, "DELETE FROM instances WHERE id = $0", 1);

    // Kept while it runs, and while a running parent has not yet taken note of its outcome.
    public Statement FindForPurge { get; } = new(connection, """
        SELECT key, status = 0 OR (reported = 0 AND EXISTS (SELECT 1 FROM instances AS p WHERE p.id = i.parent AND p.status = 0))
        FROM instances AS i WHERE id = $0
        """, 1);

    /// <summary>Tells, in the same commit as a deletion, that the file must be written anew.</summary>
    public Statement MarkUnclean { get; } = new(connection, "PRAGMA user_version = 1", 0);

    public Statement LastMessage { get; } = new(connection, "SELECT COALESCE(MAX(seq), 0) FROM messages", 0);

    public void Dispose()
    {
        foreach (var statement in new[]
        {
            Begin, Commit, Rollback, InsertInstance, InsertMessage, InsertTurn, ReadMessage, Progress, Continue, Finish, Stop, Resume, Reported,
            DeleteTurns, DeleteMessages, DeleteInstance, FindForPurge, MarkUnclean, LastMessage,
        })
        {
            statement.Dispose();
        }
    }
}
