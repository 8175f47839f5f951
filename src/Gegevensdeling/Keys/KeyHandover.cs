using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Keys;

/// <summary>One handover of one key, in the roles that the protocol gives (W1).</summary>
/// <param name="Exchange">The exchange whose archive the key opens.</param>
/// <param name="Number">From 1; an interrupted reveal begins the next.</param>
/// <param name="ReminderWorkingDays">Belgian working days after the last step, rising; at the last one both DPOs are told.</param>
/// <param name="Course">Where a new cycle goes on; null at the start.</param>
public sealed record KeyHandoverInput(ExchangeId Exchange, int Number, IReadOnlyList<int> ReminderWorkingDays, KeyHandoverCourse? Course);

/// <summary>How far a handover is.</summary>
/// <param name="Since">When it began, or when the key was revealed. The end of the exchange does not move it: the giver must not see that end in the rhythm of messages (W12, R13).</param>
/// <param name="ToldDpos">Every reminder was given and the DPOs know.</param>
public sealed record KeyHandoverCourse(
    bool Revealed, bool Received, bool WipedByGiver, bool WipedByReceiver, bool Closed, int Reminders, DateTimeOffset Since, bool ToldDpos)
{
    public static KeyHandoverCourse AskedAt(DateTimeOffset now) => new(false, false, false, false, false, 0, now, false);

    /// <summary>Nothing is left to wait for: wiped on both sides, or no longer needed and never revealed or already with the DPOs.</summary>
    public bool Finished => (WipedByGiver && WipedByReceiver) || (Closed && (!Revealed || ToldDpos));

    public KeyHandoverCourse After(KeyHandoverMessage message, DateTimeOffset now) => message switch
    {
        KeyHandoverMessage.Revealed => this with { Revealed = true, Reminders = 0, Since = now, ToldDpos = false },
        KeyHandoverMessage.Received => this with { Received = true },
        KeyHandoverMessage.Wiped { ByGiver: true } => this with { WipedByGiver = true },
        KeyHandoverMessage.Wiped => this with { WipedByReceiver = true },
        KeyHandoverMessage.Closed => this with { Closed = true },
        _ => throw new InvalidOperationException($"A message that no rule knows: {message.GetType().Name}"),
    };

    public KeyHandoverCourse AfterReminder(IReadOnlyList<int> workingDays) => this with { Reminders = Reminders + 1, ToldDpos = Reminders + 1 >= workingDays.Count };
}

/// <summary>What a handover hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "bericht")]
[JsonDerivedType(typeof(Revealed), "getoond")]
[JsonDerivedType(typeof(Received), "ontvangen")]
[JsonDerivedType(typeof(Wiped), "gewist")]
[JsonDerivedType(typeof(Closed), "gesloten")]
public abstract record KeyHandoverMessage : OrchestrationMessage
{
    private KeyHandoverMessage(string id)
        : base(id)
    {
    }

    public sealed record Revealed(string Id) : KeyHandoverMessage(Id);

    public sealed record Received(string Id) : KeyHandoverMessage(Id);

    /// <param name="Id">The id of the fact.</param>
    /// <param name="ByGiver">Attested by the giver; otherwise by the receiver.</param>
    /// <param name="Last">No other handover is told of this fact after this one.</param>
    public sealed record Wiped(string Id, bool ByGiver, bool Last) : KeyHandoverMessage(Id);

    /// <summary>The exchange ended, or another handover took the place of this one.</summary>
    public sealed record Closed(string Id) : KeyHandoverMessage(Id);
}

/// <summary>What a handover tells whom.</summary>
public enum HandoverNotice
{
    /// <summary>To the giver: the receiver asks for the key.</summary>
    Asked,

    /// <summary>To the giver: it has not been handed over yet.</summary>
    NotRevealed,

    /// <summary>To the receiver: confirm that the key arrived.</summary>
    NotConfirmed,

    /// <summary>To the giver: wipe the key where it was noted.</summary>
    GiverWipes,

    /// <summary>To the receiver: the same.</summary>
    ReceiverWipes,

    /// <summary>To both DPOs: a handover hangs, or a wiped key was never attested.</summary>
    ToDpos,
}

/// <summary>One notice of one handover.</summary>
/// <param name="Step">Makes the notice the same one when the activity runs twice.</param>
public sealed record HandoverNoticeInput(ExchangeId Exchange, int Number, HandoverNotice Notice, Guid Step) : IStepOfExchange;

/// <summary>One fact of a handover that was handled.</summary>
public sealed record HandoverHandledInput(ExchangeId Exchange, string FactId) : IStepOfExchange;

/// <summary>The activities of a handover.</summary>
public static class KeyHandoverActivities
{
    public static Activity<HandoverNoticeInput, Done> Notify { get; } = new("SleutelMelden", RetryPolicy.Patient);

    /// <summary>Writes in the register that a fact was heard.</summary>
    public static Activity<HandoverHandledInput, Done> MarkHandled { get; } = new("SleutelAfhandelen", RetryPolicy.Patient);
}
