using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>
/// The rule in words: a receipt is overdue when the sender should telephone, as long as the referral was neither opened nor ended nor the client
/// reached; a key is overdue at the first reminder of its handover, until it is revealed or the referral ends.
/// </summary>
public sealed class ReferralOverdueTests
{
    private static readonly ReferralTerms Terms = Referrals.Terms;

    [Theory]
    [InlineData("aangemaakt", false, false)]
    [InlineData("verzegeld", true, false)]
    [InlineData("verzonden", true, false)]
    [InlineData("opgenomen", true, true)]
    [InlineData("geopend", false, true)]
    [InlineData("contact", false, true)]
    [InlineData("wissen", false, false)]
    [InlineData("gewist", false, false)]
    [Requirement("W3")]
    public void The_word_of_the_head_says_what_can_be_overdue(string word, bool receipt, bool key)
    {
        var head = new ExchangeHead(
            Referrals.Id, ReferralHeads.Kind, Referrals.Mechelen.Id, 1, new("a"), new("b"), word, Referrals.Begin, null, null, null, [], null, [], 1);
        Assert.Equal(receipt ? LegalCalendar.AddWorkingDays(Referrals.Begin, Terms.UnopenedAfter) : null, ReferralOverdue.ReceiptFrom(head, Terms));
        Assert.Equal(key, ReferralOverdue.MayAwaitKey(head));
    }

    [Fact]
    [Requirement("F4")]
    public void A_key_is_awaited_from_the_first_reminder_until_it_is_revealed()
    {
        var created = ReferralState.Of([new ReferralFact.Created("1", Referrals.Begin, Referrals.Sender, new("a-1"), new(new(2026, 3, 2), ConsentForm.Oral, []))]);
        Assert.Null(ReferralOverdue.KeyFrom(created, Terms));
        var asked = created.After(new ReferralFact.KeyRequested("2", Referrals.Begin, Referrals.Worker, 1, Referrals.Worker.Staff));
        Assert.Equal(LegalCalendar.AddWorkingDays(Referrals.Begin, Terms.KeyReminders[0]), ReferralOverdue.KeyFrom(asked, Terms));
        Assert.Null(ReferralOverdue.KeyFrom(asked.After(new ReferralFact.KeyRevealed("3", Referrals.Begin, Referrals.Sender, 1, "doel")), Terms));
        Assert.Null(ReferralOverdue.KeyFrom(asked.After(new ReferralFact.Unreachable("4", Referrals.Begin, Referrals.Worker)), Terms));
    }
}
