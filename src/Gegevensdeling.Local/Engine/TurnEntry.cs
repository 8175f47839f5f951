namespace Gegevensdeling.Local.Engine;

/// <summary>All that one pass over an instance changed: its new turns and everything that follows from them, or nothing at all.</summary>
internal sealed class TurnEntry(long key, string id) : JournalEntry
{
    /// <summary>The number of the first of <see cref="Turns"/>.</summary>
    public int FirstTurn { get; init; }

    public required IReadOnlyList<string> Turns { get; init; }

    public required IReadOnlyList<string> MessagesRead { get; init; }

    public required IReadOnlyList<ChildStart> Children { get; init; }

    /// <summary>Ended sub-orchestrations whose outcome this instance has now taken note of.</summary>
    public required IReadOnlyList<string> Reported { get; init; }

    /// <summary>Complete, Fail or ContinueAsNew; null while it goes on.</summary>
    public Decision? End { get; init; }

    /// <summary>The new wake-up marks; null where they stay as they were.</summary>
    public WakeMarks? Marks { get; init; }

    public override void Write(JournalStatements journal)
    {
        for (var i = 0; i < Turns.Count && End is not Decision.ContinueAsNew; i++) journal.InsertTurn.Execute(key, FirstTurn + i, Turns[i]);
        foreach (var message in MessagesRead) journal.ReadMessage.Execute(id, message);
        foreach (var child in Children)
        {
            child.Started = journal.InsertInstance.Execute(child.Id, child.Name, child.Version, child.Input, id, child.Execution, child.Task, 1) == 1;
        }

        foreach (var child in Reported) journal.Reported.Execute(child);
        switch (End)
        {
            case Decision.ContinueAsNew next:
                journal.DeleteTurns.Execute(key);
                journal.Continue.Execute(key, next.Input.Text);
                break;
            case Decision.Complete done: Finish(journal, InstanceStatus.Completed, done.Output.Text, null); break;
            case Decision.Fail failed: Finish(journal, InstanceStatus.Failed, null, failed.Code); break;
            default:
                if (Marks is { } marks) journal.Progress.Execute(key, marks.Ready ? 1 : 0, marks.Due?.UtcTicks);
                break;
        }
    }

    private void Finish(JournalStatements journal, InstanceStatus status, string? output, string? failure)
    {
        journal.Finish.Execute(key, (int)status, output, failure);
        journal.DeleteMessages.Execute(id);
    }
}

/// <summary>What makes an instance wake after a restart: work that was under way, or the earliest deadline.</summary>
internal readonly record struct WakeMarks(bool Ready, DateTimeOffset? Due);

/// <summary>A sub-orchestration to start in the same commit as the turn that called it.</summary>
internal sealed record ChildStart(string Id, string Name, int Version, string Input, int Execution, int Task)
{
    /// <summary>False when an instance of that id existed: each name serves once in the life of a parent.</summary>
    public bool Started { get; set; }
}

/// <summary>A message in the order of arrival.</summary>
internal sealed record Message(long Number, string Id, RawJson Payload);
