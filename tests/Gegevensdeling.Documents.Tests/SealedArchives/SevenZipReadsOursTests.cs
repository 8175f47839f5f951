using System.Text;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>The real 7-Zip opens what we seal.</summary>
public sealed class SevenZipReadsOursTests
{
    public const int CasesEach = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    // 8 times 40 archives; 7-Zip tests and extracts each batch of one key in two calls
    [Theory]
    [Requirement("F7")]
    [MemberData(nameof(Seeds))]
    public async Task Random_archives_are_tested_and_extracted_byte_for_byte(int seed)
    {
        using var sevenZip = new SevenZip();
        var random = new RandomCases(seed);
        var key = random.Key();
        var sealedHere = new Dictionary<string, List<(string Name, byte[] Content)>>();
        for (var at = 0; at < CasesEach; at++)
        {
            var (name, files) = ($"{at}.7z", random.Files());
            await File.WriteAllBytesAsync(sevenZip.PathOf(name), await Archives.SealAsync(key, SealedArchiveWriter.Power, files), TestContext.Current.CancellationToken);
            sealedHere.Add(name, files);
        }

        sevenZip.Succeeds("t", "*.7z", $"-p{key}");
        sevenZip.Succeeds("x", "*.7z", $"-p{key}", "-oout/*");
        foreach (var (name, files) in sealedHere)
        {
            var folder = sevenZip.PathOf($"out/{Path.GetFileNameWithoutExtension(name)}");
            Archives.AssertSame(files.OrderBy(file => file.Name, StringComparer.Ordinal), Extracted(folder).OrderBy(file => file.Name, StringComparer.Ordinal));
        }
    }

    [Fact]
    [Requirement("F7")]
    public async Task Names_are_listed_only_with_the_key()
    {
        using var sevenZip = new SevenZip();
        var archive = await Archives.SealAsync(Archives.Key, SealedArchiveWriter.Power, ("Verzonnen Naam.xlsx", Encoding.UTF8.GetBytes("Verzonnen Naam")), ("leeg.txt", []));
        await File.WriteAllBytesAsync(sevenZip.PathOf("a.7z"), archive, TestContext.Current.CancellationToken);

        var (opened, listing) = sevenZip.Run("l", "-slt", "a.7z", $"-p{Archives.Key}");
        Assert.Equal(0, opened);
        Assert.Contains("Path = Verzonnen Naam.xlsx", listing, StringComparison.Ordinal);
        Assert.Contains("Method = Copy 7zAES:19", listing, StringComparison.Ordinal);
        var (refused, output) = sevenZip.Run("l", "a.7z", "-pANDER");
        Assert.Equal(2, refused);
        Assert.DoesNotContain("Verzonnen", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_name_or_content_can_be_read_in_the_bytes()
    {
        const string Planted = "Kanarie Verzonnen";
        var archive = await Archives.SealAsync(($"{Planted}.txt", Encoding.UTF8.GetBytes(Planted)), ($"{Planted}/leeg", []));
        Assert.False(Holds(archive, Planted));

        // the search itself must be able to find
        Assert.True(Holds([1, .. Encoding.Unicode.GetBytes(Planted)], Planted));
        Assert.True(Holds([1, .. Encoding.UTF8.GetBytes(Planted)], Planted));
    }

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static IEnumerable<(string Name, byte[] Content)> Extracted(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(path)));
}
