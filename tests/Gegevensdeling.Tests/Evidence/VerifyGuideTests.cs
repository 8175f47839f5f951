using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Gegevensdeling.Evidence;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

/// <summary>Runs the very commands of docs/verify.md with the real openssl and jq, on good documents and on spoilt ones.</summary>
[Requirement("F1", "F2")]
public sealed partial class VerifyGuideTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verify-guide-");
    private readonly SigningKey _key = SigningKey.Create();

    public VerifyGuideTests()
    {
        foreach (var tool in new[] { "openssl", "jq", "sh" })
        {
            var absent = !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));
            if (absent && Environment.GetEnvironmentVariable("CI") != "true")
                Assert.Skip($"{tool} is not installed; docs/verify.md was not tried");
            Assert.False(absent, $"{tool} is not installed");
        }

        Write("ontvangstbewijs.json", Samples.Signed(_key).ToJson());
        Write("sleutels.jwks.json", Samples.Set(_key).ToJson());
        Write("bestand.7z", "verzegeld");
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
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

        File.AppendAllText(Path.Combine(_folder.FullName, "wisbewijs-1.json"), " ");
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
        var path = Path.Combine(_folder.FullName, file);
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

    [GeneratedRegex(@"^```(sh[^\n]*)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    private static string Steps(string kind)
    {
        var guide = File.ReadAllText(Path.Combine(Root(), "docs", "verify.md"));
        var steps = string.Concat(Blocks().Matches(guide).Where(block => block.Groups[1].Value == kind).Select(block => block.Groups[2].Value));
        Assert.NotEmpty(steps);
        return steps;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GegevensdelingFunctions.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("the tests run outside the repository");
    }

    private void Write(string name, string content) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), Encoding.UTF8.GetBytes(content));

    private (int Code, string Output) Run(string script)
    {
        Write("stappen.sh", "set -eu\n" + script);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "sh stappen.sh 2>&1"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output);
    }
}
