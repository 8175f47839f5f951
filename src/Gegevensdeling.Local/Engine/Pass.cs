namespace Gegevensdeling.Local.Engine;

/// <summary>What one pass over an instance gathers, to be written in one commit.</summary>
internal sealed class Pass(int firstTurn)
{
    /// <summary>More turns than this wait for the next commit, so that a loop without a wait cannot grow without bound.</summary>
    private const int MostTurns = 100;

    public int FirstTurn { get; } = firstTurn;

    public List<string> Turns { get; } = [];

    public List<string> MessagesRead { get; } = [];

    public List<ChildStart> Children { get; } = [];

    public List<string> Reported { get; } = [];

    public bool IsEmpty => Turns.Count == 0 && Reported.Count == 0;

    public bool IsFull => Turns.Count >= MostTurns;

    public void Add(Turn turn, int execution)
    {
        Turns.Add(turn.Write());
        if (turn.Event is HistoryEvent.MessageReceived read) MessagesRead.Add(read.Id);
        foreach (var call in turn.Decisions.OfType<Decision.CallSubOrchestration>())
        {
            Children.Add(new(call.Instance, call.Name, call.Version, call.Input.Text, execution, call.Task));
        }
    }
}
