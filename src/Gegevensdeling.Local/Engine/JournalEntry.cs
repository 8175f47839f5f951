namespace Gegevensdeling.Local.Engine;

/// <summary>One thing to write. Entries that are ready together share a transaction and its flush.</summary>
internal abstract class JournalEntry
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the entry is on disk, or faults with <see cref="EngineStorageException"/> when nothing of it is.</summary>
    public Task Written => done.Task;

    /// <summary>Writes into the open transaction; may run again after a failure.</summary>
    public abstract void Write(JournalStatements journal);

    /// <summary>On the writer's thread, in the order of the journal, after the commit and before <see cref="Written"/>.</summary>
    /// <exception cref="EngineStorageException">What had to follow the commit was not done; the caller is told.</exception>
    public virtual void Committed()
    {
    }

    public void Complete() => done.TrySetResult();

    public void Fail(EngineStorageException failure)
    {
        done.TrySetException(failure);
        _ = done.Task.Exception; // a caller that stopped waiting leaves no unobserved exception
    }
}

internal sealed class StartEntry(string id, string name, int version, string input, Action<string> committed) : JournalEntry
{
    public bool Started { get; private set; }

    public override void Write(JournalStatements journal) =>
        Started = journal.InsertInstance.Execute(id, name, version, input, null, null, null, 1) == 1;

    public override void Committed()
    {
        if (Started) committed(id);
    }
}

internal sealed class SendEntry(string id, string message, string payload, Func<long> number, Action<string, Message> committed) : JournalEntry
{
    private Message? written;

    public override void Write(JournalStatements journal)
    {
        var next = new Message(number(), message, new(payload));
        written = journal.InsertMessage.Execute(id, message, next.Number, payload) == 1 ? next : null;
    }

    public override void Committed()
    {
        if (written is not null) committed(id, written);
    }
}

/// <summary>Stops an instance whose code no longer fits, or lets it try again.</summary>
internal sealed class StatusEntry(string id, string? step, Action? committed = null) : JournalEntry
{
    public bool Changed { get; private set; }

    public override void Write(JournalStatements journal) =>
        Changed = (step is null ? journal.Resume.Execute(id) : journal.Stop.Execute(id, step)) == 1;

    public override void Committed() => committed?.Invoke();
}
