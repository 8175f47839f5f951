using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Where an answer is in its course, as far as reminders go. Carried from cycle to cycle; holds nothing of a person.</summary>
/// <param name="Since">When the present phase began.</param>
/// <param name="Receipts">How often receipt was asked for.</param>
/// <param name="Heads">How often the head of service heard of it.</param>
/// <param name="Needs">How often it was asked whether the file is still needed; in the last phase, how often for the declaration.</param>
/// <param name="Warned">The service knows that the term ends soon.</param>
public sealed record AnswerCourse(DateTimeOffset Since, int Receipts, int Heads, int Needs, bool Warned, bool Received, ErasureReason? End, bool Declared)
{
    public static AnswerCourse DeliveredAt(DateTimeOffset now) => new(now, 0, 0, 0, false, false, null, false);

    public AnswerCourse After(AnswerMessage message, DateTimeOffset now) => message switch
    {
        AnswerMessage.Received => Received ? this : this with { Since = now, Received = true },
        AnswerMessage.Ended ended => EndedBy(ended.Reason, now),
        AnswerMessage.Declared => this with { Declared = true },
        AnswerMessage.MailAsked or AnswerMessage.MailApproved or AnswerMessage.HandoverBegun or AnswerMessage.KeyLost => this,
        _ => throw new InvalidOperationException($"A message that no rule knows: {message.GetType().Name}"),
    };

    /// <summary>Over, by what somebody did or by the end of the term: what was asked before does not count for the declaration.</summary>
    public AnswerCourse EndedBy(ErasureReason reason, DateTimeOffset now) => End is not null ? this : this with { Since = now, Needs = 0, End = reason };

    public AnswerCourse After(AnswerReminder reminder) => reminder switch
    {
        AnswerReminder.Receipt => this with { Receipts = Receipts + 1 },
        AnswerReminder.ReceiptHead => this with { Heads = Heads + 1 },
        AnswerReminder.StillNeeded or AnswerReminder.Declaration => this with { Needs = Needs + 1 },
        AnswerReminder.TermNears => this with { Warned = true },
        AnswerReminder.MailApproval => this,
        _ => throw new InvalidOperationException($"A reminder that no rule knows: {reminder}"),
    };
}

/// <summary>
/// Who is reminded when (P12, P13), in Belgian working days (W20):
/// <list type="bullet">
/// <item>not received: the service, and later the head of service, again and again;</item>
/// <item>received: every so many months whether the file is still needed;</item>
/// <item>some days before the end of the longest term: that the file goes. That end wins over everything, and is no reminder.</item>
/// </list>
/// </summary>
public static class AnswerReminders
{
    /// <summary>The next reminder; none of its own where only the end of the term is left.</summary>
    public static (AnswerReminder? Reminder, DateTimeOffset At) Next(AnswerCourse course, GroeipakketTerms terms, DateTimeOffset until)
    {
        (AnswerReminder? Reminder, DateTimeOffset At)[] all = [(null, until), .. Candidates(course, terms, until)]; // of two at one moment the first: the end
        return all.MinBy(one => one.At);
    }

    /// <summary>When the service is asked again to declare its own copies gone; null when that was done, or asked often enough.</summary>
    public static DateTimeOffset? NextDeclaration(AnswerCourse course, GroeipakketTerms terms) =>
        course.Declared || course.Needs >= GroeipakketTerms.MostDeclarations ? null : LegalCalendar.AddWorkingDays(course.Since, terms.Every * course.Needs);

    private static IEnumerable<(AnswerReminder? Reminder, DateTimeOffset At)> Candidates(AnswerCourse course, GroeipakketTerms terms, DateTimeOffset until)
    {
        if (!course.Warned)
            yield return (AnswerReminder.TermNears, until.AddDays(-terms.LastWarning));
        if (course.Received)
        {
            yield return (AnswerReminder.StillNeeded, LegalCalendar.StartOf(LegalCalendar.DateOf(course.Since).AddMonths(terms.RelevanceEvery * (course.Needs + 1))));
            yield break;
        }

        yield return (AnswerReminder.Receipt, LegalCalendar.AddWorkingDays(course.Since, terms.ReceiptAfter + (terms.Every * course.Receipts)));
        yield return (AnswerReminder.ReceiptHead, LegalCalendar.AddWorkingDays(course.Since, terms.HeadAfter + (terms.Every * course.Heads)));
    }
}
