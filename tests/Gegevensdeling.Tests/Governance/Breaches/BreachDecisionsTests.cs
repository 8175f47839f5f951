using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Breaches;

/// <summary>Reporting and handling a breach: what is taken, and every refusal.</summary>
public sealed class BreachDecisionsTests
{
    private static readonly DateTimeOffset Now = Breach.Begin;

    [Fact]
    [Requirement("G18")]
    public void Anything_is_refused_before_there_is_a_report() =>
        Assert.Equal("toestand-niet-gemeld", new Breach().Refusal(Breach.TeamDpo, new BreachCommand.Acknowledge(Breach.Team)));

    [Theory]
    [Requirement("G18")]
    [InlineData(0, null)]
    [InlineData(-72, null)]
    [InlineData(1, "tijdstip-in-toekomst")]
    [InlineData(-24 * 365 * 10, "tijdstip-te-vroeg")]
    public void A_report_says_when_it_was_noticed_and_that_is_neither_in_the_future_nor_before_the_protocol(int hours, string? refused) =>
        Assert.Equal(refused, new Breach().Refusal(Breach.TeamMember, new BreachCommand.Report(Now.AddHours(hours), BreachSort.Theft, null, null, true, Manner.Mail)));

    [Fact]
    public void A_report_about_an_exchange_is_not_older_than_that_exchange()
    {
        BreachCommand.Report About(DateTimeOffset began) => new(Now.AddHours(-2), BreachSort.Loss, new("DV-1"), began, false, Manner.Application);
        Assert.Equal("tijdstip-te-vroeg", new Breach().Refusal(Breach.TeamMember, About(Now.AddHours(-1))));
        Assert.Null(new Breach().Refusal(Breach.TeamMember, About(Now.AddHours(-3))));
    }

    [Fact]
    [Requirement("G18", "W5")]
    public void A_consultation_needs_an_officer_or_deputy_of_each_party_a_reference_and_no_contradiction()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        var good = breach.Consulted();
        Assert.Equal(
            [null, "dpo-ontbreekt", "dpo-ontbreekt", "deelnemers-ongeldig", "deelnemers-ongeldig", "deelnemers-ongeldig", "beslissingen-ongeldig", "beslissingen-ongeldig", "tijdstip-in-toekomst", "tijdstip-te-vroeg",
                "kenmerk-ongeldig", "kenmerk-ongeldig", "kenmerk-ongeldig", "kenmerk-ongeldig"],
            new BreachCommand[]
            {
                good,
                good with { Participants = [new(ConsultMandate.Officer, Breach.Team)] },
                good with { Participants = [new(ConsultMandate.Officer, Breach.Team), new(ConsultMandate.Head, breach.Ocmw)] },
                good with { Participants = [] },
                good with { Participants = [.. good.Participants, new(ConsultMandate.Officer, new("ocmw-kasterlee"))] },
                good with { Participants = [.. good.Participants, new(ConsultMandate.Officer)] },
                good with { Decisions = [] },
                good with { Decisions = [ConsultDecision.TellPersons, ConsultDecision.TellNoPersons] },
                good with { HeldAt = Now.AddMinutes(1) },
                good with { HeldAt = Now.AddHours(-2) },
                good with { Reference = "  " },
                good with { Reference = new string('x', 121) },
                good with { Reference = "twee\nregels" },
                good with { Reference = "an.peeters@voorbeeld.example" },
            }.Select(command => breach.Refusal(Breach.TeamDpo, command)));
    }

    [Fact]
    [Requirement("G18")]
    public void Not_telling_the_authority_because_there_is_no_risk_needs_an_assessment_that_says_so()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        var nobody = new BreachCommand.NotifyNobody(Breach.Team, Breach.Team, NoNotificationReason.NoRisk);
        Assert.Equal("risico-niet-beoordeeld", breach.Refusal(Breach.TeamDpo, nobody));
        breach.Do(Breach.TeamDpo, Breach.Risk(Breach.Team, Likelihood.Possible, Impact.Limited));
        Assert.Equal("risico-vastgesteld", breach.Refusal(Breach.TeamDpo, nobody));
        breach.Do(Breach.TeamDpo, Breach.Risk(Breach.Team, Likelihood.Unlikely, Impact.Limited)).Do(Breach.TeamDpo, nobody);
        Assert.IsType<DossierDecision.Already>(breach.Decide(Breach.TeamDpo, nobody));
        Assert.NotNull(breach.State.DecisionOf(Breach.Team));

        // A later assessment that sees a risk starts the clock's question again.
        breach.Do(breach.OcmwDpo, Breach.Risk(breach.Ocmw, Likelihood.Likely, Impact.Severe));
        Assert.Null(breach.State.DecisionOf(Breach.Team));
    }

    [Fact]
    [Requirement("G18")]
    public void Not_every_party_can_say_that_another_is_the_controller()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        breach.Do(Breach.TeamDpo, new BreachCommand.NotifyNobody(Breach.Team, Breach.Team, NoNotificationReason.OtherController));
        Assert.Equal("niemand-verantwoordelijk", breach.Refusal(breach.OcmwDpo, new BreachCommand.NotifyNobody(breach.Ocmw, breach.Ocmw, NoNotificationReason.OtherController)));
    }

    [Fact]
    [Requirement("G18", "W2")]
    public void Telling_the_authority_is_each_controllers_own_not_in_the_future_nor_before_it_was_noticed_and_not_undone()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        Assert.Equal("tijdstip-in-toekomst", breach.Refusal(Breach.TeamDpo, Breach.Told(Breach.Team, Now.AddMinutes(1))));
        Assert.Equal("tijdstip-te-vroeg", breach.Refusal(Breach.TeamDpo, Breach.Told(Breach.Team, Now.AddHours(-2))));
        Assert.Equal("kenmerk-ongeldig", breach.Refusal(Breach.TeamDpo, Breach.Told(Breach.Team, Now) with { Reference = string.Empty }));
        Assert.Equal("niet-bevoegd-andere-partij", breach.Refusal(Breach.TeamDpo, Breach.Told(Breach.Team, Now) with { For = breach.Ocmw }));
        breach.Do(Breach.TeamDpo, Breach.Told(Breach.Team, Now));
        Assert.IsType<DossierDecision.Already>(breach.Decide(Breach.TeamDpo, Breach.Told(Breach.Team, Now)));
        Assert.Equal("al-gemeld", breach.Refusal(Breach.TeamDpo, new BreachCommand.NotifyNobody(Breach.Team, Breach.Team, NoNotificationReason.OtherController)));
        Assert.Null(breach.State.DecisionOf(breach.Ocmw));
        breach.Do(Breach.TeamDpo, Breach.Told(Breach.Team, Now) with { Reference = "aanvulling 7b" }); // art. 33.4: in phases
    }

    [Fact]
    [Requirement("G18")]
    public void Whether_the_persons_are_told_follows_an_assessment_and_needs_a_ground_where_they_are_not()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        BreachCommand.DecidePersons Persons(bool tell, NoPersonsGround? ground) => new(Breach.Team, Breach.Team, tell, ground, null);
        Assert.Equal("risico-niet-beoordeeld", breach.Refusal(Breach.TeamDpo, Persons(true, null)));
        breach.Do(Breach.TeamDpo, Breach.Risk(Breach.Team, Likelihood.Likely, Impact.Severe));
        Assert.Equal("grond-ontbreekt", breach.Refusal(Breach.TeamDpo, Persons(false, null)));
        Assert.Equal("grond-niet-verwacht", breach.Refusal(Breach.TeamDpo, Persons(true, NoPersonsGround.Unintelligible)));
        Assert.Equal("risico-vastgesteld", breach.Refusal(Breach.TeamDpo, Persons(false, NoPersonsGround.NoHighRisk)));
        breach.Do(Breach.TeamDpo, Persons(false, NoPersonsGround.Unintelligible));
        Assert.IsType<DossierDecision.Already>(breach.Decide(Breach.TeamDpo, Persons(false, NoPersonsGround.Unintelligible)));
    }

    [Fact]
    public void Empty_lists_are_refused()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        Assert.Equal("maatregel-ontbreekt", breach.Refusal(Breach.TeamDpo, new BreachCommand.TakeMeasures(Breach.Team, [], "nota")));
        Assert.Equal("aard-ontbreekt", breach.Refusal(Breach.TeamDpo, Breach.Risk(Breach.Team, Likelihood.Likely, Impact.Severe) with { Nature = [] }));
    }

    /// <summary>
    /// Without risk only what is unlikely, limited and no special data. High what is severe and not unlikely, likely and considerable, or special and not unlikely.
    /// </summary>
    [Theory]
    [Requirement("G18")]
    [InlineData(Sensitivity.Contact, Likelihood.Unlikely, Impact.Limited, Risk.None)]
    [InlineData(Sensitivity.SocialOrFinancial, Likelihood.Unlikely, Impact.Limited, Risk.None)]
    [InlineData(Sensitivity.Special, Likelihood.Unlikely, Impact.Limited, Risk.Some)]
    [InlineData(Sensitivity.Special, Likelihood.Possible, Impact.Limited, Risk.High)]
    [InlineData(Sensitivity.Contact, Likelihood.Unlikely, Impact.Severe, Risk.Some)]
    [InlineData(Sensitivity.Contact, Likelihood.Possible, Impact.Severe, Risk.High)]
    [InlineData(Sensitivity.Contact, Likelihood.Possible, Impact.Considerable, Risk.Some)]
    [InlineData(Sensitivity.Contact, Likelihood.Likely, Impact.Considerable, Risk.High)]
    [InlineData(Sensitivity.Contact, Likelihood.Likely, Impact.Limited, Risk.Some)]
    public void The_risk_follows_from_the_codes(Sensitivity sensitivity, Likelihood likelihood, Impact impact, Risk risk) => Assert.Equal(risk, BreachRisk.Of(sensitivity, likelihood, impact));
}
