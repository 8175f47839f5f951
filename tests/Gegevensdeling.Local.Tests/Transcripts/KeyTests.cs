using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>The handover of the key, when it goes well and when it does not (F4, W1, W6).</summary>
public sealed class KeyTests
{
    [Fact]
    [Requirement("W6", "F4")]
    public async Task A_lost_key_is_never_used_again_and_an_interrupted_reveal_is_a_new_handover()
    {
        await using var story = await Story.BeginAsync("Tonen onderbroken, daarna de sleutel verloren: opnieuw verzegeld, opnieuw verzonden, overdracht opnieuw.");
        var referral = await story.ReferAsync();
        await story.DoAsync(story.Worker, referral, new ReferralCommand.Take(false), "neemt op");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RequestKey(), "vraagt de sleutel");
        var key = await story.RevealAsync(referral);
        Assert.Null(await story.RevealAsync(referral));
        await story.DoAsync(story.Team, referral, new ReferralCommand.InterruptReveal(), "meldt: het tonen werd onderbroken");
        Assert.Equal(key, await story.RevealAsync(referral));
        await story.DoAsync(story.Worker, referral, new ReferralCommand.ReceiveKey(), "bevestigt de sleutel");
        var before = (await story.ReferralAsync(referral)).State.Current!;
        await story.DoAsync(story.Worker, referral, new ReferralCommand.LoseKey(KeyLostReason.MaybeKnown), "meldt: de sleutel is mogelijk gekend");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.Confirm(before.Sha256), "bevestigt ontvangst met de controlesom van het vervallen bestand");
        Assert.Null(await story.RevealAsync(referral));
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RequestKey(), "vraagt de nieuwe sleutel");
        Assert.NotEqual(key, await story.RevealAsync(referral));
        await story.DoAsync(story.Worker, referral, new ReferralCommand.ReceiveKey(), "bevestigt de sleutel");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.Confirm((await story.ReferralAsync(referral)).State.Current!.Sha256), "bevestigt ontvangst met de controlesom van het nieuwe bestand");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.WipeKey(Side.Ocmw), "verklaart de sleutel gewist");
        await story.DoAsync(story.Team, referral, new ReferralCommand.WipeKey(Side.Team), "verklaart de sleutel gewist");
        await story.DaysLaterAsync(20);
        await Approved.EqualAsync("sleutel-verloren.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("F4", "W1")]
    public async Task A_handover_that_hangs_ends_with_both_data_protection_officers()
    {
        await using var story = await Story.BeginAsync("De sleutel wordt gevraagd, maar het team toont hem niet.");
        var referral = await story.ReferAsync();
        await story.TakeAndOpenAsync(referral);
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RequestKey(), "vraagt de sleutel");
        await story.WorkingDaysLaterAsync(6);
        story.Say("pas daarna belt het team; het wissen van de sleutel wordt nooit verklaard");
        Assert.NotNull(await story.RevealAsync(referral));
        await story.DoAsync(story.Worker, referral, new ReferralCommand.ReceiveKey(), "bevestigt de sleutel");
        await story.WorkingDaysLaterAsync(6);
        await Approved.EqualAsync("sleutel-hangt.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("F4", "R13", "W12")]
    public async Task The_end_of_a_referral_is_not_told_to_the_team_through_the_key()
    {
        await using var story = await Story.BeginAsync("De sleutel is overgedragen; daarna trekt de cliënt in bij het OCMW. Het team hoort alleen wat het zonder de intrekking ook zou horen.");
        var (ended, going) = (await story.ReferAsync("Een", "Proefmans", "een@proefpost.example"), await story.ReferAsync("Twee", "Proefmans", "twee@proefpost.example"));
        foreach (var referral in new[] { ended, going })
        {
            await story.TakeAndOpenAsync(referral);
            await story.DoAsync(story.Worker, referral, new ReferralCommand.RequestKey(), "vraagt de sleutel");
            await story.RevealAsync(referral);
            await story.DoAsync(story.Worker, referral, new ReferralCommand.ReceiveKey(), "bevestigt de sleutel");
        }

        story.Jump(TimeSpan.FromHours(3));
        await story.DoAsync(story.Worker, ended, new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, null), "legt vast: toestemming ingetrokken (telefoon)");
        await story.DaysLaterAsync(20);
        var told = story.MessagesTo(story.Team).ToLookup(message => message.Exchange, message => message.Subject.Replace(message.Exchange.Value, "", StringComparison.Ordinal));
        Assert.Equal(told[going], told[ended]);
        await Approved.EqualAsync("sleutel-en-intrekking.approved.txt", await story.EndAsync());
    }
}
