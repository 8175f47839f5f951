using Gegevensdeling.Calendar;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Evidence;
using Gegevensdeling.Local.Demo;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>Every route does what it says, over real HTTP.</summary>
public sealed class HappyWayTests
{
    [Fact]
    [Requirement("R4", "R7", "W3", "F1", "F2")]
    public async Task A_referral_goes_from_consent_to_certificate()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        Assert.Equal("niet afgeleverd", (await rig.SeeAsync(rig.Team, exchange, "aflevering")).Is(200).Json.GetProperty("aflevering").GetString());
        var line = (await rig.GetAsync(rig.Worker, "/doorverwijzingen")).Is(200).Json.GetProperty("doorverwijzingen")[0];
        Assert.Equal((exchange.Value, "verzonden", false), (line.GetProperty("verwijzing").GetString()!, line.GetProperty("toestand").GetString()!, line.GetProperty("opgenomen").GetBoolean()));

        await rig.TakeAsync(exchange);
        var content = (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200).Json.GetProperty("client");
        Assert.Equal((Client.Any.FirstName, Client.Any.Name, Client.Any.PhoneE164, Client.Any.Mail), (
            content.GetProperty("voornaam").GetString()!, content.GetProperty("naam").GetString()!, content.GetProperty("telefoonnummer").GetString()!, content.GetProperty("emailadres").GetString()!));
        Assert.Equal("afgeleverd", (await rig.SeeAsync(rig.Team, exchange, "aflevering")).Is(200).Json.GetProperty("aflevering").GetString());

        var keys = Keys((await rig.GetAsync(null, "/sleutels.jwks.json")).Is(200));
        Assert.IsType<DocumentVerdict.ValidReceipt>(DocumentVerifier.Verify((await rig.SeeAsync(rig.Head, exchange, "ontvangstbewijs")).Is(200).Raw, keys));

        (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "toepassing" })).Is(204);
        Assert.True(await rig.IsErasedAsync(exchange));
        (await rig.DoAsync(rig.Head, exchange, "verklaring", new { gewist = new[] { "mailbox", "downloads", "papier" } })).Is(204);
        Assert.IsType<DocumentVerdict.ValidCertificate>(DocumentVerifier.Verify((await rig.SeeAsync(rig.Worker, exchange, "wisbewijs")).Is(200).Raw, keys));

        await rig.TurnAsync(TimeSpan.FromDays(rig.Mechelen.Retention.History.Days + 1));
        Assert.Equal(1, (await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Purged);
        var second = (await rig.SeeAsync(rig.Worker, exchange, "wisbewijs")).Is(200);
        Assert.IsType<DocumentVerdict.ValidCertificate>(DocumentVerifier.Verify(second.Raw, keys));
        Assert.DoesNotContain("nog niet verklaard", second.Text, StringComparison.Ordinal);
        Assert.Equal("ok\n", (await rig.GetAsync(null, "/gezondheid")).Is(200).Text);
    }

    [Fact]
    [Requirement("F4", "W1", "R7")]
    public async Task The_key_is_read_over_the_telephone_and_opens_the_fetched_archive()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        Assert.Equal(rig.Worker.Name, (await rig.SeeAsync(rig.Team, exchange, "sleutel")).Is(200).Json.GetProperty("gevraagdDoor").GetString());
        var key = (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200).Json.GetProperty("sleutel").GetString()!;
        var archive = (await rig.DoAsync(rig.Worker, exchange, "bestand")).Is(200);
        Assert.Equal("application/x-7z-compressed", archive.MediaType);
        using (var opened = await SealedArchive.OpenAsync(new MemoryStream(archive.Raw), key, ArchiveLimits.Default, Rig.Cancelled))
            Assert.Equal(2, opened.Entries.Count);

        (await rig.DoAsync(rig.Worker, exchange, "sleutel/ontvangst")).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "ontvangst", new { sha256 = Sha256Hex.Of(archive.Raw).ToUpperInvariant() })).Is(204);
        Assert.Equal("afgeleverd", (await rig.SeeAsync(rig.Team, exchange, "aflevering")).Is(200).Json.GetProperty("aflevering").GetString());
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/gewist")).Is(204);
        (await rig.DoAsync(rig.Team, exchange, "sleutel/gewist")).Is(204);
    }

    [Fact]
    [Requirement("W6")]
    public async Task A_lost_key_makes_a_new_archive_and_the_old_key_opens_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        var old = (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200).Json.GetProperty("sleutel").GetString()!;
        (await rig.DoAsync(rig.Team, exchange, "sleutel/onderbroken")).Is(204);
        Assert.Equal(old, (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200).Json.GetProperty("sleutel").GetString());
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/verloren", new { reden = "mogelijk-gekend" })).Is(204);
        var archive = (await rig.DoAsync(rig.Worker, exchange, "bestand")).Is(200).Raw;
        await Assert.ThrowsAsync<WrongKeyException>(async () => (await SealedArchive.OpenAsync(new MemoryStream(archive), old, ArchiveLimits.Default, Rig.Cancelled)).Dispose());
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
    }

    [Fact]
    [Requirement("W7", "W10", "R11", "W11")]
    public async Task Every_other_end_erases()
    {
        await using var rig = await Rig.StartAsync();
        var notOurs = await rig.ReferAsync(Client.Of(1));
        (await rig.DoAsync(rig.Worker, notOurs, "niet-voor-ons", new { reden = "verhuisd" })).Is(204);
        Assert.True(await rig.IsErasedAsync(notOurs));
        Assert.Equal("verhuisd", (await rig.SeeAsync(rig.Team, notOurs, "aflevering")).Is(200).Json.GetProperty("teruggekeerd").GetString());

        var noHelp = await rig.ReferAsync(Client.Of(2));
        await rig.ContactAsync(noHelp);
        (await rig.DoAsync(rig.Worker, noHelp, "uitkomst", new { wenstHulp = false, wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(noHelp));

        var silent = await rig.ReferAsync(Client.Of(3));
        await rig.OpenAsync(silent);
        (await rig.DoAsync(rig.Worker, silent, "onbereikbaar")).Refuses(422, "termijn-onbereikbaar-loopt");
        await rig.TurnAsync(LegalCalendar.AddWorkingDays(rig.Clock.GetUtcNow(), rig.Mechelen.Referral!.FollowUp.UnreachableAfter + 1) - rig.Clock.GetUtcNow());
        (await rig.DoAsync(rig.Worker, silent, "onbereikbaar")).Is(204);
        Assert.True(await rig.IsErasedAsync(silent));

        (await rig.DoAsync(rig.Team, silent, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.Contains(Directory.GetFiles(Path.Combine(rig.Root, "berichten", silent.Value)), path => SentMail.Read(path, silent).Subject.Contains("toestemming ingetrokken", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("R17")]
    public async Task Passing_on_needs_the_agreement_of_the_region_and_the_consent_of_the_client()
    {
        using var folder = new ProtocolCopy();
        folder.Change("mechelen-2024", protocol =>
        {
            protocol["doorverwijzing"]!["gbo"]!["overeenkomstBestaat"] = true;
            protocol["doorverwijzing"]!["gbo"]!["overeenkomst"] = "Overeenkomst van een verzonnen regio";
        });
        await using var rig = await Rig.StartAsync(protocols: folder.Path);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "doorgave-gbo", new { toestemmingClient = false })).Refuses(422, "geen-toestemming-doorgave");
        (await rig.DoAsync(rig.Worker, exchange, "doorgave-gbo", new { toestemmingClient = true })).Is(204);

        await using var without = await Rig.StartAsync();
        var other = await without.ReferAsync();
        await without.OpenAsync(other);
        (await without.DoAsync(without.Worker, other, "doorgave-gbo", new { toestemmingClient = true })).Refuses(422, "geen-gbo-overeenkomst");
    }

    [Fact]
    [Requirement("W4")]
    public async Task A_colleague_takes_over_only_in_so_many_words()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Refuses(422, "niet-genomen");
        await rig.TakeAsync(exchange);
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Colleague, exchange, "opname", new { })).Refuses(409, "al-genomen");
        (await rig.DoAsync(rig.Colleague, exchange, "openen")).Refuses(422, "andere-behandelaar");
        (await rig.DoAsync(rig.Colleague, exchange, "opname", new { overname = true })).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Refuses(422, "andere-behandelaar");
        (await rig.DoAsync(rig.Colleague, exchange, "openen")).Is(200);
    }

    [Fact]
    [Requirement("W8")]
    public async Task Two_referrals_of_one_client_are_shown_to_the_ocmw_only_and_a_withdrawal_says_which()
    {
        await using var rig = await Rig.StartAsync();
        var (one, two) = (await rig.ReferAsync(), await rig.ReferAsync());
        var lines = (await rig.GetAsync(rig.Worker, "/doorverwijzingen")).Is(200).Json.GetProperty("doorverwijzingen").EnumerateArray().ToList();
        Assert.All(lines, line => Assert.Equal(1, line.GetProperty("mogelijkDezelfdeClient").GetArrayLength()));
        Assert.DoesNotContain(one.Value, (await rig.SeeAsync(rig.Team, two, "aflevering")).Is(200).Text, StringComparison.Ordinal);
        (await rig.DoAsync(rig.Worker, one, "intrekking", new { wijze = "telefoon" })).Refuses(422, "welke-doorverwijzing");
        (await rig.DoAsync(rig.Worker, one, "intrekking", new { wijze = "telefoon", betreft = new[] { one.Value, two.Value } })).Is(204);
        Assert.True(await rig.IsErasedAsync(one) && await rig.IsErasedAsync(two));
    }

    private static PublicKeySet Keys(Answer answer) => Assert.IsType<KeySetReading.Read>(PublicKeySet.Read(answer.Raw)).Keys;
}
