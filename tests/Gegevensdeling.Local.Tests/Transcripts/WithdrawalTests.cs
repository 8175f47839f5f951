using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>Consent withdrawn, at either side, in every state (F6).</summary>
public sealed class WithdrawalTests
{
    [Fact]
    [Requirement("R12", "F6", "W5", "W11", "W12")]
    public async Task Withdrawn_at_the_team_the_ocmw_is_told_in_every_state()
    {
        await using var story = await Story.BeginAsync("Intrekking bij het team, in elke toestand. Het OCMW hoort het; het antwoord aan het team is altijd hetzelfde.");
        await EveryStateAsync(story, referral => story.DoAsync(story.Team, referral, new ReferralCommand.Withdraw(Side.Team, Manner.Telephone, null), "legt vast: toestemming ingetrokken (telefoon)"));

        story.Say("na het cliëntdossier, twee keer gemeld (W11): de kopie is al weg, het OCMW regelt zijn dossier met de cliënt");
        var withFile = await UpToContactAsync(story, "Zes");
        await story.DoAsync(story.Worker, withFile, new ReferralCommand.OpenClientFile(Manner.Application), "legt vast: hulp gewenst, cliëntdossier aangemaakt");
        for (var time = 0; time < 2; time++)
            await story.DoAsync(story.Team, withFile, new ReferralCommand.Withdraw(Side.Team, Manner.Mail, null), "legt vast: toestemming ingetrokken (mail)");
        await Approved.EqualAsync("intrekking-team.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("R13", "F6", "W12")]
    public async Task Withdrawn_at_the_ocmw_the_team_hears_nothing_in_any_state()
    {
        await using var story = await Story.BeginAsync("Intrekking bij het OCMW, in elke toestand. Alles wordt gewist; het team hoort niets.");
        await EveryStateAsync(story, async referral =>
        {
            var before = story.MessagesTo(story.Team).Count();
            await story.DoAsync(story.Worker, referral, new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, null), "legt vast: toestemming ingetrokken (telefoon)");
            Assert.Equal(before, story.MessagesTo(story.Team).Count());
        });
        await story.DaysLaterAsync(40);

        // What still comes belongs to a key that was shown, and comes in the same rhythm without a withdrawal (KeyTests shows that).
        Assert.All(story.MessagesTo(story.Team), message => Assert.Contains("sleutel", message.Subject, StringComparison.Ordinal));
        await Approved.EqualAsync("intrekking-ocmw.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("W8")]
    public async Task Two_referrals_of_one_family_each_live_their_own_life_and_a_withdrawal_says_which()
    {
        await using var story = await Story.BeginAsync("Twee doorverwijzingen van mogelijk dezelfde cliënt.");
        var one = await story.ReferAsync();
        var two = await story.ReferAsync();
        var other = await story.ReferAsync("Boris", "Vanproefstede", "boris@proefpost.example");
        await story.DoAsync(story.Worker, one, new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, null), "legt vast: toestemming ingetrokken, zonder te zeggen welke");
        await story.DoAsync(story.Worker, one, new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, [two]), "legt vast: ingetrokken, maar noemt alleen de andere");
        await story.DoAsync(story.Worker, one, new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, [one]), "legt vast: ingetrokken, alleen deze");
        await story.DoAsync(story.Worker, two, new ReferralCommand.Take(false), "neemt op");
        await story.DoAsync(story.Worker, two, new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, null), "legt vast: toestemming ingetrokken (er is nog maar één)");
        Assert.Null((await story.ReferralAsync(other)).State.End);
        await Approved.EqualAsync("twee-van-een-gezin.approved.txt", await story.EndAsync());
    }

    private static async Task EveryStateAsync(Story story, Func<ExchangeId, Task> withdrawAsync)
    {
        story.Say("verzonden, nog niet opgenomen");
        await withdrawAsync(await story.ReferAsync("Een", "Proefmans", "een@proefpost.example"));

        story.Say("opgenomen, nog niet geopend");
        var taken = await story.ReferAsync("Twee", "Proefmans", "twee@proefpost.example");
        await story.DoAsync(story.Worker, taken, new ReferralCommand.Take(false), "neemt op");
        await withdrawAsync(taken);

        story.Say("geopend");
        var opened = await story.ReferAsync("Drie", "Proefmans", "drie@proefpost.example");
        await story.TakeAndOpenAsync(opened);
        await withdrawAsync(opened);

        story.Say("na het contact");
        await withdrawAsync(await UpToContactAsync(story, "Vier"));

        story.Say("terwijl de sleutel al getoond is");
        var shown = await story.ReferAsync("Vijf", "Proefmans", "vijf@proefpost.example");
        await story.TakeAndOpenAsync(shown);
        await story.DoAsync(story.Worker, shown, new ReferralCommand.RequestKey(), "vraagt de sleutel");
        await story.RevealAsync(shown);
        await withdrawAsync(shown);
    }

    private static async Task<ExchangeId> UpToContactAsync(Story story, string firstName)
    {
        var referral = await story.ReferAsync(firstName, "Proefmans", $"{firstName}@proefpost.example");
        await story.TakeAndOpenAsync(referral);
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RecordContact(Manner.Telephone), "legt het contact vast (telefoon)");
        return referral;
    }
}
