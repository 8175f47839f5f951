using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Objections;

/// <summary>What may be decided about a file of many people, and who hears it.</summary>
public sealed class FileObjectionRulesTests
{
    private static readonly ExchangeId Dossier = new("BZ-0000-0000-0001");

    /// <summary>right, verdict, ground -> recorded (=) or the refusal.</summary>
    [Theory]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.RowUnused, null, "=")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.RowUnused, ObjectionGround.LegalClaim, "grond-niet-verwacht")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.Upheld, null, "beslissing-past-niet")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.Lifted, ObjectionGround.Retracted, "beslissing-past-niet")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.Rejected, ObjectionGround.CompellingGrounds, "=")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.RowUnused, null, "=")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.Upheld, null, "beslissing-past-niet")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.Lifted, ObjectionGround.AccuracyVerified, "=")]
    [Requirement("W22")]
    public void A_file_of_many_people_goes_on_without_the_row_or_as_it_was(ObjectionRight right, ObjectionVerdict verdict, ObjectionGround? ground, string expected)
    {
        var decision = new ObjectionKind().Decide(
            State(right), new ObjectionCommand.Decide(Side.Ocmw, verdict, ground, "2026/14"), new(Dossier, CommittedProtocols.Turnhout, Referrals.NextId(), Referrals.Begin, new(2026, 3, 2), Referrals.Worker));
        Assert.Equal(expected, decision is DossierDecision.Refuse { Refusal.Code: var code } ? code : "=");
    }

    [Fact]
    [Requirement("W22", "P12")]
    public void What_is_well_founded_is_told_to_both_sides_at_once_and_lifted_once_the_person_knows()
    {
        var decided = State(ObjectionRight.Restriction) with { Decision = new(Referrals.NextId(), Referrals.Begin, Referrals.Worker, ObjectionVerdict.RowUnused, "2026/14") };
        Assert.True(decided.IsFinal);
        Assert.False(decided.Erases);
        var before = Plan(decided);
        Assert.Contains("rij-niet-meer-gebruiken", before.Select(step => step.Code));
        Assert.DoesNotContain(ObjectionPlan.Lift, before.Select(step => step.Code));
        var told = Assert.Single(before.OfType<DossierStep.Tell>(), tell => tell.Code == "rij-niet-meer-gebruiken");
        Assert.Equal([new Audience.Service(new("ocmw-turnhout")), new Audience.HeadOfService(new("ocmw-turnhout")), new Audience.Mailbox(new("opgroeien-regie"))], told.To);
        Assert.Contains("loopt door", before.OfType<DossierStep.Tell>().Single(tell => tell.Code.StartsWith("verwittigen", StringComparison.Ordinal)).Text.Text, StringComparison.Ordinal);
        Assert.Contains(ObjectionPlan.Lift, Plan(decided with { Informed = new(Referrals.NextId(), Referrals.Begin, Referrals.Worker, Manner.Mail, new(2026, 3, 2)) }).Select(step => step.Code));
        Assert.All(before.OfType<DossierStep.Tell>(), tell => Assert.DoesNotContain("doorverwijzing", tell.Text.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("W22")]
    public void Opgroeien_regie_is_the_providing_side_and_city_and_OCMW_are_the_other()
    {
        var turnhout = CommittedProtocols.Turnhout;
        Assert.Equal([Side.Team, Side.Ocmw, Side.Ocmw], new PartyId[] { new("opgroeien-regie"), new("stad-turnhout"), new("ocmw-turnhout") }.Select(party => ObjectionSides.SideOf(turnhout, party)));
        Assert.Equal([Side.Team, Side.Ocmw], new PartyId[] { new("opgroeien-regie"), new("ocmw-mechelen") }.Select(party => ObjectionSides.SideOf(Referrals.Mechelen, party)));
    }

    private static IReadOnlyList<DossierStep> Plan(ObjectionState state) => ObjectionPlan.Of(Dossier, CommittedProtocols.Turnhout, state, Referrals.Begin).Steps;

    private static ObjectionState State(ObjectionRight right) => new(new ObjectionFact.Made(
        Referrals.NextId(), Referrals.Begin, Referrals.Worker, new("GA-0000-0000-0001"), Side.Ocmw, right, Manner.Mail, right == ObjectionRight.Restriction ? RestrictionGround.Unlawful : null));
}
