using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Engine;

/// <summary>
/// The one writer. Its thread takes all entries that wait, writes them in one transaction, and only when that is flushed tells
/// each of them: group commit, so a slow disk costs a flush a group and not a flush a step.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly JournalStatements statements;
    private readonly EngineOptions options;
    private readonly Thread thread;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim arrived = new(0);
    private List<JournalEntry> waiting = [];
    private bool closed;
    private long lastMessage;

    public Journal(string path, EngineOptions options)
    {
        this.options = options;
        connection = Schema.Open(path, options);
        Schema.Create(connection);
        options.Opened?.Invoke(connection);
        statements = new(connection);
        using (var last = statements.LastMessage.Query()) lastMessage = last.Read() ? last.GetInt64(0) : 0;
        thread = new(Write) { IsBackground = true, Name = "engine journal" };
        thread.Start();
    }

    /// <summary>Flushed transactions since the start.</summary>
    public long Commits { get; private set; }

    /// <summary>For what cannot be done inside a transaction, and only on the writer's thread.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The next number of a message; on the writer's thread only.</summary>
    public long NextMessage() => ++lastMessage;

    /// <exception cref="EngineStorageException">The entry could not be written; nothing of it is on disk.</exception>
    public Task WriteAsync(JournalEntry entry)
    {
        lock (gate)
        {
            if (closed) entry.Fail(new("The engine is closed"));
            else waiting.Add(entry);
            if (!closed && waiting.Count == 1) arrived.Release();
        }

        return entry.Written;
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (closed) return;
            closed = true;
            arrived.Release();
        }

        thread.Join();
        statements.Dispose();
        connection.Dispose(); // the last connection to close folds the log into the file
        arrived.Dispose();
    }

    private void Write()
    {
        while (true)
        {
            arrived.Wait();
            List<JournalEntry> group;
            bool last;
            lock (gate) (group, waiting, last) = (waiting, [], closed);
            if (group.Count > 0) WriteGroup(group);
            if (last) return;
        }
    }

    private void WriteGroup(List<JournalEntry> group)
    {
        try
        {
            statements.Begin.Execute();
            foreach (var entry in group) entry.Write(statements);
            statements.Commit.Execute();
            if (options.FlushDelay > TimeSpan.Zero) Thread.Sleep(options.FlushDelay);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or ExternalException)
        {
            RollBack();
            if (group.Count > 1 && !IsOutage(failure))
            {
                foreach (var entry in group) WriteGroup([entry]); // one bad entry must not refuse the others for ever
                return;
            }

            var told = new EngineStorageException($"The engine's file could not be written ({Word(failure)})", failure);
            foreach (var entry in group) entry.Fail(told);
            return;
        }

        Commits++;
        options.AfterCommit?.Invoke(Commits);
        foreach (var entry in group) Tell(entry);
        foreach (var entry in group) entry.Complete();
    }

    private static void Tell(JournalEntry entry)
    {
        try
        {
            entry.Committed();
        }
        catch (EngineStorageException failure)
        {
            entry.Fail(failure);
        }
    }

    private void RollBack()
    {
        try
        {
            statements.Rollback.Execute();
        }
        catch (SqliteException)
        {
            // SQLite had rolled back by itself, as it does when the disk is full
        }
    }

    /// <summary>Busy, locked, out of memory, input/output, full: it would meet each entry alike.</summary>
    private static bool IsOutage(Exception failure) => failure is not SqliteException sqlite || sqlite.SqliteErrorCode is 5 or 6 or 7 or 10 or 13;

    private static string Word(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => "locked",
        SqliteException { SqliteErrorCode: 13 } => "full",
        SqliteException sqlite => $"SQLite {sqlite.SqliteErrorCode}",
        _ => "input/output",
    };
}
