using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Breaches;

/// <summary>A dossier closes when every controller is done, each by its own officer, or by the one whose mandate serves several.</summary>
public sealed class BreachClosureTests
{
    [Fact]
    [Requirement("G18", "W2")]
    public void It_closes_after_the_risk_every_decision_and_the_persons_and_by_both_officers()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember, report: Breach.Report(goesOn: true));
        BreachCommand.Close own = new(Breach.Team), other = new(breach.Ocmw);
        Assert.Equal("toestand-duurt-voort", breach.Refusal(Breach.TeamDpo, own));
        breach.Do(Breach.TeamDpo, new BreachCommand.TakeMeasures(Breach.Team, [BreachMeasure.Stopped], "nota 1"));
        Assert.Equal("risico-niet-beoordeeld", breach.Refusal(Breach.TeamDpo, own));
        breach.Do(Breach.TeamDpo, Breach.Risk(Breach.Team, Likelihood.Likely, Impact.Severe)).Do(Breach.TeamDpo, Breach.Told(Breach.Team, breach.Now));
        Assert.Equal("beslissing-ontbreekt", breach.Refusal(Breach.TeamDpo, own)); // the other controller's
        breach.Do(breach.OcmwDpo, new BreachCommand.NotifyNobody(breach.Ocmw, breach.Ocmw, NoNotificationReason.OtherController));
        Assert.Equal("betrokkenen-niet-beslist", breach.Refusal(Breach.TeamDpo, own));
        breach.Do(Breach.TeamDpo, new BreachCommand.DecidePersons(Breach.Team, Breach.Team, true, null, "brief 3")).Do(Breach.TeamDpo, own);
        Assert.IsType<DossierDecision.Already>(breach.Decide(Breach.TeamDpo, own));
        Assert.Null(breach.State.ClosedAt);
        Assert.Equal("zelfde-persoon", breach.Refusal(breach.OcmwDpo with { Staff = Breach.TeamDpo.Staff }, other));
        breach.Now = breach.Now.AddHours(1);
        breach.Do(breach.OcmwDpo, other);
        Assert.Equal((breach.Now, "afgesloten"), (breach.State.ClosedAt!.Value, breach.State.Word));
    }

    [Fact]
    public void A_new_assessment_undoes_that_somebody_was_done()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember).Do(Breach.TeamDpo, new BreachCommand.Dismiss(Breach.Team, DismissalReason.NoBreach));
        Assert.NotNull(breach.State.DecisionOf(Breach.Team));
        breach.Now = breach.Now.AddHours(1);
        breach.Do(breach.OcmwDpo, Breach.Risk(breach.Ocmw, Likelihood.Likely, Impact.Severe));
        Assert.Null(breach.State.ClosedBy(Breach.Team));
        Assert.Null(breach.State.DecisionOf(Breach.Team));
        Assert.Equal("risico-vastgesteld", breach.Refusal(Breach.TeamDpo, new BreachCommand.Dismiss(Breach.Team, DismissalReason.NoBreach)));
        Assert.Null(breach.Refusal(Breach.TeamDpo, new BreachCommand.Dismiss(Breach.Team, DismissalReason.Double)));
    }

    [Fact]
    [Requirement("G18")]
    public void Nothing_to_report_after_all_closes_with_a_reason_of_both_and_stops_their_clocks()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember).Do(Breach.TeamDpo, new BreachCommand.Dismiss(Breach.Team, DismissalReason.NoBreach));
        Assert.Null(breach.State.ClosedAt);
        Assert.IsType<BreachFact.Dismissed>(breach.State.DecisionOf(Breach.Team));
        Assert.Null(breach.State.DecisionOf(breach.Ocmw));
        breach.Do(breach.OcmwDpo, new BreachCommand.Dismiss(breach.Ocmw, DismissalReason.NoPersonalData));
        Assert.Equal("geen-inbreuk", breach.State.Word);
        Assert.Equal("al-gemeld", Breach.ReportedBy(Breach.TeamMember).Do(Breach.TeamDpo, Breach.Told(Breach.Team, Breach.Begin)).Refusal(Breach.TeamDpo, new BreachCommand.Dismiss(Breach.Team, DismissalReason.NoBreach)));
    }

    [Fact]
    [Requirement("W2")]
    public void One_mandate_that_serves_both_parties_decides_for_each_and_closes_for_both()
    {
        var one = CommittedProtocols.Kasterlee;
        var breach = Breach.ReportedBy(Breach.TeamMember, one with
        {
            Parties = [.. one.Parties.Select(party => party with { DataProtectionOfficer = party.DataProtectionOfficer with { Mail = "dpo@dienst.example" } })],
        });
        breach.Do(breach.OcmwDpo, new BreachCommand.Acknowledge(breach.Ocmw));
        Assert.True(breach.State.IsKnownTo(Breach.Team));
        breach.Do(breach.OcmwDpo, Breach.Risk(breach.Ocmw, Likelihood.Possible, Impact.Limited)).Do(breach.OcmwDpo, Breach.Told(breach.Ocmw, breach.Now));
        Assert.Equal("beslissing-ontbreekt", breach.Refusal(breach.OcmwDpo, new BreachCommand.Close(breach.Ocmw)));
        breach.Do(breach.OcmwDpo, Breach.Told(breach.Ocmw, breach.Now) with { For = Breach.Team }).Do(breach.OcmwDpo, new BreachCommand.Close(breach.Ocmw));
        Assert.NotNull(breach.State.ClosedAt);
    }

    [Fact]
    [Requirement("G18")]
    public void After_the_report_nothing_is_recorded_that_prints_what_somebody_typed() =>
        Assert.DoesNotContain("verslag", new Breach().Consulted().ToString(), StringComparison.Ordinal);
}
