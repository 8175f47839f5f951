using Gegevensdeling.Evidence;
using Gegevensdeling.Calendar;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>Where a referral is in its course, as far as reminders go. Carried from cycle to cycle; holds nothing of the person.</summary>
/// <param name="Since">When the present phase began.</param>
/// <param name="Given">The reminders of this phase so far.</param>
/// <param name="Seen">Somebody at the OCMW had seen the content when it ended.</param>
public sealed record ReferralCourse(
    DateTimeOffset Since, IReadOnlyList<Reminder> Given, bool Taken, bool Received, bool Contact, bool Declared, ErasureReason? End, bool Seen)
{
    public static ReferralCourse SentAt(DateTimeOffset now) => new(now, [], false, false, false, false, null, false);

    public ReferralCourse After(ReferralMessage message, DateTimeOffset now) => message switch
    {
        ReferralMessage.Taken => this with { Taken = true },
        ReferralMessage.Received => Received ? this : this with { Since = now, Given = [], Received = true },

        // Opened with 7-Zip, nobody need confirm it: who reached the client has the referral, and is asked for the outcome from now on.
        ReferralMessage.ContactMade => (Received ? this : this with { Since = now, Given = [], Received = true }) with { Contact = true },
        ReferralMessage.Ended ended => this with { Since = now, Given = [], End = ended.End, Seen = ended.Seen },
        ReferralMessage.Declared => this with { Declared = true },
        ReferralMessage.KeyRequested or ReferralMessage.KeyLost => this,
        _ => throw new InvalidOperationException($"A message that no rule knows: {message.GetType().Name}"),
    };

    public ReferralCourse After(Reminder reminder) => this with { Given = [.. Given, reminder] };

    public int Count(Reminder reminder) => Given.Count(given => given == reminder);
}

/// <summary>
/// Who is reminded when (R9, R14, W3, W4, W10), in Belgian working days (W20):
/// <list type="bullet">
/// <item>unopened: the sender, who telephones, and the colleagues if nobody took it; then the head of service, again and again;</item>
/// <item>opened: contact and outcome, again and again, at last to the head of service too; there is no maximum age;</item>
/// <item>opened without contact past the OCMW's own term: the worker is asked to decide 'onbereikbaar';</item>
/// <item>ended: the OCMW is asked to declare its own copies gone, a limited number of times.</item>
/// </list>
/// </summary>
public static class ReferralReminders
{
    public static (Reminder Reminder, DateTimeOffset At) Next(ReferralCourse course, ReferralTerms terms) =>
        Candidates(course, terms)
            .Select(candidate => (candidate.Reminder, At: LegalCalendar.AddWorkingDays(course.Since, candidate.Days)))
            .MinBy(candidate => (candidate.At, candidate.Reminder));

    /// <summary>From when a worker may decide that the client cannot be reached (W10).</summary>
    public static DateTimeOffset UnreachableFrom(DateTimeOffset received, ReferralTerms terms) =>
        LegalCalendar.AddWorkingDays(received, terms.UnreachableAfter);

    /// <summary>When the OCMW is asked again to declare its own copies gone; null when that was done, or asked often enough.</summary>
    public static DateTimeOffset? NextDeclaration(ReferralCourse course, ReferralTerms terms)
    {
        var days = terms.ReminderEvery * (course.Given.Count + 1);
        return course.Declared || days > terms.EscalationAfter ? null : LegalCalendar.AddWorkingDays(course.Since, days);
    }

    private static IEnumerable<(Reminder Reminder, int Days)> Candidates(ReferralCourse course, ReferralTerms terms)
    {
        int Again(Reminder reminder) => terms.ReminderEvery * course.Count(reminder);
        bool Once(Reminder reminder) => course.Count(reminder) == 0;

        if (course.Received)
        {
            yield return (Reminder.ContactAndOutcome, terms.ReminderEvery + Again(Reminder.ContactAndOutcome));
            yield return (Reminder.OutcomeHeadOfService, terms.EscalationAfter + Again(Reminder.OutcomeHeadOfService));
            if (!course.Contact && Once(Reminder.DecideUnreachable))
                yield return (Reminder.DecideUnreachable, terms.UnreachableAfter);
            yield break;
        }

        if (Once(Reminder.Unopened))
            yield return (Reminder.Unopened, terms.UnopenedAfter);
        if (!course.Taken && Once(Reminder.Untaken))
            yield return (Reminder.Untaken, terms.UntakenAfter);
        yield return (Reminder.UnopenedHeadOfService, terms.UntakenHeadAfter + Again(Reminder.UnopenedHeadOfService));
    }
}
