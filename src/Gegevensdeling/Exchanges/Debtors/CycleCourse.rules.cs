using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Where a month is in its course, as far as reminders go. Carried from cycle to cycle; holds nothing of a person.</summary>
/// <param name="Phase">The step that is waited for.</param>
/// <param name="Since">When that began.</param>
/// <param name="Given">How often somebody was reminded of it.</param>
/// <param name="HeadKnows">The head of that service heard it.</param>
/// <param name="Detailed">Phase 3 came before the municipality confirmed.</param>
/// <param name="Any">Somebody is both debtor and client: without anybody there is no phase 3.</param>
public sealed record CycleCourse(CyclePhase Phase, DateTimeOffset Since, int Given, bool HeadKnows, bool Detailed, bool Any, ErasureReason? End)
{
    public static CycleCourse OpenedAt(DateTimeOffset now) => new(CyclePhase.Debtors, now, 0, false, false, false, null);

    public CycleCourse After(CycleMessage message, DateTimeOffset now) => message switch
    {
        CycleMessage.DebtorsDelivered => In(CyclePhase.Clients, now),
        CycleMessage.Listed listed => In(CyclePhase.Release, now) with { Any = listed.Any },
        CycleMessage.Released released => In(CyclePhase.Confirm, now) with { Any = released.Any ?? Any },
        CycleMessage.Confirmed => In(Detailed || !Any ? CyclePhase.Done : CyclePhase.Details, now),
        CycleMessage.Detailed => Phase == CyclePhase.Details ? In(CyclePhase.Done, now) : this with { Detailed = true },
        CycleMessage.Ended ended => this with { End = End ?? ended.Reason },
        _ => throw new InvalidOperationException($"A message that no rule knows: {message.GetType().Name}"),
    };

    public CycleCourse After(CycleReminder reminder) => reminder == CycleReminder.Head ? this with { HeadKnows = true } : this with { Given = Given + 1 };

    public CycleCourse Closed() => this with { End = End ?? ErasureReason.TermEnded };

    private CycleCourse In(CyclePhase phase, DateTimeOffset now) => this with { Phase = phase, Since = now, Given = 0, HeadKnows = false };
}

/// <summary>Who is reminded when, in Belgian working days (W20); the end of the month comes last and is none.</summary>
public static class CycleReminders
{
    /// <summary>The next reminder, or null where only the end of the month is left.</summary>
    public static (CycleReminder? Reminder, DateTimeOffset At) Next(CycleCourse course, DebtorTerms terms, DateTimeOffset closes)
    {
        (CycleReminder? Reminder, DateTimeOffset At)[] all = [(null, closes), .. Candidates(course, terms)]; // of two at one moment the first: the end
        return all.MinBy(one => one.At);
    }

    private static IEnumerable<(CycleReminder? Reminder, DateTimeOffset At)> Candidates(CycleCourse course, DebtorTerms terms)
    {
        if (After(course.Phase, terms) is not { } days)
            yield break;
        yield return (CycleReminder.Step, LegalCalendar.AddWorkingDays(course.Since, days + (terms.Every * course.Given)));
        if (!course.HeadKnows)
            yield return (CycleReminder.Head, LegalCalendar.AddWorkingDays(course.Since, terms.Head));
    }

    private static int? After(CyclePhase phase, DebtorTerms terms) => phase switch
    {
        CyclePhase.Debtors => terms.Delivery,
        CyclePhase.Clients => terms.Clients,
        CyclePhase.Release => terms.Release,
        CyclePhase.Confirm => terms.Confirm,
        CyclePhase.Details => terms.Details,
        CyclePhase.Done => null,
        _ => throw new InvalidOperationException($"A phase that no rule knows: {phase}"),
    };
}
