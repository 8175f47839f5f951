using Gegevensdeling.Calendar;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Xunit;
using static Gegevensdeling.Tests.Governance.Corrections.Reports;

namespace Gegevensdeling.Tests.Governance.Corrections;

/// <summary>What is due in a correction at each moment.</summary>
public sealed class CorrectionPlanTests
{
    [Fact]
    [Requirement("G17")]
    public void The_provider_is_told_at_once_then_reminded_each_term_and_from_the_second_on_it_escalates()
    {
        var state = State(Reported());
        Assert.Equal(["gemeld"], Codes(state, Begin));
        Assert.Equal(["gemeld", "nakijken"], Codes(state, WorkingDays(2).AddSeconds(-1)));
        Assert.Equal(["gemeld", "nakijken", "herinnering:bevestiging:1"], Codes(state, WorkingDays(2)));
        Assert.Equal(["gemeld", "nakijken", "herinnering:bevestiging:2", "escalatie:bevestiging:2"], Codes(state, WorkingDays(4)));
        Assert.Equal(WorkingDays(2), PlanAt(State(Reported()), WorkingDays(2).AddHours(-1)).Next);
    }

    [Fact]
    [Requirement("G17")]
    public void Once_acknowledged_the_term_of_the_investigation_counts_from_the_report_on()
    {
        var state = State(Reported(), Acknowledged());
        Assert.Equal(["gemeld", "bevestigd", "nakijken"], Codes(state, WorkingDays(9)));
        Assert.Contains("herinnering:onderzoek:1", Codes(state, WorkingDays(10)));
        Assert.Contains("escalatie:onderzoek:2", Codes(state, WorkingDays(20)));
    }

    [Fact]
    [Requirement("G17")]
    public void The_old_copy_goes_before_the_new_one_is_sent_and_the_answer_and_the_end_come_last()
    {
        var replaced = State(Reported(), Acknowledged(), Begun(), Replaced());
        var erased = State(Reported(), Acknowledged(), Begun(), Replaced(), CopyErased());
        var now = Begin.AddHours(2);
        Assert.Equal(["gemeld", "bevestigd", "nakijken", "oude-kopie-wissen"], Codes(replaced, now));
        Assert.Equal(["gemeld", "bevestigd", "nakijken", "oude-kopie-wissen", "verzenden"], Codes(erased, now));
        Assert.Equal(["gemeld", "bevestigd", "nakijken", "oude-kopie-wissen", "verzenden", "antwoord"], Codes(erased, now, "verzenden"));
        Assert.Equal("afsluiten", Codes(erased, now, "verzenden", "antwoord")[^1]);
        Assert.Empty(Codes(State(Reported(), Acknowledged(), Begun(), Replaced(), CopyErased(), Settled()), now));
    }

    [Fact]
    [Requirement("G17")]
    public void What_is_not_founded_or_superfluous_is_answered_and_closed()
    {
        var unfounded = State(Reported(), Acknowledged(), Decided(CorrectionMeasure.Unfounded, UnfoundedReason.DataAreRight));
        Assert.Equal(["gemeld", "bevestigd", "antwoord"], Codes(unfounded, Begin.AddHours(2)));
        Assert.Equal("afsluiten", Codes(unfounded, Begin.AddHours(2), "antwoord")[^1]);
        var superfluous = State(Reported(kind: DefectKind.Superfluous), Acknowledged(), Decided(CorrectionMeasure.Erased));
        Assert.Equal(["gemeld", "bevestigd", "kopie-wissen"], Codes(superfluous, Begin.AddHours(2)));
        Assert.Contains("antwoord", Codes(superfluous, Begin.AddHours(2), "kopie-wissen"));
    }

    [Fact]
    [Requirement("W12", "R13")]
    public void A_referral_that_ended_closes_its_corrections_not_at_once_and_a_team_that_brought_content_hears_nothing_of_it()
    {
        Assert.DoesNotContain("nakijken", Codes(State(Reported(Referrals.Sender)), Begin.AddDays(1).AddSeconds(-1)));
        Assert.Contains("nakijken", Codes(State(Reported(Referrals.Sender)), Begin.AddDays(1)));
        Assert.Contains(new Audience.Staff(Referrals.Sender.Staff), Told(State(Reported(), NoLongerNeeded())));
        Assert.DoesNotContain(new Audience.Staff(Referrals.Sender.Staff), Told(State(Reported(), Acknowledged(), Begun(), NoLongerNeeded())));
    }

    [Fact]
    [Requirement("W12", "R13")]
    public void Where_content_was_brought_the_word_is_the_same_whether_the_referral_ended_or_not_until_it_is_settled()
    {
        var ended = State(Reported(), Acknowledged(), Begun(), NoLongerNeeded());
        var lives = State(Reported(), Acknowledged(), Begun(), Replaced());
        Assert.Equal((lives.Word, lives.ToldMeasure, lives.ClosedAt), (ended.Word, ended.ToldMeasure, ended.ClosedAt));
        Assert.Equal(["niet-meer-nodig"], Codes(ended, Begin.AddDays(1)));
        Assert.Equal(["niet-meer-nodig", "afsluiten"], Codes(ended, Begin.AddDays(1), "niet-meer-nodig"));
        Assert.Equal("afgesloten", State(Reported(), Acknowledged(), Begun(), NoLongerNeeded(), Settled()).Word);
        foreach (var state in new[] { ended, lives })
        {
            var again = Assert.IsType<DossierDecision.Refuse>(Decide(state, Referrals.Sender, new CorrectionCommand.BeginReplacement()));
            Assert.Equal("al-behandeld", again.Refusal.Code);
        }
    }

    [Fact]
    [Requirement("G17", "W4")]
    public void Messages_carry_references_and_codes_only()
    {
        var steps = new[] { State(Reported()), State(Reported(Referrals.Sender)), State(Reported(), Acknowledged()), State(Reported(), NoLongerNeeded()),
            State(Reported(), Acknowledged(), Begun(), Replaced(), CopyErased()), State(Reported(), Acknowledged(), Decided(CorrectionMeasure.Unfounded, UnfoundedReason.DataAreRight)) }
            .SelectMany(state => PlanAt(state, WorkingDays(25), "verzenden").Steps).OfType<DossierStep.Tell>().ToList();
        Assert.True(steps.Count > 10);
        Assert.All(steps, step => Assert.Contains(Id.Value, step.Text.Text, StringComparison.Ordinal));
        Assert.All(steps, step => Assert.DoesNotContain(Referrals.Worker.Staff.Value, step.Text.Text, StringComparison.Ordinal));
    }

    private static DateTimeOffset WorkingDays(int days) => LegalCalendar.AddWorkingDays(Begin, days);

    private static DossierPlan PlanAt(CorrectionState state, DateTimeOffset now, params string[] done) =>
        CorrectionPlan.Of(Id, Mechelen, state, done.ToHashSet(StringComparer.Ordinal), now);

    private static List<string> Codes(CorrectionState state, DateTimeOffset now, params string[] done) => [.. PlanAt(state, now, done).Steps.Select(step => step.Code)];

    private static IReadOnlyList<Audience> Told(CorrectionState state) => Assert.IsType<DossierStep.Tell>(Assert.Single(PlanAt(state, Begin.AddDays(1)).Steps)).To;
}
