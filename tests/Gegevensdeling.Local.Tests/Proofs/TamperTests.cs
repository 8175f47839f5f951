using System.IO.Compression;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Tests.Commands;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Proofs;

/// <summary>F8: one byte changed anywhere in a pack is caught and named.</summary>
public sealed class TamperTests
{
    /// <summary>Of what is in a file every so many bytes, of what is around the files every single one.</summary>
    private const int Stride = 41;

    [Fact]
    [Requirement("F8")]
    public async Task Every_byte_around_the_files_counts_and_so_does_any_in_them()
    {
        var pack = await SmallAsync();
        var inside = pack.Files.Values.Select(content => (From: pack.Raw.AsSpan().IndexOf(content), content.Length)).ToList();
        var passed = new List<int>();
        for (var at = 0; at < pack.Raw.Length; at++)
        {
            if (at % Stride != 0 && inside.Any(file => at >= file.From && at < file.From + file.Length))
                continue;
            var changed = pack.Raw.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            if ((await Pack.VerifyAsync(changed)).IsValid)
                passed.Add(at);
        }

        Assert.Empty(passed);
    }

    [Fact]
    [Requirement("F8")]
    public async Task A_byte_changed_in_a_file_is_told_by_the_name_of_that_file()
    {
        var pack = await SmallAsync();
        foreach (var (name, content) in pack.Files)
        {
            foreach (var at in new[] { 0, content.Length / 2, content.Length - 2 })
            {
                var changed = pack.Raw.ToArray();
                changed[pack.Raw.AsSpan().IndexOf(content) + at] ^= 1;
                var verdict = await Pack.VerifyAsync(changed);
                Assert.Contains(verdict.Findings, finding => finding.File == name);
            }
        }
    }

    [Fact]
    [Requirement("F8")]
    public async Task A_file_left_out_put_in_or_moved_is_told_and_so_is_another_key()
    {
        var pack = await SmallAsync();
        var receipt = pack.Files.Keys.First(name => name.StartsWith(PackFiles.Receipts, StringComparison.Ordinal));
        Assert.Contains((await RezipAsync(pack, files => files.Remove(receipt))).Findings, finding => finding.File == receipt && finding.Reason.Contains("ontbreekt", StringComparison.Ordinal));
        Assert.Contains((await RezipAsync(pack, files => files.Add("extra.txt", [1]))).Findings, finding => finding.File == "extra.txt");
        Assert.Contains((await RezipAsync(pack, files => files.Remove(PackFiles.Manifest))).Findings, finding => finding.File == PackFiles.Manifest);
        Assert.Contains((await RezipAsync(pack, _ => { })).Findings, finding => finding.File == "de ZIP"); // the same files, in a ZIP that was not made so
        using var other = SigningKey.Create();
        Assert.Contains((await Pack.VerifyAsync(pack.Raw, new([other.Public]))).Findings, finding => finding.File == PackFiles.Manifest);
        Assert.False((await Pack.VerifyAsync([])).IsValid);
        Assert.False((await Pack.VerifyAsync([.. pack.Raw, 0])).IsValid);
        Assert.False((await Pack.VerifyAsync(pack.Raw[..^1])).IsValid);
        Assert.False((await Pack.VerifyAsync([0, .. pack.Raw])).IsValid);
    }

    [Fact]
    [Requirement("F8")]
    public async Task The_command_says_valid_or_names_what_is_wrong()
    {
        var pack = await SmallAsync();
        using var terminal = new Terminal();
        var (good, bad) = (terminal.Path("pakket.zip"), terminal.Path("ander.zip"));
        await File.WriteAllBytesAsync(good, pack.Raw, Rig.Cancelled);
        var keys = terminal.Write("sleutels.jwks.json", System.Text.Encoding.UTF8.GetString(pack.Files[PackFiles.Keys]));
        Assert.Equal(0, await terminal.RunAsync("verify", good, "--keys", keys));
        Assert.StartsWith($"{good}: GELDIG\n  Bewijspakket van protocol mechelen-2024, versie 1, voor ocmw-mechelen", terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("uit het pakket zelf", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await terminal.RunAsync("verify", good));
        Assert.Contains("uit het pakket zelf", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(2, await terminal.RunAsync("verify", keys));

        var changed = pack.Raw.ToArray();
        changed[pack.Raw.AsSpan().IndexOf(pack.Files[PackFiles.Page]) + 400] ^= 1;
        await File.WriteAllBytesAsync(bad, changed, Rig.Cancelled);
        Assert.Equal(1, await terminal.RunAsync("verify", bad, "--keys", keys));
        Assert.Contains($"{bad}: ONGELDIG\n  bewijs.html: ONGELDIG, want het is gewijzigd", terminal.Output, StringComparison.Ordinal);
    }

    private static async Task<Pack> SmallAsync()
    {
        await using var rig = await Rig.StartAsync();
        await Pack.ReferAsync(rig, 30, Pack.NoHelp);
        return await Pack.OfReceiverAsync(rig);
    }

    private static async Task<PackVerdict> RezipAsync(Pack pack, Action<Dictionary<string, byte[]>> change)
    {
        var files = new Dictionary<string, byte[]>(pack.Files);
        change(files);
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                await using var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(Rig.Cancelled);
                await entry.WriteAsync(content, Rig.Cancelled);
            }
        }

        return await Pack.VerifyAsync(target.ToArray());
    }
}
