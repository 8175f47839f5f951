namespace Gegevensdeling.Keys;

/// <summary>Who is reminded of what in a handover.</summary>
public static class KeyHandoverRules
{
    public static HandoverNotice ReminderFor(KeyHandoverCourse course) => course switch
    {
        { Received: true } or { Closed: true } => HandoverNotice.WipeNow,
        { Revealed: true } => HandoverNotice.NotConfirmed,
        _ => HandoverNotice.NotRevealed,
    };
}
