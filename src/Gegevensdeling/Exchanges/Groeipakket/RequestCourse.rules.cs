using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What the check of the rows came to.</summary>
public enum CheckOutcome
{
    /// <summary>Every row is right: the team can answer.</summary>
    Ready,

    /// <summary>There are wrong rows: the requester corrects, or goes on without them.</summary>
    WrongRows,

    /// <summary>It cannot be a request, or has ended meanwhile.</summary>
    Over,
}

/// <summary>Where a request waits.</summary>
public enum RequestPhase
{
    /// <summary>For its key, or to be checked.</summary>
    Key,

    /// <summary>For the requester's word on wrong rows.</summary>
    Requester,

    /// <summary>For the team.</summary>
    Team,

    /// <summary>The answer is on its way; its own orchestration asks for receipt.</summary>
    Answered,
}

/// <summary>Where a request is in its course, as far as reminders go. Carried from cycle to cycle; holds nothing of a person.</summary>
/// <param name="Since">When the present phase began.</param>
/// <param name="Given">How often somebody was reminded in it.</param>
/// <param name="Warned">Both sides know that the term ends soon.</param>
public sealed record RequestCourse(RequestPhase Phase, DateTimeOffset Since, int Given, bool Warned, bool Fetched, ErasureReason? End, bool Declared)
{
    public static RequestCourse StartedAt(DateTimeOffset now) => new(RequestPhase.Key, now, 0, false, false, null, false);

    public RequestCourse After(RequestMessage message, DateTimeOffset now) => message switch
    {
        RequestMessage.WentOn => In(RequestPhase.Team, now),
        RequestMessage.Answered => In(RequestPhase.Answered, now),
        RequestMessage.Ended ended => EndedBy(ended.Reason, now),
        RequestMessage.Declared => this with { Declared = true },
        RequestMessage.HandoverBegun or RequestMessage.KeyEntered => this,
        _ => throw new InvalidOperationException($"A message that no rule knows: {message.GetType().Name}"),
    };

    /// <summary>Over, by what somebody did or by the end of the term: what was asked before does not count for the declaration.</summary>
    public RequestCourse EndedBy(ErasureReason reason, DateTimeOffset now) => End is not null ? this : this with { Since = now, Given = 0, End = reason };

    /// <summary>After the rows were judged.</summary>
    public RequestCourse After(CheckedRows rows, DateTimeOffset now) => rows.Outcome switch
    {
        CheckOutcome.Ready => In(RequestPhase.Team, now),
        CheckOutcome.WrongRows => In(RequestPhase.Requester, now),
        CheckOutcome.Over => this with { Since = now, Given = 0, End = End ?? rows.End },
        _ => throw new InvalidOperationException($"An outcome that no rule knows: {rows.Outcome}"),
    };

    public RequestCourse After(RequestReminder reminder) => reminder == RequestReminder.TermNears ? this with { Warned = true } : this with { Given = Given + 1 };

    private RequestCourse In(RequestPhase phase, DateTimeOffset now) => End is null ? this with { Phase = phase, Since = now, Given = 0 } : this;
}

/// <summary>Who is reminded when, in Belgian working days (W20); the longest term of P12 comes last and is none.</summary>
public static class RequestReminders
{
    /// <summary>The next reminder, or null where only the end of the term is left.</summary>
    public static (RequestReminder? Reminder, DateTimeOffset At) Next(RequestCourse course, GroeipakketTerms terms, DateTimeOffset until)
    {
        (RequestReminder? Reminder, DateTimeOffset At)[] all = [(null, until), .. Candidates(course, terms, until)]; // of two at one moment the first: the end
        return all.MinBy(one => one.At);
    }

    /// <summary>When the team is asked to declare that what it fetched is gone (P13); null when it has, or was asked often enough.</summary>
    public static DateTimeOffset? NextDeclaration(RequestCourse course, bool fetched, GroeipakketTerms terms) =>
        course.Declared || !fetched || course.Given >= GroeipakketTerms.MostDeclarations ? null : LegalCalendar.AddWorkingDays(course.Since, terms.Every * course.Given);

    private static IEnumerable<(RequestReminder? Reminder, DateTimeOffset At)> Candidates(RequestCourse course, GroeipakketTerms terms, DateTimeOffset until)
    {
        if (course.Phase == RequestPhase.Requester)
            yield return (RequestReminder.WrongRows, LegalCalendar.AddWorkingDays(course.Since, terms.RequesterAfter + (terms.Every * course.Given)));
        if (course.Phase == RequestPhase.Team)
            yield return (RequestReminder.Answer, LegalCalendar.AddWorkingDays(course.Since, terms.AnswerAfter + (terms.Every * course.Given)));
        if (!course.Warned)
            yield return (RequestReminder.TermNears, until.AddDays(-terms.LastWarning));
    }
}
