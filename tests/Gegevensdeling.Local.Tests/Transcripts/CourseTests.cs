using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>The referral as the protocol promises it, told day by day. The approved texts beside this file are meant to be read.</summary>
public sealed class CourseTests
{
    [Fact]
    [Requirement("R7", "R9", "R10", "W3", "F1", "F2")]
    public async Task A_normal_course_ends_in_a_client_file()
    {
        await using var story = await Story.BeginAsync("Een doorverwijzing loopt goed af: contact, hulp gewenst, cliëntdossier.");
        var referral = await story.ReferAsync();
        await story.TurnToAsync(story.Now.AddHours(2));
        await story.TakeAndOpenAsync(referral);
        await story.TurnToAsync(story.Now.AddDays(1));
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RecordContact(Manner.Telephone), "legt het contact vast (telefoon)");
        await story.TurnToAsync(story.Now.AddDays(1));
        await story.DoAsync(story.Worker, referral, new ReferralCommand.OpenClientFile(Manner.Application), "legt vast: hulp gewenst, cliëntdossier aangemaakt");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.Declare(Side.Ocmw, [Evidence.DeclaredCopy.Mailbox, Evidence.DeclaredCopy.Downloads, Evidence.DeclaredCopy.Paper]), "verklaart mailbox, downloads en papier gewist");
        await story.DaysLaterAsync(31);
        await story.SweepAsync();
        await Approved.EqualAsync("normaal.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("R9", "R14", "W3", "W4", "W20")]
    public async Task A_referral_that_nobody_opens_is_reminded_and_escalated_but_never_erased()
    {
        await using var story = await Story.BeginAsync("Niemand opent de doorverwijzing, twee maanden lang.");
        await story.ReferAsync();
        await story.DaysLaterAsync(61);
        await story.SweepAsync();
        await Approved.EqualAsync("nooit-geopend.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("R9", "W10")]
    public async Task A_client_who_cannot_be_reached_is_decided_upon_by_a_worker_after_the_own_term()
    {
        await using var story = await Story.BeginAsync("Geopend, maar de cliënt is niet te bereiken.");
        var referral = await story.ReferAsync();
        await story.TakeAndOpenAsync(referral);
        await story.DoAsync(story.Worker, referral, new ReferralCommand.DecideUnreachable(), "beslist 'onbereikbaar'");
        await story.WorkingDaysLaterAsync(20);
        await story.DoAsync(story.Worker, referral, new ReferralCommand.DecideUnreachable(), "beslist 'onbereikbaar'");
        await story.DaysLaterAsync(40);
        await Approved.EqualAsync("onbereikbaar.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("W7", "W12")]
    public async Task Not_for_us_before_opening_starts_no_breach_assessment()
    {
        await using var story = await Story.BeginAsync("Niet voor ons, nog voor iemand de inhoud zag.");
        var referral = await story.ReferAsync();
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RefuseNotForUs(NotForUsReason.OtherService), "meldt 'niet voor ons': een andere dienst");
        await story.DaysLaterAsync(40);
        await Approved.EqualAsync("niet-voor-ons-ongeopend.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("W7", "W12", "G18", "W2")]
    public async Task Not_for_us_after_opening_asks_both_data_protection_officers()
    {
        await using var story = await Story.BeginAsync("Niet voor ons, na opening: beide DPO's beoordelen of het een gegevenslek is.");
        var referral = await story.ReferAsync();
        await story.TakeAndOpenAsync(referral);
        await story.DoAsync(story.Colleague, referral, new ReferralCommand.RefuseNotForUs(NotForUsReason.Moved), "meldt 'niet voor ons': verhuisd");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RefuseNotForUs(NotForUsReason.Moved), "meldt 'niet voor ons': verhuisd");
        await DossierFile.WakeAsync(story.Host.Engine, new($"GL{referral.Value[2..]}"), References.NewFact(), TestContext.Current.CancellationToken); // as the next sweep does; then nobody acts
        await story.SettleAsync();
        await story.DaysLaterAsync(40);
        await Approved.EqualAsync("niet-voor-ons-geopend.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("W4", "W1", "F4")]
    public async Task A_colleague_who_takes_over_owns_the_case_and_gets_a_key_handover_of_their_own()
    {
        await using var story = await Story.BeginAsync("Overname door een collega, terwijl de sleutel al gevraagd was.");
        var referral = await story.ReferAsync();
        await story.DoAsync(story.Worker, referral, new ReferralCommand.Take(false), "neemt op");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RequestKey(), "vraagt de sleutel");
        await story.DoAsync(story.Colleague, referral, new ReferralCommand.Take(false), "neemt op");
        await story.DoAsync(story.Colleague, referral, new ReferralCommand.Take(true), "neemt over, de eerste is afwezig");
        Assert.Null(await story.OpenAsync(story.Worker, referral));
        Assert.Null(await story.RevealAsync(referral));
        await story.DoAsync(story.Colleague, referral, new ReferralCommand.RequestKey(), "vraagt de sleutel");
        Assert.NotNull(await story.RevealAsync(referral));
        await story.DoAsync(story.Worker, referral, new ReferralCommand.ReceiveKey(), "bevestigt de sleutel");
        await story.DoAsync(story.Colleague, referral, new ReferralCommand.ReceiveKey(), "bevestigt de sleutel");
        Assert.NotNull(await story.OpenAsync(story.Colleague, referral));
        await story.DoAsync(story.Colleague, referral, new ReferralCommand.RecordContact(Manner.Telephone), "legt het contact vast (telefoon)");
        await story.DoAsync(story.Colleague, referral, new ReferralCommand.WantNoHelp(Manner.Telephone, false), "legt vast: geen hulp gewenst");
        await Approved.EqualAsync("overname.approved.txt", await story.EndAsync());
    }
}
