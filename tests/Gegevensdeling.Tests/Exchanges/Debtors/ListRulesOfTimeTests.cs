using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>
/// The rule in words: a month after phase 1 was delivered the list stands on the drive that is not shared. The social service goes on reading it, nobody else does; the
/// municipality has the marks that changed since for a month more. A pause is looked at on its date, and asked about until somebody did.
/// </summary>
public sealed class ListRulesOfTimeTests
{
    private static readonly DebtorTerms Terms = DebtorTerms.Of(Months.Maldegem);
    private static readonly DateTimeOffset Moves = LegalCalendar.StartOf(new(2026, 4, 2));

    [Theory]
    [Requirement("D12")]
    [InlineData(-1, true, true, true)]
    [InlineData(0, true, false, false)]
    public void The_date_decides_who_reads_it(int ticks, bool worker, bool debtTeam, bool municipality)
    {
        var (view, at) = (Months.View(Months.List(Months.Version(1))), Moves.AddTicks(ticks));
        Assert.Equal(Moves, ListDecisions.MovesAt(view.State, view.Protocol));
        Assert.Equal(worker, ListDecisions.MayRead(view, socialService: true, at) is null);
        Assert.Equal(debtTeam, ListDecisions.MayRead(view, socialService: false, at) is null);
        Assert.Equal(municipality, ListDecisions.MayFetchMarks(view, at) is null);
    }

    [Fact]
    [Requirement("D11", "D12")]
    public void A_mark_that_changed_since_is_the_municipality_s_for_a_month()
    {
        var view = Months.View(Months.List(Months.Version(1), Months.Version(2, ListChange.NoSolutionWanted, Moves.AddDays(10))));
        Assert.Null(ListDecisions.MayFetchMarks(view, Moves.AddDays(11)));
        Assert.Equal("op-dienstenschijf", ListDecisions.MayFetchMarks(view, Moves.AddDays(42))!.Code);
        Assert.Equal("op-dienstenschijf", ListDecisions.MayRead(view, socialService: false, Moves.AddDays(11))!.Code);

        // What only the OCMW changed for itself opens nothing.
        var extended = Months.View(Months.List(Months.Version(1), Months.Version(2, ListChange.PauseExtended, Moves.AddDays(10))));
        Assert.NotNull(ListDecisions.MayFetchMarks(extended, Moves.AddDays(11)));
    }

    [Fact]
    [Requirement("D11")]
    public void Of_two_that_change_the_same_version_one_is_told_to_do_it_again()
    {
        var view = Months.View(Months.List(Months.Version(1), Months.Version(2, ListChange.Marks)));
        ListCommand Make(int from) => new ListCommand.Make(from, Months.CopyOf(3), ListChange.Paid, new(3, 3, 0, 0, []), 1, null, null);
        Assert.IsType<ExchangeDecision.Record>(ListDecisions.Decide(view, Make(2), Moment()));
        Assert.Equal(ListDecisions.Changed, Assert.IsType<ExchangeDecision.Refuse>(ListDecisions.Decide(view, Make(1), Moment())).Refusal);
    }

    [Fact]
    [Requirement("W22")]
    public void While_an_objection_runs_nothing_is_done_with_it_and_after_the_end_neither()
    {
        var version = Months.Version(1);
        var restricted = new ListFact.Restricted(Months.Fact(), Months.Begin, SystemActor.Value, new("BZ-0000-0000-0001"));
        ListCommand[] all = [new ListCommand.Make(1, Months.CopyOf(2), ListChange.Paid, new(3, 3, 0, 0, []), 1, null, null), new ListCommand.Open(true, "p"), new ListCommand.FetchMarks(false, "p"), new ListCommand.Export("p")];
        foreach (var command in all)
        {
            Assert.Equal("toestand-beperkt", Code(Months.List(version, restricted), command));
            Assert.Equal("lijst-beeindigd", Code(Months.List(version, new ListFact.ProtocolEnded(Months.Fact(), Months.Begin, SystemActor.Value)), command));
            Assert.Null(Code(Months.List(version, restricted, new ListFact.RestrictionLifted(Months.Fact(), Months.Begin, SystemActor.Value, new("BZ-0000-0000-0001"))), command));
        }
    }

    [Fact]
    [Requirement("W18", "W20")]
    public void A_pause_is_asked_about_on_its_date_and_every_five_working_days_until_somebody_looked()
    {
        var (course, now, asked) = (ListCourse.Begun.After(new ListMessage.VersionMade("1", 1, [new(new(2026, 6, 2), 1), new(new(2026, 6, 4), 2)], null, false)), Months.Begin, new List<string>());
        while (asked.Count < 4)
        {
            var (due, at) = ListReminders.Next(course, Terms, now);
            Assert.True(at > now || due == ListDue.Review, "it comes further every time");
            (course, now) = (course.After(due, at), at);
            if (due == ListDue.Review)
                asked.Add($"{LegalCalendar.DateOf(at):dd/MM}");
        }

        Assert.Equal(["02/06", "04/06", "11/06", "18/06"], asked);
        Assert.Equal(ListDue.Nothing, ListReminders.Next(course.After(new ListMessage.VersionMade("2", 2, [], null, false)), Terms, now).Due);
    }

    [Fact]
    [Requirement("D11")]
    public void An_older_version_that_is_heard_late_changes_nothing()
    {
        var course = ListCourse.Begun.After(new ListMessage.VersionMade("2", 2, [new(new(2026, 6, 2), 1)], Moves, false));
        Assert.Equal(course, course.After(new ListMessage.VersionMade("1", 1, [], Moves.AddDays(-30), false)));
    }

    private static string? Code(ListState state, ListCommand command) =>
        ListDecisions.Decide(Months.View(state), command, Moment()) is ExchangeDecision.Refuse { Refusal: var refusal } ? refusal.Code : null;

    private static DecisionMoment Moment() => new(Months.Fact(), Months.Begin, Months.Worker);
}
