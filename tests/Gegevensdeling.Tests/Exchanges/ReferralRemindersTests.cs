using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>
/// The rule in words: unopened, the sender and the colleagues hear it after one working day and the head of service after two, then
/// every reminder interval; opened, the worker hears it every interval and the head from the escalation on; past the OCMW's own term
/// the worker is asked once to decide. Nothing ever ends by age.
/// </summary>
public sealed class ReferralRemindersTests
{
    private static readonly ReferralTerms Terms = Referrals.Terms;

    [Fact]
    [Requirement("W3", "W4")]
    public void Unopened_it_is_told_to_sender_colleagues_and_head_in_that_order() =>
        Assert.Equal(
            [(Reminder.Unopened, "03/03"), (Reminder.Untaken, "03/03"), (Reminder.UnopenedHeadOfService, "04/03"), (Reminder.UnopenedHeadOfService, "11/03")],
            Given(ReferralCourse.SentAt(Referrals.Begin), Terms).Take(4));

    [Fact]
    [Requirement("W4")]
    public void Taken_the_colleagues_are_left_alone() =>
        Assert.DoesNotContain(Given(ReferralCourse.SentAt(Referrals.Begin).After(new ReferralMessage.Taken("1"), Referrals.Begin), Terms).Take(10), one => one.Reminder == Reminder.Untaken);

    [Fact]
    [Requirement("W10")]
    public void The_decision_on_an_unreachable_client_is_asked_once_and_not_after_contact()
    {
        Assert.Single(Given(Opened(), Terms).Take(40), one => one.Reminder == Reminder.DecideUnreachable);
        Assert.DoesNotContain(Given(Opened().After(new ReferralMessage.ContactMade("2"), Referrals.Begin), Terms).Take(40), one => one.Reminder == Reminder.DecideUnreachable);
        Assert.Equal(LegalCalendar.AddWorkingDays(Referrals.Begin, Terms.UnreachableAfter), ReferralReminders.UnreachableFrom(Referrals.Begin, Terms));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("R9")]
    public void For_three_years_it_is_reminded_again_and_again_and_never_ends(bool opened)
    {
        var course = opened ? Opened() : ReferralCourse.SentAt(Referrals.Begin);
        var (last, now) = (Referrals.Begin, Referrals.Begin);
        while (now < Referrals.Begin.AddYears(3))
        {
            var (reminder, at) = ReferralReminders.Next(course, Terms);
            now = at > now ? at : now;
            course = course.After(reminder);
            Assert.Null(course.End);
            Assert.True(now - last < TimeSpan.FromDays(16), $"silent from {last} to {now}");
            last = now;
        }
    }

    [Fact]
    [Requirement("R14")]
    public void The_interval_is_the_protocols()
    {
        var every = Given(Opened(), Terms with { ReminderEvery = 3 }).Where(one => one.Reminder == Reminder.ContactAndOutcome).Take(3).Select(one => one.On);
        Assert.Equal(["05/03", "10/03", "13/03"], every);
        Assert.Equal(Referrals.Mechelen.Referral!.FollowUp.ReminderEvery, Terms.ReminderEvery);
    }

    [Theory]
    [InlineData(2026, 4, 3, "07/04")] // Friday before Easter: Monday is a public holiday
    [InlineData(2026, 4, 30, "04/05")] // the eve of 1 May, a Friday
    [InlineData(2026, 7, 20, "22/07")]
    [InlineData(2026, 12, 24, "28/12")]
    [Requirement("W20")]
    public void Working_days_are_Belgian(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Given(ReferralCourse.SentAt(new(year, month, day, 9, 0, 0, TimeSpan.Zero)), Terms).First().On);

    [Fact]
    [Requirement("W3")]
    public void Contact_without_a_confirmed_receipt_is_no_longer_reminded_as_unopened()
    {
        var course = ReferralCourse.SentAt(Referrals.Begin).After(new ReferralMessage.ContactMade("1"), Referrals.Begin);
        Assert.All(Given(course, Terms).Take(10), one => Assert.True(one.Reminder is Reminder.ContactAndOutcome or Reminder.OutcomeHeadOfService));
    }

    [Fact]
    [Requirement("R13")]
    public void The_declaration_is_asked_a_limited_number_of_times_and_not_again_once_made()
    {
        var course = Opened().After(new ReferralMessage.Ended("3", ErasureReason.NoHelpWanted, true), Referrals.Begin);
        var asked = 0;
        for (; ReferralReminders.NextDeclaration(course, Terms) is not null; asked++)
            course = course.After(Reminder.Declaration);
        Assert.Equal(Terms.EscalationAfter / Terms.ReminderEvery, asked);
        Assert.Null(ReferralReminders.NextDeclaration(Opened().After(new ReferralMessage.Declared("4"), Referrals.Begin), Terms));
    }

    private static ReferralCourse Opened() => ReferralCourse.SentAt(Referrals.Begin).After(new ReferralMessage.Received("1"), Referrals.Begin);

    private static IEnumerable<(Reminder Reminder, string On)> Given(ReferralCourse course, ReferralTerms terms)
    {
        while (true)
        {
            var (reminder, at) = ReferralReminders.Next(course, terms);
            yield return (reminder, at.ToString("dd'/'MM", System.Globalization.CultureInfo.InvariantCulture));
            course = course.After(reminder);
        }
    }
}
