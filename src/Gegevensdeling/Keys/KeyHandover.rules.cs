namespace Gegevensdeling.Keys;

/// <summary>
/// Who is told what in a handover. The giver hears what follows from giving alone; that the exchange ended in between is told to the
/// receiver only (W12, R13).
/// </summary>
public static class KeyHandoverRules
{
    /// <summary>What is told at once when a message was heard; null when nothing is.</summary>
    public static HandoverNotice? NoticeFor(KeyHandoverCourse before, KeyHandoverMessage message) => message switch
    {
        KeyHandoverMessage.Revealed => HandoverNotice.GiverWipes,
        KeyHandoverMessage.Received => HandoverNotice.ReceiverWipes,
        KeyHandoverMessage.Closed when before is { Revealed: true, Received: false } => HandoverNotice.ReceiverWipes,
        _ => null,
    };

    /// <summary>Who is reminded of what when the handover hangs.</summary>
    public static IEnumerable<HandoverNotice> RemindersFor(KeyHandoverCourse course)
    {
        if (!course.Revealed)
        {
            yield return HandoverNotice.NotRevealed;
            yield break;
        }

        if (!course.WipedByGiver)
            yield return HandoverNotice.GiverWipes;
        if (course is { Received: false, Closed: false })
            yield return HandoverNotice.NotConfirmed;
        else if (!course.WipedByReceiver)
            yield return HandoverNotice.ReceiverWipes;
    }
}
