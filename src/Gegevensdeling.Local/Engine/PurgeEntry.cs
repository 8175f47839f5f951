using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Engine;

/// <summary>
/// Deletes one instance and leaves no byte of it in the file or its log. <c>secure_delete</c> overwrites a deleted cell, but not the
/// stale copies that SQLite leaves in a page when it moves cells between pages; only writing the file anew removes those.
/// </summary>
internal sealed class PurgeEntry(string id, Scrubbing scrubbing) : JournalEntry
{
    /// <summary>True when nothing of the instance is left; false when it still runs.</summary>
    public bool Gone { get; private set; }

    public override void Write(JournalStatements journal)
    {
        Gone = true;
        var deleted = 0;
        using (var row = journal.FindForPurge.Query(id))
        {
            if (row.Read())
            {
                if (row.GetBoolean(1))
                {
                    Gone = false;
                    return;
                }

                var key = row.GetInt64(0);
                row.Close();
                journal.DeleteTurns.Execute(key);
                deleted += journal.DeleteInstance.Execute(id);
            }
        }

        deleted += journal.DeleteMessages.Execute(id);
        if (deleted == 0) return;
        journal.MarkUnclean.Execute();
        scrubbing.Needed = true;
    }

    public override void Committed()
    {
        if (Gone) scrubbing.Run();
    }
}

/// <summary>Writing the file anew: once for all purges of a group, and again until it succeeds, also after a restart. On the writer's thread.</summary>
internal sealed class Scrubbing(SqliteConnection connection, InstanceReader reader)
{
    public bool Needed { get; set; }

    /// <exception cref="EngineStorageException">Something of what was deleted may be left; purge again later.</exception>
    public void Run()
    {
        if (!TryRun()) throw new EngineStorageException("What was purged may be left in the engine's file, which is full or in use");
    }

    public bool TryRun()
    {
        if (!Needed) return true;
        try
        {
            reader.WithoutReaders(() => Schema.Scrub(connection));
            Needed = false;
        }
        catch (SqliteException)
        {
            // full, or in use: it stays needed
        }

        return !Needed;
    }
}
