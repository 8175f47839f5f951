using System.Text.Json;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Audit;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

/// <summary>Runs the very commands of docs/verify.md with the real openssl and jq, on good documents and on spoilt ones.</summary>
[Requirement("F1", "F2")]
public sealed class VerifyGuideTests : IDisposable
{
    private readonly VerifyGuide _guide = new();
    private readonly SigningKey _key = SigningKey.Create();

    public VerifyGuideTests()
    {
        if (VerifyGuide.Absent is { } tool)
        {
            Assert.False(VerifyGuide.IsDemanded, $"{tool} is not installed");
            Assert.Skip($"{tool} is not installed; docs/verify.md was not tried");
        }

        Write("ontvangstbewijs.json", Samples.Signed(_key).ToJson());
        Write("sleutels.jwks.json", Samples.Set(_key).ToJson());
        Write("bestand.7z", "verzegeld");
    }

    public void Dispose()
    {
        _guide.Dispose();
        _key.Dispose();
    }

    [Fact]
    public void The_steps_of_the_guide_verify_a_receipt_and_its_file()
    {
        var (code, output) = Run(Steps("sh") + Steps("sh archief"));
        Assert.True(code == 0, output);
        Assert.Contains("Verified OK", output, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("F8")]
    public void The_steps_of_the_guide_verify_an_unpacked_pack()
    {
        var list = $"{Sha256Hex.Of("verzegeld")}  bestand.7z\n";
        Write("bestanden.sha256", list);
        Write("manifest.json", SignedDocument.Sign(
            new PackManifest(PackManifest.Kind, PackManifest.CurrentVersion, new("voorbeeld-2026"), 1, new("opgroeien"), 1, Sha256Hex.Of(list), Samples.Noon), PackManifest.JwsType, _key).ToJson());
        var steps = Steps("sh").Replace("ontvangstbewijs.json", "manifest.json", StringComparison.Ordinal) + Steps("sh pakket");
        var (code, output) = Run(steps);
        Assert.True(code == 0, output);
        Write("bestand.7z", "verzegelD");
        Assert.NotEqual(0, Run(steps).Code);
    }

    [Fact]
    public void The_steps_of_the_guide_verify_a_certificate_and_its_successor()
    {
        var first = SignedDocument.Sign(Samples.Certificate(), ErasureCertificate.JwsType, _key).ToJson();
        var second = ((ErasureOutcome.Proven)ErasureCertificate.IssueNext(Samples.Exchange, Samples.Facts(), 2, first, Samples.Noon.AddDays(30))).Certificate;
        Write("wisbewijs-1.json", first);
        Write("wisbewijs-2.json", SignedDocument.Sign(second, ErasureCertificate.JwsType, _key).ToJson());
        foreach (var name in new[] { "wisbewijs-1.json", "wisbewijs-2.json" })
        {
            var (code, output) = Run(Steps("sh").Replace("ontvangstbewijs.json", name, StringComparison.Ordinal) + Steps("sh vorige"));
            Assert.True(code == 0, output);
            Assert.Contains("Verified OK", output, StringComparison.Ordinal);
        }

        File.AppendAllText(_guide.PathOf("wisbewijs-1.json"), " ");
        Assert.NotEqual(0, Run(Steps("sh vorige")).Code);
    }

    [Theory]
    [InlineData("ontvangstbewijs.json", "\"D7K2-M9PX\"", "\"D7K2-M9PY\"")]
    [InlineData("ontvangstbewijs.json", "\"payload\": \"", "\"payload\": \"A")]
    [InlineData("ontvangstbewijs.json", "\"signature\": \"", "\"signature\": \"AAAA")]
    [InlineData("sleutels.jwks.json", "\"y\": \"", "\"y\": \"A")]
    [InlineData("sleutels.jwks.json", "\"kid\": \"", "\"kid\": \"A")]
    public void The_steps_of_the_guide_fail_on_a_changed_file(string file, string old, string changed)
    {
        var path = _guide.PathOf(file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
        Assert.NotEqual(0, Run(Steps("sh")).Code);
    }

    [Fact]
    public void The_steps_of_the_guide_fail_on_one_changed_byte_of_payload_and_signature()
    {
        foreach (var (member, offset) in new[] { ("payload", 40), ("signature", 10), ("protected", 20) })
        {
            var text = Samples.Signed(_key).ToJson();
            var at = text.IndexOf($"\"{member}\": \"", StringComparison.Ordinal) + member.Length + 5 + offset;
            var changed = text[at] == 'A' ? 'B' : 'A';
            Write("ontvangstbewijs.json", $"{text[..at]}{changed}{text[(at + 1)..]}");
            Assert.NotEqual(0, Run(Steps("sh")).Code);
        }
    }

    [Fact]
    public void The_steps_of_the_guide_find_another_archive()
    {
        Write("bestand.7z", "verzegelx");
        Assert.NotEqual(0, Run(Steps("sh") + Steps("sh archief")).Code);
    }

    [Fact]
    public void The_steps_of_the_guide_refuse_the_signature_of_a_stranger()
    {
        using var stranger = SigningKey.Create();
        Write("ontvangstbewijs.json", Samples.Signed(stranger).ToJson());
        Assert.NotEqual(0, Run(Steps("sh")).Code);
    }

    /// <summary>F9: a chain line by line with sha256sum, and against its signed head.</summary>
    [Fact]
    [Requirement("F9")]
    public void The_steps_of_the_guide_verify_a_chain_and_its_head_and_find_what_was_done_to_it()
    {
        var lines = AuditSamples.Chain(6).Select(AuditLine.Write).ToList();
        Write("kop.json", SignedDocument.Sign(AuditHead.Issue(AuditSamples.Chain(6)[^1].Tip, Samples.Noon), AuditHead.JwsType, _key).ToJson());
        var steps = VerifyGuide.StepsFor("kop.json") + Steps("sh keten") + Steps("sh kop");
        (string Expected, IEnumerable<string> Lines)[] cases =
        [
            ("6 gebeurtenissen", lines), ("gebeurtenis 3 is gewijzigd", lines.Select((line, at) => at == 2 ? line.Replace("hulpvraag", "hulpvraaG", StringComparison.Ordinal) : line)),
            ("gebeurtenis 3 ontbreekt", lines.Where((_, at) => at != 2)), ("gebeurtenis 2 ontbreekt of staat", [lines[0], lines[2], lines[1], .. lines[3..]]), ("de keten past niet bij deze kop", lines[..^1]),
        ];
        foreach (var (expected, changed) in cases)
        {
            Write("keten.jsonl", string.Concat(changed.Select(line => line + "\n")));
            var (code, output) = Run(steps);
            Assert.True((code == 0) == ReferenceEquals(changed, lines), output);
            Assert.Contains(expected, output, StringComparison.Ordinal);
        }
    }

    /// <summary>What a party's own system makes with openssl is what this one accepts.</summary>
    [Fact]
    [Requirement("F9")]
    public void The_steps_of_the_guide_make_a_countersignature_that_is_accepted()
    {
        for (var round = 0; round < 4; round++) // a number that begins with zeros is written shorter by openssl
        {
            var (code, output) = Run("openssl ecparam -name prime256v1 -genkey -noout -out eigen-sleutel.pem\n" + Steps("sh") + Steps("sh medeondertekenen"));
            Assert.True(code == 0, output);
            using var own = System.Security.Cryptography.ECDsa.Create();
            own.ImportFromPem(File.ReadAllText(_guide.PathOf("eigen-sleutel.pem")));
            using var key = SigningKey.FromPkcs8(own.ExportPkcs8PrivateKey());
            var jws = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(_guide.PathOf("mee.json")))!;
            var signed = Assert.IsType<DocumentReading.Read>(SignedDocument.Read(jws["protected"], jws["payload"], jws["signature"])).Document;
            var keys = new PartyKeys(new Dictionary<PartyId, PublicKeySet> { [new("ocmw-mechelen")] = new([key.Public]) });
            Assert.Null(CountersignDecisions.Judge(
                signed, keys, new("ocmw-mechelen"), new("mechelen-2024_2026-03_2026-03-14"), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
        }
    }

    private static string Steps(string kind) => VerifyGuide.Steps(kind);

    private void Write(string name, string content) => _guide.Write(name, content);

    private (int Code, string Output) Run(string script) => _guide.Run(script);
}
