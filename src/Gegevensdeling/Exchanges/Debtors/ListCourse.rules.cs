using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Listing;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What time asks of the list.</summary>
public enum ListDue
{
    /// <summary>Nothing: it looks again.</summary>
    Nothing,

    /// <summary>D12.</summary>
    Move,

    /// <summary>W18.</summary>
    Review,
}

/// <summary>Where the list is in its course. Carried from cycle to cycle; holds dates and counts, nothing of a person.</summary>
/// <param name="Number">Of the latest version it heard of: an older one that comes late changes nothing.</param>
/// <param name="MovesAt">When it leaves the shared drive; null when it has, or before the first comparison.</param>
/// <param name="Reviews">When pauses are to be looked at.</param>
/// <param name="AskedAt">When that was last asked.</param>
public sealed record ListCourse(int Number, DateTimeOffset? MovesAt, IReadOnlyList<ReviewCount> Reviews, DateTimeOffset? AskedAt, ErasureReason? End)
{
    public static ListCourse Begun { get; } = new(0, null, [], null, null);

    public ListCourse After(ListMessage message) => message switch
    {
        ListMessage.VersionMade made => made.Number <= Number ? this : this with { Number = made.Number, MovesAt = made.MovesAt ?? MovesAt, Reviews = made.Reviews },
        ListMessage.Ended ended => this with { End = End ?? ended.Reason },
        _ => throw new InvalidOperationException($"A message that no rule knows: {message.GetType().Name}"),
    };

    public ListCourse After(ListDue due, DateTimeOffset now) => due switch
    {
        ListDue.Move => this with { MovesAt = null },
        ListDue.Review => this with { AskedAt = now },
        ListDue.Nothing => this,
        _ => throw new InvalidOperationException($"A due thing that no rule knows: {due}"),
    };
}

/// <summary>When the list is moved (D12), and when somebody is asked to look at pauses (W18): at their date, and again while nobody did. A pause never ends by itself.</summary>
public static class ListReminders
{
    public static (ListDue Due, DateTimeOffset At) Next(ListCourse course, DebtorTerms terms, DateTimeOffset now)
    {
        (ListDue Due, DateTimeOffset At)[] all = [.. Candidates(course, terms), (ListDue.Nothing, now + DebtorTerms.Idle)];
        return all.MinBy(one => one.At);
    }

    private static IEnumerable<(ListDue Due, DateTimeOffset At)> Candidates(ListCourse course, DebtorTerms terms)
    {
        if (course.MovesAt is { } moves)
            yield return (ListDue.Move, moves);
        if (course.Reviews.Count == 0)
            yield break;
        var first = LegalCalendar.StartOf(course.Reviews.Min(review => review.On));
        var again = course.AskedAt is { } asked && asked >= first ? LegalCalendar.AddWorkingDays(asked, terms.Every) : first;

        // Asked for the earlier ones: what becomes due meanwhile is asked at its own date.
        var next = course.Reviews.Select(review => LegalCalendar.StartOf(review.On)).Where(at => at > (course.AskedAt ?? DateTimeOffset.MinValue)).Append(again).Min();
        yield return (ListDue.Review, next);
    }
}
