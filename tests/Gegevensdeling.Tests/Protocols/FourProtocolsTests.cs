using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>One model fits all four texts.</summary>
public sealed class FourProtocolsTests
{
    [Fact]
    public void Turnhout_has_two_receiving_bodies_and_sftp_before_mail_as_a_way_out()
    {
        var answer = CommittedProtocols.Turnhout.Flows[1];
        Assert.Equal(["stad-turnhout", "ocmw-turnhout"], answer.To.Select(party => party.Value));
        Assert.Equal([(ChannelKind.Sftp, false), (ChannelKind.Mail, true)], answer.Channels.Select(channel => (channel.Kind, channel.Fallback)));
    }

    [Fact]
    [Requirement("W1")]
    public void Key_roles_come_from_the_file_officer_to_officer_in_Turnhout_team_member_to_social_worker_in_a_referral()
    {
        var turnhout = CommittedProtocols.Turnhout.Flows[0].Key!;
        Assert.Equal((ProtocolRole.DataProtectionOfficer, ProtocolRole.DataProtectionOfficer), (turnhout.From, turnhout.To));
        Assert.Equal([KeyChannel.Sms, KeyChannel.Telephone], turnhout.Channels);
        Assert.NotNull(turnhout.Number);

        var referral = CommittedProtocols.Mechelen.Flows[0].Key!;
        Assert.Equal((ProtocolRole.TeamMember, ProtocolRole.SocialWorker), (referral.From, referral.To));
        Assert.Equal([KeyChannel.Telephone], referral.Channels);
    }

    [Fact]
    public void Turnhout_is_one_off_and_keeps_at_most_one_year_from_the_day_the_copy_came_into_being()
    {
        var turnhout = CommittedProtocols.Turnhout;
        Assert.Equal(DurationKind.Once, turnhout.Duration.Kind);
        Assert.All(turnhout.Flows, flow => Assert.Equal(Periodicity.Once, flow.Periodicity.Value));
        Assert.All(turnhout.Retention.Rules, rule =>
        {
            Assert.Equal(new Term { Count = 1, Unit = TermUnit.Years }, rule.Term);
            Assert.Equal(RetentionStart.CopyMade, rule.Start);
            Assert.True(rule.IsOurs); // the text does not say from when
        });
    }

    [Fact]
    public void Maldegem_has_phases_in_two_directions_every_month_with_a_closed_list_of_answers()
    {
        var maldegem = CommittedProtocols.Maldegem;
        Assert.Equal(["gemeente-maldegem", "ocmw-maldegem", "gemeente-maldegem"], maldegem.Flows.Select(flow => flow.From[0].Value));
        Assert.All(maldegem.Flows, flow => Assert.Equal(Periodicity.Monthly, flow.Periodicity.Value));
        Assert.Equal(["cliënt OCMW", "invorderingsprocedure voortzetten"], maldegem.Fields.Single(field => field.Code == "vermelding").Values);
    }

    [Fact]
    [Requirement("W2")]
    public void A_data_protection_officer_is_a_person_or_a_service_with_a_deputy_and_a_validity()
    {
        var kasterlee = CommittedProtocols.Kasterlee.Parties[1].DataProtectionOfficer;
        Assert.Equal(MandateHolder.Service, kasterlee.Holder);
        Assert.NotEqual(kasterlee.Name, kasterlee.Deputy.Name);

        var limited = kasterlee with { ValidFrom = new(2025, 1, 1), ValidUntil = new(2025, 12, 31) };
        Assert.Equal(
            [false, true, true, false],
            new[] { new DateOnly(2024, 12, 31), new(2025, 1, 1), new(2025, 12, 31), new(2026, 1, 1) }.Select(limited.RunsOn));
    }
}
