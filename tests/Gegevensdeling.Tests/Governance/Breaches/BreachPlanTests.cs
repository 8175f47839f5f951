using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Breaches;

/// <summary>Who hears what, and when: at once, until it is read, and while the 72 hours run.</summary>
public sealed class BreachPlanTests
{
    [Fact]
    [Requirement("G18", "W2")]
    public void Officers_deputies_and_contacts_hear_it_at_once_in_a_step_each_and_no_address_twice()
    {
        Assert.Equal(
            ["melden:ocmw-mechelen:dpo", "melden:ocmw-mechelen:plaatsvervanger", "melden:opgroeien-regie:dpo", "melden:opgroeien-regie:plaatsvervanger"],
            Breach.ReportedBy(Breach.TeamMember).Take().Select(step => step.Code).Order(StringComparer.Ordinal));
        var apart = WithContact("gegevenslek@mechelen.example");
        Assert.Contains("melden:ocmw-mechelen:contact", Breach.ReportedBy(Breach.TeamMember, apart).Take().Select(step => step.Code));
    }

    [Fact]
    [Requirement("G18")]
    public void Where_the_protocol_names_no_contact_the_officer_and_deputy_hear_it()
    {
        var nobody = Breach.ReportedBy(Breach.TeamMember, WithContact(null));
        Assert.Equal(["melden:ocmw-mechelen:dpo", "melden:ocmw-mechelen:plaatsvervanger"], nobody.Take().Select(step => step.Code).Where(code => code.Contains("mechelen", StringComparison.Ordinal)));
    }

    [Fact]
    [Requirement("W2")]
    public void Where_the_mandate_does_not_run_the_deputy_hears_it_once()
    {
        var file = CommittedProtocols.Mechelen;
        var over = file with { Parties = [.. file.Parties.Select(party => party with { DataProtectionOfficer = party.DataProtectionOfficer with { ValidUntil = new(2026, 3, 1) } })] };
        var steps = Breach.ReportedBy(Breach.TeamMember, over).Take();
        Assert.DoesNotContain(steps, step => step.Code.EndsWith(":plaatsvervanger", StringComparison.Ordinal));
        Assert.Equal(2, steps.Count(step => step.Code.EndsWith(":dpo", StringComparison.Ordinal)));
    }

    /// <summary>Own staff: with the report. The other party: when it was told. A processor or the system: all at that moment.</summary>
    [Fact]
    [Requirement("G18", "W21")]
    public void Each_controller_has_its_own_clock_from_the_moment_it_became_aware()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        Assert.Equal((Breach.Begin, null), (From(breach, Breach.Team), From(breach, breach.Ocmw)));
        breach.Now = Breach.Begin.AddHours(2); // its mailbox was away for two hours
        breach.Take();
        Assert.Equal((Breach.Begin, Breach.Begin.AddHours(2)), (From(breach, Breach.Team), From(breach, breach.Ocmw)));

        var heard = Breach.ReportedBy(Breach.TeamMember);
        heard.Now = Breach.Begin.AddHours(1);
        heard.Do(heard.OcmwDpo, new BreachCommand.Acknowledge(heard.Ocmw)); // by telephone, before any mail
        Assert.Equal(Breach.Begin.AddHours(1), From(heard, heard.Ocmw));

        foreach (var processor in new[] { Breach.Operator, SystemActor.Value })
        {
            var told = Breach.ReportedBy(processor);
            Assert.All(BreachClock.Of(told.State), clock => Assert.Equal(Breach.Begin, clock.From));
        }
    }

    [Fact]
    [Requirement("G18")]
    public async Task Over_five_days_nobody_does_anything_and_both_clocks_speak()
    {
        var breach = Breach.ReportedBy(Breach.Operator);
        var text = new System.Text.StringBuilder("Niemand doet iets: wat er vertrekt, uur na uur, vijf dagen lang.\n\n");
        for (var hour = 0; hour <= 120; hour++)
        {
            breach.Now = Breach.Begin.AddHours(hour);
            foreach (var step in breach.Take())
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"uur {hour,3}  {step.Code}\n");
            Assert.True(breach.Plan().Next is not { } next || next > breach.Now);
        }

        Assert.Null(breach.Plan().Next);
        await Approved.EqualAsync("vijf-dagen.approved.txt", text.ToString());
    }

    [Fact]
    [Requirement("G18")]
    public void The_alarms_of_a_party_stop_with_its_own_decision_and_not_with_the_others()
    {
        var breach = Breach.ReportedBy(Breach.Operator);
        breach.Take();
        breach.Do(Breach.TeamDpo, Breach.Told(Breach.Team, breach.Now));
        breach.Now = Breach.Begin.AddHours(73);
        var codes = breach.Take().Select(step => step.Code).ToList();
        Assert.Contains("overschreden:72:ocmw-mechelen:dpo", codes);
        Assert.DoesNotContain(codes, code => code.Contains("overschreden:72:opgroeien", StringComparison.Ordinal));
        Assert.Equal([false, true], BreachClock.Of(breach.State).Select(clock => clock.Exceeded(breach.Now)));
    }

    [Fact]
    [Requirement("G18")]
    public void After_an_outage_only_the_latest_alarm_leaves()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        breach.Now = Breach.Begin.AddHours(50);
        var codes = breach.Take().Select(step => step.Code).Where(code => !code.StartsWith("melden", StringComparison.Ordinal)).ToList();
        Assert.Equal(["alarm:48:opgroeien-regie:dpo", "herinnering:36:ocmw-mechelen:dpo", "herinnering:36:opgroeien-regie:dpo"], codes.Where(code => code.EndsWith(":dpo", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Requirement("G18")]
    public void A_message_that_cannot_leave_is_tried_again_and_keeps_neither_the_others_nor_the_clock_waiting()
    {
        bool Dead(string code) => code.Contains("ocmw-mechelen:dpo", StringComparison.Ordinal);
        var breach = Breach.ReportedBy(Breach.TeamMember);
        Assert.Equal(3, breach.Take(Dead).Count);
        Assert.Equal(Breach.Begin.AddMinutes(15), DossierTerms.LookAgain(breach.Plan().Next, [StepOutcome.Taken, StepOutcome.Failed], breach.Now));
        breach.Now = Breach.Begin.AddHours(24);
        Assert.Contains("alarm:24:opgroeien-regie:dpo", breach.Take(Dead).Select(step => step.Code));
        Assert.Contains("melden:ocmw-mechelen:dpo", breach.Take().Select(step => step.Code));
    }

    [Fact]
    [Requirement("G18")]
    public void A_reader_who_acknowledged_is_not_reminded_and_a_closed_dossier_says_so_and_then_nothing()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember);
        breach.Take();
        breach.Do(Breach.TeamDpo, new BreachCommand.Acknowledge(Breach.Team));
        breach.Now = Breach.Begin.AddHours(5);
        Assert.All(breach.Take(), step => Assert.StartsWith("herinnering:4:ocmw-mechelen", step.Code, StringComparison.Ordinal));
        breach.Do(Breach.TeamDpo, new BreachCommand.Dismiss(Breach.Team, DismissalReason.NoBreach));
        Assert.Single(breach.Take(), step => step.Code.EndsWith("ocmw-mechelen:dpo", StringComparison.Ordinal));
        breach.Do(breach.OcmwDpo, new BreachCommand.Dismiss(breach.Ocmw, DismissalReason.NoBreach));
        Assert.Equal(["afgesloten:ocmw-mechelen:dpo", "afgesloten:opgroeien-regie:dpo"], breach.Take().Select(step => step.Code).Order(StringComparer.Ordinal));
        breach.Now = Breach.Begin.AddDays(10);
        Assert.Empty(breach.Take());
        Assert.Null(breach.Plan().Next);
    }

    [Fact]
    [Requirement("G18")]
    public void The_alarm_counts_a_breach_from_48_hours_without_decision_also_of_a_party_that_was_never_told()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember).Do(Breach.TeamDpo, Breach.Told(Breach.Team, Breach.Begin));
        Assert.False(BreachOverdue.Is(breach.State, Breach.Begin.AddHours(47.9)));
        Assert.True(BreachOverdue.Is(breach.State, Breach.Begin.AddHours(48)));
        breach.Do(breach.OcmwDpo, Breach.Told(breach.Ocmw, Breach.Begin));
        Assert.False(BreachOverdue.Is(breach.State, Breach.Begin.AddHours(48)));
    }

    [Fact]
    [Requirement("G18", "G10", "W4")]
    public async Task Every_message_reads_well_and_names_nobody()
    {
        var breach = Breach.ReportedBy(Breach.TeamMember, report: Breach.Report(goesOn: true) with { NoticedAt = Breach.Begin.AddHours(-30), Exchange = new("DV-1111-2222-3333") });
        var told = new List<DossierStep.Tell>(breach.Take());
        breach.Do(Breach.TeamDpo, breach.Consulted() with { Decisions = [ConsultDecision.AskSuspension] }).Do(Breach.TeamDpo, Breach.Risk(Breach.Team, Likelihood.Likely, Impact.Severe))
            .Do(Breach.TeamDpo, Breach.Told(Breach.Team, breach.Now));
        told.AddRange(breach.Take());
        foreach (var hours in new[] { 4, 24, 72 })
        {
            breach.Now = Breach.Begin.AddHours(hours);
            told.AddRange(breach.Take());
        }

        told.AddRange(Breach.ReportedBy(SystemActor.Value).Take());
        told.AddRange(Breach.ReportedBy(Breach.TeamMember).Do(Breach.TeamDpo, new BreachCommand.Dismiss(Breach.Team, DismissalReason.NoBreach)).Take());
        var mails = told.Select(step => step.Text).DistinctBy(mail => mail.Text).Select(mail => $"=== {mail.Subject}\n{mail.Text}\n");
        await Approved.EqualAsync("berichten.approved.txt", string.Concat(mails));
    }

    [Fact]
    [Requirement("W12", "W7")]
    public void Of_a_referral_that_was_not_for_that_service_the_side_that_sent_it_hears_no_more_than_that_an_assessment_began()
    {
        var breach = Breach.ReportedBy(SystemActor.Value);
        var told = breach.Take().ToLookup(step => step.Code.Contains(Breach.Team.Value, StringComparison.Ordinal), step => step.Text.Text);
        Assert.Equal((2, 2), (told[true].Count(), told[false].Count()));
        Assert.All(told[true], text => Assert.True(!text.Contains("geopend", StringComparison.Ordinal) && !text.Contains("gewist", StringComparison.Ordinal) && text.Contains("niet bestemd", StringComparison.Ordinal)));
        Assert.All(told[false], text => Assert.Contains("is geopend, of kan geopend zijn", text, StringComparison.Ordinal));
        var extent = new BreachExtent(new(2026, 3, 1), new(2026, 3, 6), 4, 2, 3, 6, []);
        Assert.Contains("nog bewaard", BreachDrafts.ForAuthority(Breach.Id, breach.Protocol, breach.State, breach.Ocmw, extent, breach.Now), StringComparison.Ordinal);
        Assert.DoesNotContain("nog bewaard", BreachDrafts.ForAuthority(Breach.Id, breach.Protocol, breach.State, Breach.Team, extent, breach.Now), StringComparison.Ordinal);
    }

    private static DateTimeOffset? From(Breach breach, PartyId party) => BreachClock.Of(breach.State).Single(clock => clock.Party == party).From;

    private static Protocol WithContact(string? mail)
    {
        var file = CommittedProtocols.Mechelen;
        return file with
        {
            Contacts = [.. file.Contacts.Select(contacts => contacts.Party == file.Receiver ? contacts with { Breach = mail is null ? null : contacts.Breach! with { Mail = mail } } : contacts)],
        };
    }
}
