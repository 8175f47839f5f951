using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Local.Tests.Commands;
using Gegevensdeling.Local.Tests.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Proofs;

/// <summary>F1, F2: what this host signed verifies before and after the erasure, after new keys, years later, offline; by our program and by openssl with the published guide.</summary>
public sealed class LongAfterTests
{
    [Fact]
    [Requirement("F1", "F2")]
    public async Task Receipts_and_certificates_verify_before_and_after_erasure_and_after_new_keys_by_two_programs()
    {
        using var guide = new VerifyGuide();
        if (VerifyGuide.Absent is { } tool)
        {
            Assert.False(VerifyGuide.IsDemanded, $"{tool} is not installed");
            Assert.Skip($"{tool} is not installed; docs/verify.md was not tried");
        }

        await using var rig = await Rig.StartAsync();
        var exchange = await Pack.ReferAsync(rig, 730);
        var archive = (await rig.DoAsync(rig.Worker, exchange, "bestand")).Is(200).Raw;
        var receipt = (await rig.SeeAsync(rig.Worker, exchange, "ontvangstbewijs")).Is(200).Text;
        var early = await PublishedAsync(rig);
        await VerifyAsync(guide, receipt, early, archive);

        // Erased, with a new key: the certificate is signed with that, the receipt was with the old.
        await rig.Host.Law.Signing.RotateAsync(Rig.Cancelled);
        (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", Pack.NoHelp)).Is(204);
        Assert.True(await rig.IsErasedAsync(exchange));
        var first = (await rig.SeeAsync(rig.Worker, exchange, "wisbewijs")).Is(200).Text;

        // And again, when the history is purged.
        await rig.Host.Law.Signing.RotateAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromDays(rig.Mechelen.Retention.History.Days + 2));
        await rig.SweepAsync();
        var second = (await rig.SeeAsync(rig.Worker, exchange, "wisbewijs")).Is(200).Text;
        Assert.NotEqual(first, second);
        var late = await PublishedAsync(rig);
        Assert.Equal(receipt, (await rig.SeeAsync(rig.Worker, exchange, "ontvangstbewijs")).Is(200).Text); // it is the same one
        Assert.Equal(3, new[] { receipt, first, second }.Select(KeyOf).Distinct().Count());
        await VerifyAsync(guide, receipt, late, archive);
        await VerifyAsync(guide, first, late);
        await VerifyAsync(guide, second, late);

        guide.Write("wisbewijs-1.json", first);
        guide.Write("wisbewijs-2.json", second);
        Assert.Equal(0, guide.Run(VerifyGuide.Steps("sh vorige")).Code);

        // The keys of before do not verify what came after: whoever keeps old keys hears that one is missing.
        using var terminal = new Terminal();
        Assert.Equal(1, await terminal.RunAsync("verify", terminal.Write("wisbewijs.json", first), "--keys", terminal.Write("oud.jwks.json", early)));
        Assert.Contains("staat niet in het sleutelbestand", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("F1", "F2")]
    public async Task The_evidence_of_a_groeipakket_answer_verifies_after_its_end_and_after_new_keys()
    {
        using var guide = new VerifyGuide();
        if (VerifyGuide.Absent is { } tool)
        {
            Assert.False(VerifyGuide.IsDemanded, $"{tool} is not installed");
            Assert.Skip($"{tool} is not installed; docs/verify.md was not tried");
        }

        await using var rig = await Rig.StartAsync();
        var over = await (await LiveCase.StartAsync(rig)).EndAsync();
        await rig.Host.Law.Signing.RotateAsync(Rig.Cancelled);
        var keys = await PublishedAsync(rig);
        foreach (var (path, who) in new[]
        {
            ($"/groeipakketantwoorden/{over.Answer}/ontvangstbewijs", over.Turnhout.ServiceDpo), ($"/groeipakketantwoorden/{over.Answer}/wisbewijs", over.Turnhout.ServiceDpo),
            ($"/groeipakketvragen/{over.Request}/wisbewijs", over.Turnhout.TeamDpo),
        })
            await VerifyAsync(guide, (await rig.GetAsync(who, path)).Is(200).Text, keys);
    }

    private static async Task<string> PublishedAsync(Rig rig) => (await rig.GetAsync(null, "/sleutels.jwks.json")).Is(200).Text;

    private static string KeyOf(string document) => ((DocumentReading.Read)SignedDocument.Read(Encoding.UTF8.GetBytes(document))).Document.KeyId;

    private static async Task VerifyAsync(VerifyGuide guide, string document, string keys, byte[]? archive = null)
    {
        using var terminal = new Terminal();
        var (file, set) = (terminal.Write("document.json", document), terminal.Write("sleutels.jwks.json", keys));
        string[] more = [];
        if (archive is not null)
        {
            await File.WriteAllBytesAsync(terminal.Path("bestand.7z"), archive, Rig.Cancelled);
            await File.WriteAllBytesAsync(guide.PathOf("bestand.7z"), archive, Rig.Cancelled);
            more = ["--archive", terminal.Path("bestand.7z")];
        }

        Assert.Equal(0, await terminal.RunAsync(["verify", file, "--keys", set, .. more]));
        guide.Write("document.json", document);
        guide.Write("sleutels.jwks.json", keys);
        var (code, output) = guide.Run(VerifyGuide.StepsFor("document.json") + (archive is null ? "" : VerifyGuide.Steps("sh archief")));
        Assert.True(code == 0, output);
        Assert.Contains("Verified OK", output, StringComparison.Ordinal);
    }
}
