namespace Gegevensdeling.Local.Engine;

/// <summary>
/// Deletes one instance and leaves no byte of it in the file or its log. <c>secure_delete</c> overwrites a deleted cell, but not the
/// stale copies that SQLite leaves in a page when it moves cells between pages; only writing the file anew removes those.
/// </summary>
internal sealed class PurgeEntry(string id, Journal journal, InstanceReader reader) : JournalEntry
{
    private bool deleted;

    /// <summary>True when nothing of the instance is left; false when it still runs.</summary>
    public bool Gone { get; private set; }

    public override void Write(JournalStatements journal)
    {
        Gone = true;
        deleted = false;
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
                deleted |= journal.DeleteInstance.Execute(id) > 0;
            }
        }

        deleted |= journal.DeleteMessages.Execute(id) > 0;
    }

    public override void Committed()
    {
        if (deleted) journal.Scrub(reader);
    }
}
