using Gegevensdeling.Calendar;

namespace Gegevensdeling.Keys;

/// <summary>
/// Who is told what in a handover. The giver hears what follows from giving alone; that the exchange ended in between is told to the
/// receiver only (W12, R13).
/// </summary>
public static class KeyHandoverRules
{
    /// <summary>
    /// Who hears last of a fact marks it as handled. A closing always goes with a message to the exchange, and another handover may still
    /// have to be told of a wiped key: marked before, a process that is killed in between would lose the rest.
    /// </summary>
    public static bool IsLastToHear(KeyHandoverMessage message) => message switch
    {
        KeyHandoverMessage.Closed => false,
        KeyHandoverMessage.Wiped wiped => wiped.Last,
        KeyHandoverMessage.Revealed or KeyHandoverMessage.Received => true,
        _ => throw new InvalidOperationException($"A message that no rule knows: {message.GetType().Name}"),
    };

    /// <summary>What is told at once when a message was heard; null when nothing is.</summary>
    public static HandoverNotice? NoticeFor(KeyHandoverCourse before, KeyHandoverMessage message) => message switch
    {
        KeyHandoverMessage.Revealed => HandoverNotice.GiverWipes,
        KeyHandoverMessage.Received => HandoverNotice.ReceiverWipes,
        KeyHandoverMessage.Closed when before is { Revealed: true, Received: false, Closed: false } => HandoverNotice.ReceiverWipes,
        _ => null,
    };

    /// <summary>When somebody is reminded next; null once the DPOs were told.</summary>
    public static DateTimeOffset? NextReminder(KeyHandoverCourse course, IReadOnlyList<int> workingDays) =>
        course.ToldDpos ? null : LegalCalendar.AddWorkingDays(course.Since, workingDays[course.Reminders]);

    /// <summary>Who is reminded of what when the handover hangs; at the last term the DPOs of both parties.</summary>
    public static IEnumerable<HandoverNotice> RemindersFor(KeyHandoverCourse course, IReadOnlyList<int> workingDays)
    {
        if (course.Reminders == workingDays.Count - 1)
        {
            yield return HandoverNotice.ToDpos;
            yield break;
        }

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
