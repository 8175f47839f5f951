using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>Article 7 on the real local host: reported, acknowledged, corrected, sent anew, certified, answered.</summary>
public sealed class CorrectionTests
{
    private static readonly Client Right = Client.Of(611);

    [Fact]
    [Requirement("G17", "R15", "W5")]
    public async Task A_defect_is_reported_acknowledged_corrected_sent_anew_and_the_old_copy_certified_as_erased()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        var before = (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.Current!;
        var head = (await rig.Host.Law.Ports.Register.FindAsync(exchange, Rig.Cancelled))!;
        var oldKey = await rig.Host.Law.Ports.Keys.GetAsync(exchange, Rig.Cancelled);

        var dossier = await rig.ReportAsync(rig.Worker, exchange, "verouderd", ["telefoonnummer", "adres"], telephone: true);
        Assert.Equal("gemeld", await rig.StateAsync(dossier));
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/ontvangst", new { wijze = "telefoon" })).Is(204);
        Assert.Equal("in-onderzoek", await rig.StateAsync(dossier));
        (await rig.ReplaceAsync(dossier, Right)).Is(204);

        // A new archive under a new key took the place of the old one.
        var referral = await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled);
        var after = referral.State.Current!;
        Assert.NotEqual(before.Id, after.Id);
        Assert.NotEqual(oldKey, await rig.Host.Law.Ports.Keys.GetAsync(exchange, Rig.Cancelled));
        Assert.Equal((1, 1), (await rig.Host.Law.Ports.Keys.CountAsync(exchange, Rig.Cancelled), await rig.Host.Law.Ports.Blobs.CountAsync(exchange, Rig.Cancelled)));
        Assert.Null(await rig.Host.Law.Ports.Blobs.OpenAsync(new(exchange, before.Id), Rig.Cancelled));
        Assert.Equal(after.Id, referral.State.Sent!.Artefact);
        Assert.Equal(1, await rig.Host.Law.Ports.Outbox.CountAttachmentsAsync(exchange, Rig.Cancelled));
        Assert.Empty(referral.Head.Pseudonyms.Intersect(head.Pseudonyms));
        Assert.NotEqual(head.Salt, referral.Head.Salt);
        Assert.Equal("afgesloten", await rig.StateAsync(dossier));

        // The certificate is of that one archive, and does not count among those of the referral.
        var document = (await rig.GetAsync(rig.Worker, $"/verbeteringen/{dossier}/wisbewijs")).Is(200).Text;
        var verified = DocumentVerifier.Verify(System.Text.Encoding.UTF8.GetBytes(document), await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled));
        var certificate = Assert.IsType<DocumentVerdict.ValidCertificate>(verified).Certificate;
        Assert.Equal((before.Id, before.Sha256), (Assert.Single(certificate.Files).Artefact, certificate.Files[0].Sha256));
        Assert.Equal(0, await Gegevensdeling.Retention.Eraser.CertificatesAsync(rig.Host.Law.Ports.Evidence, exchange, Rig.Cancelled));

        // Opened anew: the new content, with a receipt of its own.
        var content = (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        Assert.Equal(Right.PhoneE164, content.Json.GetProperty("client").GetProperty("telefoonnummer").GetString());
        Assert.DoesNotContain(Client.Any.Mail, content.Text, StringComparison.Ordinal);
        Assert.Contains(after.Sha256, (await rig.SeeAsync(rig.Worker, exchange, "ontvangstbewijs")).Is(200).Text, StringComparison.Ordinal);

        // And it ends as any referral does.
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(exchange));
        Assert.Equal(1, await Gegevensdeling.Retention.Eraser.CertificatesAsync(rig.Host.Law.Ports.Evidence, exchange, Rig.Cancelled));
    }

    [Fact]
    [Requirement("G17", "W12")]
    public async Task A_team_corrects_what_it_sent_itself_and_the_receiver_hears_of_it()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        var dossier = await rig.ReportAsync(rig.Team, exchange);
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/ontvangst", new { wijze = "toepassing" })).Refuses(409, "toestand-eigen-verbetering");
        (await rig.ReplaceAsync(dossier, Right)).Is(204);
        Assert.Equal("afgesloten", await rig.StateAsync(dossier));
        await rig.OpenAsync(exchange); // nobody had opened it: the new content is the first that is seen
        Assert.Contains(rig.MailsOf(dossier), mail => mail.Contains("er komt een verbetering", StringComparison.Ordinal));
        Assert.Single(rig.MailsOf(exchange), mail => mail.Contains("Dit bestand vervangt het vorige", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("G17")]
    public async Task What_is_superfluous_goes_and_the_referral_ends_with_its_own_certificate()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        var dossier = await rig.AcknowledgedAsync(exchange, "overtollig");
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/maatregel", new { maatregel = "gewist", wijze = "toepassing" })).Is(204);
        Assert.Equal(ErasureReason.Voided, (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.End);
        await rig.TurnAsync(TimeSpan.FromMinutes(2));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        Assert.True(await rig.IsErasedAsync(exchange));
        Assert.Equal("afgesloten", await rig.StateAsync(dossier));
        (await rig.SeeAsync(rig.Worker, exchange, "wisbewijs")).Is(200);
    }

    [Fact]
    [Requirement("G17", "R15")]
    public async Task What_is_not_founded_is_answered_with_a_code_and_nothing_is_replaced()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        var dossier = await rig.AcknowledgedAsync(exchange);
        var before = (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.Current;
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/maatregel", new { maatregel = "niet-gegrond", reden = "gegeven-klopt", wijze = "telefoon" })).Is(204);
        Assert.Equal("afgesloten", await rig.StateAsync(dossier));
        Assert.Equal(before, (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.Current);
        Assert.Contains(rig.MailsOf(dossier), mail => mail.Contains("het gegeven klopt", StringComparison.Ordinal) && mail.Contains(rig.Worker.Mail!, StringComparison.Ordinal));
        (await rig.GetAsync(rig.Worker, $"/verbeteringen/{dossier}/wisbewijs")).Is(404);
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/maatregel", new { maatregel = "niet-gegrond", reden = "gegeven-klopt", wijze = "telefoon" })).Refuses(409, "al-afgesloten");
    }

    [Fact]
    [Requirement("G17")]
    public async Task Who_keeps_silent_is_reminded_and_then_it_escalates_to_the_officers()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        var dossier = await rig.ReportAsync(rig.Worker, exchange);
        Assert.Single(rig.MailsOf(dossier), mail => mail.Contains("er is een fout gemeld", StringComparison.Ordinal) && mail.Contains(rig.Team.Mail!, StringComparison.Ordinal));
        await rig.TurnAsync(LegalCalendar.AddWorkingDays(Rig.Begin, 3) - Rig.Begin);
        Assert.Single(rig.MailsOf(dossier), mail => mail.Contains("wacht op u", StringComparison.Ordinal) && mail.Contains(rig.Team.Mail!, StringComparison.Ordinal));
        Assert.DoesNotContain(rig.MailsOf(dossier), mail => mail.Contains("blijft liggen", StringComparison.Ordinal));
        await rig.TurnAsync(LegalCalendar.AddWorkingDays(Rig.Begin, 5) - rig.Clock.GetUtcNow());
        Assert.Single(rig.MailsOf(dossier), mail => mail.Contains("blijft liggen", StringComparison.Ordinal) && mail.Contains("To: privacy@mechelen.be", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("G17", "G10")]
    public async Task While_the_protocol_is_suspended_a_correction_goes_on_and_the_content_waits()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        await rig.SuspendAsync();
        var dossier = await rig.AcknowledgedAsync(exchange);
        (await rig.ReplaceAsync(dossier, Right)).Refuses(422, "protocol-geschorst");
        Assert.Equal("in-onderzoek", await rig.StateAsync(dossier));
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/maatregel", new { maatregel = "niet-gegrond", reden = "niet-te-bevestigen", wijze = "telefoon" })).Is(204);
        Assert.Equal("afgesloten", await rig.StateAsync(dossier));
    }

    [Fact]
    [Requirement("W12", "R13")]
    public async Task The_team_sees_no_difference_between_a_referral_that_lives_and_one_that_ended_or_is_erased()
    {
        await using var rig = await Rig.StartAsync();
        var seen = new List<string>();
        foreach (var end in new[] { "not", "before the report", "before the content" })
        {
            var exchange = await rig.ReferAsync(Client.Of(620 + seen.Count));
            await rig.OpenAsync(exchange);
            if (end == "before the report")
                await EndAsync(rig, exchange);
            var dossier = await rig.ReportAsync(rig.Team, exchange);
            if (end == "before the content")
                await EndAsync(rig, exchange);
            Answer[] answers =
            [
                await rig.GetAsync(rig.Team, $"/verbeteringen/{dossier}"),
                await rig.ReplaceAsync(dossier, Client.Of(630 + seen.Count)),
                await rig.GetAsync(rig.Team, $"/verbeteringen/{dossier}"),
                await rig.ReplaceAsync(dossier, Client.Of(640 + seen.Count)),
                await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/niet-meer-nodig"),
                await rig.GetAsync(rig.Team, $"/doorverwijzingen/{exchange}/verbeteringen"),
            ];
            var team = rig.MailsOf(dossier).Where(mail => mail.Contains(rig.Team.Mail!, StringComparison.Ordinal) || mail.Contains("lokaal-team-mechelen", StringComparison.Ordinal));
            seen.Add(string.Join('\n', answers.Select(answer => answer.Comparable)).Replace(dossier.Value, "VB", StringComparison.Ordinal).Replace(exchange.Value, "DV", StringComparison.Ordinal) + $"\n{team.Count()} mails");
        }

        Assert.Equal(seen[0], seen[1]);
        Assert.Equal(seen[0], seen[2]);
    }

    [Fact]
    [Requirement("W12", "R13")]
    public async Task A_correction_of_a_referral_that_ended_closes_itself_and_does_not_say_why()
    {
        await using var rig = await Rig.StartAsync();
        var (ended, takenBack) = (await rig.ReferAsync(Client.Of(650)), await rig.ReferAsync(Client.Of(651)));
        var (one, other) = (await rig.ReportAsync(rig.Worker, ended), await rig.ReportAsync(rig.Worker, takenBack));
        (await rig.PostAsync(rig.Worker, $"/verbeteringen/{other}/niet-meer-nodig")).Is(204);
        (await rig.DoAsync(rig.Worker, ended, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.Equal("gemeld", await rig.StateAsync(one));
        await rig.TurnAsync(TimeSpan.FromHours(25));
        Assert.Equal("niet-meer-nodig", await rig.StateAsync(one));
        Assert.Equal("niet-meer-nodig", await rig.StateAsync(other));
        Assert.Equal(Told(rig, other), Told(rig, one));

        static List<string> Told(Rig rig, ExchangeId dossier) =>
            [.. rig.MailsOf(dossier).Select(mail => mail.Split("\r\n").First(line => line.StartsWith("Subject:", StringComparison.Ordinal)).Replace(dossier.Value, "VB", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    [Requirement("W12", "R13")]
    public async Task The_team_does_not_learn_from_a_report_that_there_was_contact_with_the_client()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        var (theirs, own) = (await rig.ReportAsync(rig.Worker, exchange), await rig.ReportAsync(rig.Team, exchange));
        foreach (var (who, dossier, told) in new[] { (rig.Team, theirs, false), (rig.Worker, theirs, true), (rig.Team, own, true), (rig.Worker, own, true) })
        {
            var answer = (await rig.GetAsync(who, $"/verbeteringen/{dossier}")).Is(200).Json;
            Assert.Equal(told, answer.TryGetProperty("naMeldingClient", out var notice) && notice.ValueKind == System.Text.Json.JsonValueKind.True);
        }

        Assert.NotEmpty(rig.MailsOf(theirs));
        Assert.DoesNotContain(rig.MailsOf(theirs), mail => mail.Contains("zelf gemeld", StringComparison.Ordinal));
        Assert.Contains(rig.MailsOf(own), mail => mail.Contains("zelf gemeld", StringComparison.Ordinal));
    }

    private static async Task EndAsync(Rig rig, ExchangeId exchange)
    {
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(exchange));
    }
}
