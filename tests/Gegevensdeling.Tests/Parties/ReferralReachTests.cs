using System.Collections;
using System.Reflection;
using System.Text;
using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Parties;

/// <summary>How far a referral reaches: whose, to whom, and of how many.</summary>
public sealed class ReferralReachTests
{
    private static readonly IReadOnlyList<ProtocolAction> Actions =
    [
        .. typeof(ReferralActions).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<ProtocolAction>(),
    ];

    [Fact]
    [Requirement("R1", "G21")]
    public void Content_and_key_are_for_the_team_member_who_sends_and_the_social_worker_who_receives()
    {
        Grant[] allowed = [new(Role.TeamMember, Sides.Sender), new(Role.SocialWorker, Sides.Receiver)];
        Assert.Contains(Actions, action => action.Content);
        Assert.Empty(Actions.Where(action => action.Content).SelectMany(action => action.Grants).Except(allowed));
    }

    [Fact]
    [Requirement("R1", "R2")]
    public void The_team_refers_and_the_ocmw_does_not()
    {
        Assert.Equal([new Grant(Role.TeamMember, Sides.Sender)], ReferralActions.Refer.Grants);
        Assert.DoesNotContain(
            Actions.SelectMany(action => action.Grants),
            grant => grant is { Role: Role.TeamMember, Sides: not Sides.Sender } or { Role: Role.SocialWorker, Sides: not Sides.Receiver });
    }

    [Fact]
    [Requirement("R18", "W21")]
    public void Nobody_but_the_two_services_their_head_and_their_DPOs_may_anything()
    {
        Role[] roles = [Role.TeamMember, Role.SocialWorker, Role.HeadOfSocialService, Role.Dpo];
        Assert.Empty(Actions.SelectMany(action => action.Grants).Select(grant => grant.Role).Except(roles));
    }

    [Theory]
    [InlineData("groeipakketbedrag")]
    [InlineData("socialeToeslag")]
    [Requirement("R18")]
    public void Data_of_another_ground_need_another_protocol(string member) =>
        Assert.Contains("ander protocol", UnwantedFields.RefusalFor(member)!.Text, StringComparison.Ordinal);

    [Fact]
    [Requirement("R6", "W9")]
    public void A_referral_has_room_for_one_client()
    {
        Assert.Equal(typeof(ReferredClient), typeof(ReferralRequest).GetProperty(nameof(ReferralRequest.Client))!.PropertyType);
        foreach (var type in new[] { typeof(ReferralRequest), typeof(ReferredClient), typeof(Address) })
            Assert.DoesNotContain(type.GetProperties(), property => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)));
    }

    [Theory]
    [InlineData("""[{"protocol":"x"},{"protocol":"x"}]""")]
    [InlineData("""{"protocol":"x","client":[{"voornaam":"A"},{"voornaam":"B"}]}""")]
    [InlineData("""{"protocol":"x","clienten":[{"voornaam":"A"}]}""")]
    [Requirement("R6")]
    public void A_list_of_clients_is_refused(string json) =>
        Assert.IsType<BodyAnswer.Refused>(BodyReader.Parse(Encoding.UTF8.GetBytes(json), typeof(ReferralRequest), UnwantedFields.RefusalFor));
}
