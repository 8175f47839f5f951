using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class AuthorityTests
{
    private static readonly ProtocolAction Take = SampleRoutes.Take;

    // A role on the side that the table names may; the same role on the other side, another role, or no party may not.
    [Theory]
    [Requirement("G21")]
    [InlineData(Role.SocialWorker, Sides.Receiver, true)]
    [InlineData(Role.HeadOfSocialService, Sides.Receiver, true)]
    [InlineData(Role.SocialWorker, Sides.Sender, false)]
    [InlineData(Role.SocialWorker, Sides.None, false)]
    [InlineData(Role.TeamMember, Sides.Receiver, false)]
    [InlineData(Role.Operator, Sides.Receiver, false)]
    [InlineData(Role.Dpo, Sides.Sender | Sides.Receiver, false)]
    public void Who_may_take_a_case(Role role, Sides sides, bool allowed) =>
        Assert.Equal(allowed, Authority.Decide(new HashSet<Role> { role }, sides, Take) is Verdict.Allowed);

    [Fact]
    public void One_fitting_role_among_several_suffices() =>
        Assert.IsType<Verdict.Allowed>(Authority.Decide(new HashSet<Role> { Role.Operator, Role.SocialWorker }, Sides.Receiver, Take));

    [Fact]
    public void A_dpo_of_both_parties_stands_on_both_sides() =>
        Assert.IsType<Verdict.Allowed>(Authority.Decide(new HashSet<Role> { Role.Dpo }, Sides.Sender | Sides.Receiver, SampleRoutes.Read));

    [Fact]
    public void Nobody_without_a_role_may_anything() =>
        Assert.IsType<Verdict.Refused>(Authority.Decide(new HashSet<Role>(), Sides.Sender | Sides.Receiver, Take));

    [Fact]
    public void A_refusal_names_the_article_and_no_one()
    {
        var refused = Assert.IsType<Verdict.Refused>(Authority.Decide(new HashSet<Role> { Role.TeamMember }, Sides.Sender, Take));
        Assert.Equal(("niet-bevoegd", "art. 4"), (refused.Refusal.Code, refused.Refusal.Article));
    }

    [Fact]
    [Requirement("W21")]
    public void An_action_on_content_for_an_operator_cannot_be_written_down() =>
        Assert.Throws<ArgumentException>(() => new ProtocolAction("openen", "art. 4", content: true, new Grant(Role.Operator, Sides.Receiver)));

    [Fact]
    public void A_grant_without_a_side_cannot_be_written_down() =>
        Assert.Throws<ArgumentException>(() => new ProtocolAction("openen", "art. 4", content: true, new Grant(Role.Dpo, Sides.None)));

    [Fact]
    public void Every_role_has_one_word_and_is_found_by_it()
    {
        Assert.All(RoleWords.All, role => Assert.Equal(role, RoleWords.Find(role.Word())));
        Assert.Equal(RoleWords.All.Count, RoleWords.All.Select(role => role.Word()).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(RoleWords.Find("betrokkene"));
    }

    [Fact]
    [Requirement("W23")]
    public void A_caller_printed_by_mistake_names_nobody() =>
        Assert.Equal("opgroeien", new Caller(Face.Team, new HashSet<Role>(), "persoon-1", "An Voorbeeld", "an@voorbeeld.test").ToString());
}
