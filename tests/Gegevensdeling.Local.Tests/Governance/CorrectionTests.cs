using System.Text.Json.Nodes;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Local.Host;
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
}

/// <summary>What people do to a correction, through the real routes.</summary>
internal static class Corrections
{
    public static async Task<ExchangeId> ReportAsync(
        this Rig rig, Gegevensdeling.Parties.Caller who, ExchangeId exchange, string kind = "foutief", string[]? fields = null, bool telephone = false) =>
        new((await rig.PostAsync(who, $"/doorverwijzingen/{exchange}/fout", Report(kind, fields, telephone))).Is(201).Json.GetProperty("verbetering").GetString()!);

    public static object Report(string kind = "foutief", string[]? fields = null, bool telephone = false) =>
        new { soort = kind, gegevens = fields ?? ["telefoonnummer"], naMeldingClient = true, wijze = telephone ? "telefoon" : "toepassing" };

    public static JsonObject Content(Client client, string postcode = "2800") => new() { ["client"] = Referrals.Body(client, postcode: postcode)["client"]!.DeepClone() };

    public static Task<Answer> ReplaceAsync(this Rig rig, ExchangeId dossier, Client client, Gegevensdeling.Parties.Caller? who = null, string? key = null, string? purpose = null) =>
        rig.AskAsync(who ?? rig.Team, HttpMethod.Post, $"/verbeteringen/{dossier}/inhoud", Content(client).ToJsonString(), purpose ?? Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender), key);

    public static async Task<ExchangeId> AcknowledgedAsync(this Rig rig, ExchangeId exchange, string kind = "foutief")
    {
        var dossier = await rig.ReportAsync(rig.Worker, exchange, kind);
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/ontvangst", new { wijze = "toepassing" })).Is(204);
        return dossier;
    }

    public static async Task<string> StateAsync(this Rig rig, ExchangeId dossier, Gegevensdeling.Parties.Caller? who = null) =>
        (await rig.GetAsync(who ?? rig.Team, $"/verbeteringen/{dossier}")).Is(200).Json.GetProperty("toestand").GetString()!;
}
