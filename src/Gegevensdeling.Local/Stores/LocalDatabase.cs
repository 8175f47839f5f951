using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Stores;

/// <summary>
/// The register on one machine: one connection, used by one caller at a time. Every commit is durable (WAL, synchronous FULL).
/// <para>What leads to a person (pseudonyms, salts, links, names of staff) stands in a second file beside it. That one is written anew
/// when something in it was erased: secure_delete alone leaves stale copies of cells that SQLite moved between pages (decision 2). It is as
/// small as the number of live exchanges.</para>
/// </summary>
public sealed class LocalDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    public LocalDatabase(string path)
        : this(path, SqliteOpenMode.ReadWriteCreate)
    {
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;");
        Execute("PRAGMA people.journal_mode=WAL; PRAGMA people.synchronous=FULL; PRAGMA people.secure_delete=ON;");
        Execute(Schema);
        Execute(Unclaimed);
    }

    private LocalDatabase(string path, SqliteOpenMode mode)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5, Mode = mode }.ToString());
        connection.Open();
        using var attach = connection.Command(null, "ATTACH DATABASE $path AS people", ("$path", Path.Combine(Path.GetDirectoryName(path)!, "personen.db")));
        attach.ExecuteNonQuery();
    }

    /// <summary>The same to look into, also while a host works with it. Nothing is changed.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    public static LocalDatabase ToRead(string path) => new(path, SqliteOpenMode.ReadOnly);

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS exchanges (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, protocol TEXT NOT NULL, version INTEGER NOT NULL, sender TEXT NOT NULL, receiver TEXT NOT NULL,
            state TEXT NOT NULL, created_at INTEGER NOT NULL, erase_after INTEGER, erased_at INTEGER, purged_at INTEGER,
            revision INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS people.persons (exchange TEXT PRIMARY KEY, pseudonyms TEXT NOT NULL, salt TEXT, links TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS exchanges_due ON exchanges (erase_after) WHERE erased_at IS NULL AND erase_after IS NOT NULL;
        CREATE INDEX IF NOT EXISTS exchanges_unpurged ON exchanges (erased_at) WHERE erased_at IS NOT NULL AND purged_at IS NULL;
        CREATE INDEX IF NOT EXISTS exchanges_protocol ON exchanges (protocol, created_at);
        CREATE INDEX IF NOT EXISTS exchanges_kind ON exchanges (protocol, kind, created_at);
        CREATE INDEX IF NOT EXISTS exchanges_live ON exchanges (protocol, created_at) WHERE erased_at IS NULL;
        CREATE INDEX IF NOT EXISTS exchanges_live_kind ON exchanges (protocol, kind, created_at) WHERE erased_at IS NULL;
        CREATE TABLE IF NOT EXISTS facts (
            exchange TEXT NOT NULL REFERENCES exchanges (id), sequence INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL,
            wakes INTEGER NOT NULL, handled INTEGER NOT NULL, audited INTEGER NOT NULL, PRIMARY KEY (exchange, sequence), UNIQUE (exchange, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS facts_unfinished ON facts (at) WHERE (wakes = 1 AND handled = 0) OR audited = 0;
        CREATE TABLE IF NOT EXISTS people.staff (
            reference TEXT PRIMARY KEY, party TEXT NOT NULL, subject TEXT NOT NULL, year INTEGER NOT NULL, name TEXT NOT NULL, mail TEXT,
            UNIQUE (party, subject, year)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS evidence (exchange TEXT NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (exchange, name)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS idempotency (
            key TEXT PRIMARY KEY, content TEXT NOT NULL, reservation TEXT NOT NULL, attempt INTEGER NOT NULL, holder TEXT, since INTEGER NOT NULL,
            claimed_at INTEGER NOT NULL, done INTEGER NOT NULL, answer TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS orphans (exchange TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS audit (chain TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (chain, sequence)) WITHOUT ROWID;
        """;

    /// <summary>Two files commit one after the other: killed in between, a row may stand there that no exchange claims, or that was forgotten.</summary>
    private const string Unclaimed = """
        DELETE FROM people.persons WHERE exchange NOT IN (SELECT id FROM exchanges WHERE erased_at IS NULL)
            OR exchange IN (SELECT exchange FROM main.facts WHERE json LIKE '{"feit":"vergeten"%')
        """;

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            using var transaction = connection.BeginTransaction();
            var result = work(connection, transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>All rows of a query, read before anything else runs.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<SqliteDataReader, T> row, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            using var command = connection.Command(null, sql, parameters);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(row(reader));
            return rows;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Writes the file with people anew and empties the write-ahead logs, so that no earlier page stays behind.</summary>
    /// <exception cref="IOException">Somebody else still reads earlier pages, so they could not be overwritten.</exception>
    public async Task ScrubAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            Execute("VACUUM people;");
            foreach (var schema in new[] { "people", "main" })
            {
                using var checkpoint = connection.Command(null, $"PRAGMA {schema}.wal_checkpoint(TRUNCATE)");
                using var row = checkpoint.ExecuteReader();
                if (row.Read() && row.Int(0) != 0)
                    throw new IOException("Another reader holds earlier pages of the register: nothing is proven erased yet");
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        turn.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = connection.Command(null, sql);
        command.ExecuteNonQuery();
    }
}
