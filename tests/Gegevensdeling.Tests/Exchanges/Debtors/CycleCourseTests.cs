using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>
/// The rule in words: whoever is to take the step hears it after the days of the protocol file and again every so many; the head of that service once, after more
/// days; a step that was taken begins the next one anew. The end of the month wins over all of it.
/// </summary>
public sealed class CycleCourseTests
{
    private static readonly DebtorTerms Terms = DebtorTerms.Of(Months.Maldegem);

    [Fact]
    [Requirement("D1", "W20")]
    public void In_a_month_without_a_delivery_the_municipality_is_reminded_until_it_closes()
    {
        var (course, given) = (CycleCourse.OpenedAt(Months.March.Opens), new List<string>());
        while (CycleReminders.Next(course, Terms, Months.March.Closes) is { Reminder: { } reminder } next)
        {
            given.Add($"{LegalCalendar.DateOf(next.At):dd/MM} {reminder}");
            course = course.After(reminder);
        }

        // De eerste maart 2026 is een zondag: er wordt geteld vanaf maandag.
        Assert.Equal(["05/03 Step", "12/03 Step", "12/03 Head", "19/03 Step", "26/03 Step"], given);
        Assert.Equal(Months.March.Closes, CycleReminders.Next(course, Terms, Months.March.Closes).At);
    }

    [Fact]
    public void Each_message_begins_the_next_step_and_a_month_without_clients_has_no_phase_3()
    {
        CyclePhase After(params CycleMessage[] messages) => messages.Aggregate(CycleCourse.OpenedAt(Months.Begin), (course, message) => course.After(message, Months.Begin)).Phase;
        CycleMessage delivered = new CycleMessage.DebtorsDelivered("1"), listed = new CycleMessage.Listed("2", Any: true), nobody = new CycleMessage.Listed("2", Any: false);
        CycleMessage released = new CycleMessage.Released("3"), confirmed = new CycleMessage.Confirmed("4"), detailed = new CycleMessage.Detailed("5");
        Assert.Equal(CyclePhase.Clients, After(delivered));
        Assert.Equal(CyclePhase.Release, After(delivered, listed));
        Assert.Equal(CyclePhase.Confirm, After(delivered, listed, released));
        Assert.Equal(CyclePhase.Details, After(delivered, listed, released, confirmed));
        Assert.Equal(CyclePhase.Done, After(delivered, listed, released, confirmed, detailed));
        Assert.Equal(CyclePhase.Done, After(delivered, listed, released, detailed, confirmed));
        Assert.Equal(CyclePhase.Done, After(delivered, nobody, released, confirmed));
    }

    /// <summary>What the orchestration believes and what the register says never differ.</summary>
    [Fact]
    public void The_course_follows_the_state()
    {
        foreach (var (name, state) in Months.Every().Where(one => one.State.End is null))
        {
            CycleMessage?[] messages =
            [
                state.Delivery is null ? null : new CycleMessage.DebtorsDelivered("1"), state.Listed is { } listed ? new CycleMessage.Listed("2", listed > 0) : null,
                state.ReleasedAt is null ? null : new CycleMessage.Released("3"), state.ConfirmedAt is null ? null : new CycleMessage.Confirmed("4"),
                state.Detailed is null ? null : new CycleMessage.Detailed("5"),
            ];
            var course = messages.OfType<CycleMessage>().Aggregate(CycleCourse.OpenedAt(Months.Begin), (before, message) => before.After(message, Months.Begin));
            Assert.True(state.Phase == course.Phase, name);
        }
    }
}
