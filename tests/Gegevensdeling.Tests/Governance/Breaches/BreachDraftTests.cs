using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Breaches;

/// <summary>The drafts, as an officer reads them.</summary>
public sealed class BreachDraftTests
{
    private static readonly BreachExtent Extent = new(new(2026, 3, 1), new(2026, 3, 6), 4, 2, 3, 6, []);

    [Fact]
    [Requirement("G18")]
    public async Task The_draft_for_the_authority_has_what_article_33_asks_and_marks_what_is_missing()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember, report: Breach.Report(goesOn: true));
        var empty = BreachDrafts.ForAuthority(Breach.Id, breach.Protocol, breach.State, Breach.Team, Extent, breach.Now.AddHours(80));
        breach.Do(Breach.TeamDpo, Breach.Risk(Breach.Team, Likelihood.Possible, Impact.Severe)).Do(Breach.TeamDpo, new BreachCommand.TakeMeasures(Breach.Team, [BreachMeasure.Stopped, BreachMeasure.Suspended], "nota 1"))
            .Do(Breach.TeamDpo, new BreachCommand.DecidePersons(Breach.Team, Breach.Team, false, NoPersonsGround.Unintelligible, null));
        var full = BreachDrafts.ForAuthority(Breach.Id, breach.Protocol, breach.State, Breach.Team, Extent, breach.Now);
        Assert.Contains("Reden van de vertraging", empty, StringComparison.Ordinal);
        Assert.DoesNotContain("Reden van de vertraging", full, StringComparison.Ordinal);
        Assert.True(Gaps(empty) > Gaps(full));
        Assert.All(new[] { "## a)", "## b)", "## c)", "## d)", "tussen 3 en 6", "dpo@opgroeien.be" }, part => Assert.Contains(part, full, StringComparison.Ordinal));
        await Approved.EqualAsync("toezichthouder.approved.md", empty + "\n\n" + full);
    }

    [Fact]
    [Requirement("G18")]
    public async Task The_draft_for_the_persons_is_plain_and_marks_what_is_missing()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        var text = BreachDrafts.ForPersons(breach.Protocol, breach.State, breach.Ocmw);
        Assert.True(Gaps(text) >= 5);
        await Approved.EqualAsync("betrokkenen.approved.md", text);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Every_sort_has_a_draft(BreachSort sort)
    {
        var breach = Breach.ReportedBy(Breach.TeamMember, report: Breach.Report(sort));
        Assert.NotEmpty(BreachDrafts.ForPersons(breach.Protocol, breach.State, breach.Ocmw));
        Assert.NotEmpty(BreachDrafts.ForAuthority(Breach.Id, breach.Protocol, breach.State, breach.Ocmw, Extent, breach.Now));
    }

    public static TheoryData<BreachSort> Sorts => [.. Enum.GetValues<BreachSort>()];

    private static int Gaps(string text) => text.Split(BreachDrafts.Gap).Length - 1;
}
