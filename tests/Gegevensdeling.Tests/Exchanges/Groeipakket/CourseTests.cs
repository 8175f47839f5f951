using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket;

/// <summary>
/// The rule in words: wrong rows are asked about after three working days and then every ten, an answer after ten and every ten, receipt after three and every
/// ten, the head of service after ten; what was received every two months. Thirty days before the year both sides are warned once. The end of the year wins over
/// all of it, and afterwards a declaration is asked at most three times, counted from then.
/// </summary>
public sealed class CourseTests
{
    private static readonly GroeipakketTerms Terms = GroeipakketTerms.Of(Requests.Turnhout);
    private static readonly DateTimeOffset Until = GroeipakketTerms.Until(Requests.Turnhout, Requests.Turnhout.Registry(), Requests.Begin);

    [Fact]
    [Requirement("P12", "W20")]
    public void The_year_ends_at_the_start_of_its_day_in_Brussels_also_for_what_came_just_before_midnight()
    {
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 23, 0, 0, TimeSpan.Zero), Until);
        Assert.Equal(Until, AnswerKind.UntilOf(Requests.Turnhout, new DateTimeOffset(2026, 3, 2, 22, 59, 59, TimeSpan.Zero)));
        Assert.Equal(Until.AddDays(1), AnswerKind.UntilOf(Requests.Turnhout, new DateTimeOffset(2026, 3, 2, 23, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateTimeOffset(2025, 2, 27, 23, 0, 0, TimeSpan.Zero), AnswerKind.UntilOf(Requests.Turnhout, new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(RequestPhase.Key)]
    [InlineData(RequestPhase.Requester)]
    [InlineData(RequestPhase.Team)]
    [InlineData(RequestPhase.Answered)]
    [Requirement("P12", "W13")]
    public void In_every_phase_a_request_comes_to_its_year_with_one_warning_and_with_no_reminder_after_it(RequestPhase phase)
    {
        var (course, given, last) = (RequestCourse.StartedAt(Requests.Begin) with { Phase = phase }, new List<RequestReminder>(), Requests.Begin);
        while (RequestReminders.Next(course, Terms, Until) is { Reminder: { } reminder } next)
        {
            Assert.InRange(next.At, last, Until);
            (course, last) = (course.After(reminder), next.At);
            given.Add(reminder);
        }

        Assert.Single(given, RequestReminder.TermNears);
        var expected = phase switch { RequestPhase.Requester => RequestReminder.WrongRows, RequestPhase.Team => RequestReminder.Answer, _ => RequestReminder.TermNears };
        Assert.All(given, one => Assert.Contains(one, new[] { expected, RequestReminder.TermNears }));
        Assert.Equal(Until, RequestReminders.Next(course, Terms, Until).At);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("P12", "P13")]
    public void An_answer_comes_to_its_year_received_or_not(bool received)
    {
        var (course, given, last) = (AnswerCourse.DeliveredAt(Requests.Begin), new List<AnswerReminder>(), Requests.Begin);
        course = received ? course.After(new AnswerMessage.Received("1"), Requests.Begin) : course;
        while (AnswerReminders.Next(course, Terms, Until) is { Reminder: { } reminder } next)
        {
            Assert.InRange(next.At, last, Until);
            (course, last) = (course.After(reminder), next.At);
            given.Add(reminder);
        }

        Assert.Single(given, AnswerReminder.TermNears);
        Assert.Equal(received ? 5 : 0, given.Count(one => one == AnswerReminder.StillNeeded)); // the sixth would come on the day of the end itself
        Assert.Equal(received, !given.Contains(AnswerReminder.Receipt) && !given.Contains(AnswerReminder.ReceiptHead));
    }

    [Fact]
    [Requirement("P12", "P13")]
    public void After_the_end_a_declaration_is_asked_three_times_from_then_on_however_much_was_asked_before()
    {
        var answer = (AnswerCourse.DeliveredAt(Requests.Begin) with { Needs = 5 }).EndedBy(ErasureReason.TermEnded, Until);
        var request = (RequestCourse.StartedAt(Requests.Begin) with { Given = 25 }).EndedBy(ErasureReason.TermEnded, Until);
        for (var time = 0; time < 3; time++)
        {
            var at = LegalCalendar.AddWorkingDays(Until, Terms.Every * time);
            Assert.Equal((at, at), (AnswerReminders.NextDeclaration(answer, Terms)!.Value, RequestReminders.NextDeclaration(request, fetched: true, Terms)!.Value));
            (answer, request) = (answer.After(AnswerReminder.Declaration), request.After(RequestReminder.Declaration));
        }

        Assert.Null(AnswerReminders.NextDeclaration(answer, Terms));
        Assert.Null(RequestReminders.NextDeclaration(request, fetched: true, Terms));
        Assert.Null(RequestReminders.NextDeclaration(RequestCourse.StartedAt(Requests.Begin), fetched: false, Terms));
        Assert.Null(AnswerReminders.NextDeclaration(AnswerCourse.DeliveredAt(Requests.Begin).After(new AnswerMessage.Declared("1"), Requests.Begin), Terms));
    }
}
