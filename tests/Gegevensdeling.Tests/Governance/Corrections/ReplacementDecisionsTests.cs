using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Corrections;

/// <summary>One seals at a time: the store holds one key an exchange.</summary>
public sealed class ReplacementDecisionsTests
{
    private static readonly ReplacementOrder Order = new(Referrals.Id, Referrals.Correction, Referrals.Sha256[..32]);
    private static readonly ReplacementOrder Other = new(Referrals.Id, new("VB-0000-0000-0002"), new string('b', 32));
    private static readonly ReferralFact[] Opened = [Referrals.Sealed(), Referrals.Sent(), Referrals.Taken(Referrals.Worker), Referrals.Opened()];

    [Fact]
    [Requirement("G17")]
    public void The_first_claims_a_repetition_goes_on_and_another_waits_until_the_claim_is_a_dead_ones()
    {
        Assert.IsType<ReferralFact.ReplacementClaimed>(Assert.IsType<Decision.Record>(Claim(Referrals.State(Opened), Order)).Fact);
        var claimed = Referrals.State([.. Opened, Referrals.Claimed(Referrals.Begin)]);
        Assert.IsType<Decision.Already>(Claim(claimed, Order));
        Assert.Equal("nog-bezig-vervanging", Code(Claim(claimed, Other)));
        Assert.Equal("nog-bezig-vervanging", Code(Claim(claimed, Other, minutes: 14)));
        Assert.IsType<Decision.Record>(Claim(claimed, Other, minutes: 15));
    }

    [Fact]
    [Requirement("G17", "W6")]
    public void Neither_a_lost_key_nor_new_content_is_sealed_while_the_other_is()
    {
        var lost = new ReferralFact.KeyLost(Referrals.NextId(), Referrals.Begin, Referrals.Worker, KeyLostReason.Lost);
        Assert.Equal("nog-bezig-verzegeling", Code(Claim(Referrals.State([.. Opened, lost]), Order)));

        // Lost twice: sealed again once is not enough.
        var twice = Referrals.State([.. Opened, lost, lost with { Id = Referrals.NextId() }, new ReferralFact.Resealed(Referrals.NextId(), Referrals.Begin, Referrals.Worker, new("a-9"), Referrals.Sha256, 1, new("a-1"))]);
        Assert.Equal("nog-bezig-verzegeling", Code(Claim(twice, Order)));
        Assert.Equal("nog-bezig-vervanging", Code(Lose(Referrals.State([.. Opened, Referrals.Claimed(Referrals.Begin)]))));
        Assert.IsType<Decision.Record>(Lose(Referrals.State([.. Opened, Referrals.Claimed(Referrals.Begin.AddHours(-1))])));
    }

    [Fact]
    [Requirement("G17", "W12")]
    public void What_has_ended_is_not_replaced_and_what_was_replaced_for_a_correction_is_not_replaced_again()
    {
        foreach (var (_, end) in Referrals.Ends())
            Assert.Equal(ReferralDecisions.Ended, Assert.IsType<Decision.Refuse>(Claim(Referrals.State([.. Opened, Referrals.Contact(), end]), Order)).Refusal);
        var made = Referrals.State([.. Opened, Referrals.Claimed(Referrals.Begin), Referrals.Corrected()]);
        Assert.IsType<Decision.Already>(Claim(made, Order));
        Assert.Null(made.Claim);
        Assert.IsType<Decision.Record>(Claim(made, Other));
        Assert.Equal("doorverwijzing-onvolledig", Code(Claim(Referrals.State(), Order)));
    }

    [Fact]
    [Requirement("G17", "F4")]
    public void The_old_archive_and_the_handovers_of_its_key_are_void_and_only_the_claimant_completes()
    {
        var before = Referrals.State([.. Opened, Referrals.Asked(1, Referrals.Worker), Referrals.Shown(1), Referrals.Claimed(Referrals.Begin)]);
        Assert.Equal("nog-bezig-vervanging", Code(Complete(before, Other)));
        var after = before.After(Assert.IsType<Decision.Record>(Complete(before, Order)).Fact);
        Assert.Equal(Order.Artefact, after.Current!.Id);
        Assert.True(after.Archives[0].Voided);
        Assert.Null(after.OpenHandover);
        Assert.IsType<Decision.Already>(Complete(after, Order));
        Assert.Equal("doorverwijzing-beeindigd", Code(Complete(before.After(Referrals.Ends().Last().End), Order)));
    }

    private static Decision Claim(ReferralState state, ReplacementOrder order, int minutes = 1) => ReplacementDecisions.Claim(state, order, Stamp(minutes));

    private static Decision Complete(ReferralState state, ReplacementOrder order) => ReplacementDecisions.Complete(state, order, Referrals.Sha256, 1, Stamp(1));

    private static Decision Lose(ReferralState state) => ReferralDecisions.Decide(
        state, new ReferralCommand.LoseKey(KeyLostReason.Lost),
        new(Referrals.Id, Referrals.NextId(), Referrals.Begin.AddMinutes(1), Referrals.Worker, null, true, true, new HashSet<string>(), []));

    private static DecisionStamp Stamp(int minutes) => new(Referrals.NextId(), Referrals.Begin.AddMinutes(minutes), Referrals.Sender);

    private static string Code(Decision decision) => Assert.IsType<Decision.Refuse>(decision).Refusal.Code;
}
