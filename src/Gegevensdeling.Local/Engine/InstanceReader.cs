using Gegevensdeling.Orchestrations;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Engine;

/// <summary>Reads what is on disk, beside the writer. One reader at a time; none while a purge empties the log.</summary>
internal sealed class InstanceReader(string path, EngineOptions options) : IDisposable
{
    private const string Due = "SELECT id FROM instances WHERE due <= $0 ORDER BY due";
    private const string NextDue = "SELECT MIN(due) FROM instances WHERE due > $0";
    private const string Unfinished = """
        SELECT id FROM instances WHERE ready = 1
        UNION SELECT DISTINCT id FROM messages WHERE payload IS NOT NULL
        UNION SELECT parent FROM instances WHERE reported = 0
        """;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection = Schema.Open(path, options);
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    public StoredInstance? Find(string id) => Read(
        "SELECT key, name, version, execution, status, input, parent, parent_execution, parent_task FROM instances WHERE id = $0",
        row => new StoredInstance(row.GetInt64(0), id, row.GetString(1), row.GetInt32(2), row.GetInt32(3), (InstanceStatus)row.GetInt32(4), new(row.GetString(5)))
        {
            Parent = row.IsDBNull(6) ? null : new(row.GetString(6), row.GetInt32(7), row.GetInt32(8)),
        },
        id).SingleOrDefault();

    public List<Turn> Turns(long key) => Read("SELECT turn FROM turns WHERE instance = $0 ORDER BY seq", row => Turn.Read(row.GetString(0)), key);

    public List<Message> Unread(string id) => Read(
        "SELECT seq, message, payload FROM messages WHERE id = $0 AND payload IS NOT NULL ORDER BY seq",
        row => new Message(row.GetInt64(0), row.GetString(1), new(row.GetString(2))),
        id);

    /// <summary>The outcome of a sub-orchestration as its parent must learn it; null while it runs.</summary>
    public HistoryEvent? Outcome(PendingStep step, string parent, int execution) => Read<(bool Mine, int Status, string? Output, string? Failure)>(
        "SELECT parent = $1 AND parent_execution = $2 AND parent_task = $3, status, output, failure FROM instances WHERE id = $0",
        row => (!row.IsDBNull(0) && row.GetBoolean(0), row.GetInt32(1), Text(row, 2), Text(row, 3)),
        step.Name, parent, execution, step.Task).SingleOrDefault() switch
    {
        { Mine: false } => new HistoryEvent.SubOrchestrationFailed(step.Task, EngineFailure.NameTaken.Value),
        { Status: (int)InstanceStatus.Completed } child => new HistoryEvent.SubOrchestrationCompleted(step.Task, new(child.Output!)),
        { Status: (int)InstanceStatus.Failed } child => new HistoryEvent.SubOrchestrationFailed(step.Task, child.Failure!),
        _ => null,
    };

    public List<string> DueAt(DateTimeOffset now) => Read(Due, row => row.GetString(0), now.UtcTicks);

    public DateTimeOffset? NextDueAfter(DateTimeOffset now) => Read(NextDue, row => Time(row, 0), now.UtcTicks).Single();

    /// <summary>Instances that were at work when the process ended, that have unread messages, or whose sub-orchestration ended unheard.</summary>
    public List<string> NeedingWork() => Read(Unfinished, row => row.GetString(0));

    /// <summary>Sub-orchestrations that ended and whose parent has not taken note.</summary>
    public List<string> Unreported(string parent) => Read("SELECT id FROM instances WHERE reported = 0 AND parent = $0", row => row.GetString(0), parent);

    public List<InstanceInfo> List() => Read("SELECT id, name, version, status, failure, step, due FROM instances ORDER BY key", Info);

    public InstanceInfo? Info(string id) => Read("SELECT id, name, version, status, failure, step, due FROM instances WHERE id = $0", Info, id).SingleOrDefault();

    /// <summary>Runs with no reader open: a log can be emptied only then.</summary>
    public void WithoutReaders(Action action)
    {
        lock (gate) action();
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var statement in statements.Values) statement.Dispose();
            connection.Dispose();
        }
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        try
        {
            lock (gate)
            {
                if (!statements.TryGetValue(sql, out var statement)) statements[sql] = statement = new(connection, sql, values.Length);
                using var reader = statement.Query(values);
                List<T> rows = [];
                while (reader.Read()) rows.Add(row(reader));
                return rows;
            }
        }
        catch (SqliteException failure)
        {
            throw new EngineStorageException($"The engine's file could not be read (SQLite {failure.SqliteErrorCode})", failure);
        }
    }

    private static InstanceInfo Info(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), (InstanceStatus)row.GetInt32(3), Text(row, 4), Text(row, 5), Time(row, 6));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero);
}

/// <summary>An instance as its row tells it; its turns are read beside it.</summary>
internal sealed record StoredInstance(long Key, string Id, string Name, int Version, int Execution, InstanceStatus Status, RawJson Input)
{
    public ParentStep? Parent { get; init; }
}

/// <summary>The step of the parent that a sub-orchestration answers.</summary>
internal sealed record ParentStep(string Id, int Execution, int Task);

/// <summary>The engine's own failure codes.</summary>
internal static class EngineFailure
{
    /// <summary>The parent used this name for a sub-orchestration before: an id is used once (law 8).</summary>
    public static FailureCode NameTaken { get; } = new("NaamAlGebruikt");
}
