using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>The key of the answer goes from the one DPO to the other (C2, P8), once shown, and never twice the same after a loss (W6, F4).</summary>
public sealed class AnswerKeyTests
{
    [Fact]
    [Requirement("P8", "F4", "W6")]
    public async Task The_key_is_shown_once_and_an_interrupted_reveal_is_a_new_handover()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (_, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/ontvangst", new { kanaal = "sms" })).Refuses(422, "sleutel-niet-getoond");
        (await turnhout.OfAnswerAsync(turnhout.Team, answer, "sleutel/tonen")).Refuses(403, "niet-bevoegd");
        var key = await turnhout.KeyAsync(answer);
        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "sleutel/tonen")).Refuses(409, "al-getoond");
        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "sleutel/opnieuw")).Is(204);
        Assert.Equal(2, (await turnhout.AnswerAsync(answer)).GetProperty("overdracht").GetInt32());
        Assert.Equal(key, await turnhout.KeyAsync(answer));
        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/ontvangst", new { kanaal = "mail" })).Is(400);
        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/ontvangst", new { kanaal = "sms" })).Is(204);

        // The file that the service fetched opens with what was read aloud.
        var archive = (await turnhout.OfAnswerAsync(turnhout.Service, answer, "bestand")).Is(200).Raw;
        using var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), key, ArchiveLimits.Default, Rig.Cancelled);
        Assert.Equal("antwoord.xlsx", Assert.Single(opened.Entries).Name);
    }

    [Fact]
    [Requirement("P8", "W2", "F4")]
    public async Task One_dpo_of_both_bodies_cannot_hand_the_key_to_themself()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (_, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        await turnhout.KeyAsync(answer);
        var same = turnhout.ServiceDpo with { Mail = turnhout.TeamDpo.Mail!.ToUpperInvariant() };
        (await turnhout.OfAnswerAsync(same, answer, "sleutel/ontvangst", new { kanaal = "telefoon" })).Refuses(422, "zelfde-persoon");
        Assert.False((await turnhout.AnswerAsync(answer)).GetProperty("sleutelOntvangen").GetBoolean());
        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/ontvangst", new { kanaal = "telefoon" })).Is(204);
    }

    [Fact]
    [Requirement("W6", "P8")]
    public async Task A_lost_key_opens_nothing_that_is_left()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (_, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/verloren", new { reden = "verloren" })).Refuses(422, "sleutel-nooit-getoond");
        var (oldKey, oldFile, oldSha) = (await turnhout.KeyAsync(answer), Assert.Single(turnhout.Dropped()), (await turnhout.AnswerAsync(answer)).GetProperty("sha256").GetString()!);
        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/verloren", new { reden = "mogelijk-gekend" })).Is(204);

        var line = await turnhout.AnswerAsync(answer);
        Assert.NotEqual(oldSha, line.GetProperty("sha256").GetString());
        Assert.NotEqual(oldFile, Assert.Single(turnhout.Dropped()));
        Assert.Equal((1, 1), (await rig.Host.Law.Ports.Keys.CountAsync(new(answer), Rig.Cancelled), await rig.Host.Law.Ports.Blobs.CountAsync(new(answer), Rig.Cancelled)));
        var newKey = await turnhout.KeyAsync(answer);
        Assert.NotEqual(oldKey, newKey);
        foreach (var path in Directory.GetFiles(rig.Root, "*.7z", SearchOption.AllDirectories))
            await Assert.ThrowsAsync<WrongKeyException>(async () => (await SealedArchive.OpenAsync(new MemoryStream(await File.ReadAllBytesAsync(path, Rig.Cancelled)), oldKey, ArchiveLimits.Default, Rig.Cancelled)).Dispose());
        var dropped = await File.ReadAllBytesAsync(Path.Combine(rig.Root, "sftp", turnhout.Dropped()[0]), Rig.Cancelled);
        using (var opened = await SealedArchive.OpenAsync(new MemoryStream(dropped), newKey, ArchiveLimits.Default, Rig.Cancelled))
            Assert.Single(opened.Entries);

        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "ontvangst", new { sha256 = oldSha })).Refuses(422, "ander-bestand");
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "ontvangst", new { sha256 = line.GetProperty("sha256").GetString() })).Is(204);
        Assert.Empty(turnhout.Dropped());
    }

    [Fact]
    [Requirement("P14", "F4")]
    public async Task Both_attest_the_wiped_key_and_the_certificate_says_who_did()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "sleutel/gewist")).Refuses(422, "sleutel-nooit-getoond");
        await turnhout.KeyAsync(answer);
        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/ontvangst", new { kanaal = "telefoon" })).Is(204);
        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "sleutel/gewist")).Is(204);
        (await turnhout.OfRequestAsync(turnhout.ServiceDpo, request, "sleutel/gewist")).Is(204);
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        Assert.Equal(["ocmw-turnhout: True", "opgroeien-regie: False"], await WipedAsync(turnhout, $"/groeipakketvragen/{request}"));

        (await turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/gewist")).Is(204);
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
        var path = $"/groeipakketantwoorden/{answer}";
        Assert.Equal(["ocmw-turnhout: True", "opgroeien-regie: True"], await WipedAsync(turnhout, path));
        var certificate = await turnhout.CertificateAsync(path);
        Assert.Equal("niet-meer-nodig", certificate.GetProperty("reden").GetString());
        Assert.NotEmpty(certificate.GetProperty("nietHierNaTeGaan").EnumerateArray());
        Assert.All(certificate.GetProperty("aangetoond").EnumerateArray(), place => Assert.Equal(0, place.GetProperty("gevonden").GetInt32()));
    }

    /// <summary>Which party attested that the key is wiped.</summary>
    private static async Task<IReadOnlyList<string>> WipedAsync(Turnhout turnhout, string path) =>
        [.. (await turnhout.CertificateAsync(path)).GetProperty("verklaard").EnumerateArray().Where(part => part.GetProperty("wat").GetString() == "sleutel")
            .Select(part => $"{part.GetProperty("partij").GetString()}: {part.TryGetProperty("op", out var at) && at.ValueKind == System.Text.Json.JsonValueKind.String}").Order(StringComparer.Ordinal)];
}
