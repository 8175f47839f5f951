using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>Wrong data, from the report to the certificate of the file that was replaced (art. 7).</summary>
public sealed class CorrectionStoryTests
{
    [Fact]
    [Requirement("G17", "R15", "W5")]
    public async Task Wrong_data_are_reported_by_telephone_forgotten_for_a_while_corrected_and_opened_anew()
    {
        await using var story = await Story.BeginAsync("Het e-mailadres klopt niet: gemeld aan de telefoon, na een herinnering verbeterd, opnieuw verzonden en geopend. Geen bericht noemt het foute of het juiste adres.");
        var referral = await story.ReferAsync();
        await story.TakeAndOpenAsync(referral);
        var dossier = await story.ReportAsync(story.Worker, referral, DefectKind.Wrong, "e-mailadres", "belde het team en meldt: e-mailadres foutief, door de cliënt gezegd");
        await story.WorkingDaysLaterAsync(2);
        await story.ReplaceAsync(dossier, "amelie.juist@proefpost.example");
        await story.CorrectAsync(story.Team, dossier, new CorrectionCommand.Acknowledge(Manner.Application), "bevestigt de melding");
        await story.ReplaceAsync(dossier, "amelie.juist@proefpost.example");
        await story.OpenAsync(story.Worker, referral);
        await story.CorrectAsync(story.Worker, dossier, new CorrectionCommand.TakeBack(), "zegt dat het niet meer nodig is");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RecordContact(Manner.Telephone), "legt contact vast (telefoon)");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.OpenClientFile(Manner.Application), "legt vast: cliëntdossier aangemaakt");
        Assert.DoesNotContain(story.Messages, message => message.Text.Contains("proefpost", StringComparison.Ordinal));
        await Approved.EqualAsync("verbetering.approved.txt", await story.EndAsync());
    }
}
