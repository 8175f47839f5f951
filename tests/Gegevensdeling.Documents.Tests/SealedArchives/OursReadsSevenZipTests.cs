using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>We open what the real 7-Zip makes of stored files, and name what we do not read; compressed ones: <see cref="PartnerMatrixTests"/>.</summary>
public sealed class OursReadsSevenZipTests
{
    [Theory]
    [Requirement("F7")]
    [InlineData("-mhe=on", true)]
    [InlineData("-mhe=on -mhc=off", true)]
    [InlineData("-mhe=off", false)]
    [InlineData("-mhe=off -mhc=off", false)]
    public async Task Stored_archives_are_opened_byte_for_byte(string options, bool hidesNames)
    {
        using var sevenZip = new SevenZip();
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new RandomCases(seed);
            var (key, files, name) = (random.Key(), random.Files(), $"{seed}.7z");
            await WriteAsync(sevenZip.PathOf($"in{seed}"), files);
            sevenZip.Succeeds(["a", "-mx=0", .. options.Split(' '), $"-p{key}", name, $"./in{seed}/*"]);

            await using var archive = File.OpenRead(sevenZip.PathOf(name));
            Archives.AssertSame(files.OrderBy(file => file.Name, StringComparer.Ordinal), (await Archives.OpenAsync(archive, key)).OrderBy(file => file.Name, StringComparer.Ordinal));
            archive.Position = 0;
            using var opened = await SealedArchive.OpenAsync(archive, key, ArchiveLimits.Default, TestContext.Current.CancellationToken);
            Assert.Equal(hidesNames, opened.HidesNames);
            Assert.All(opened.Entries, entry => Assert.Equal(entry.Size > 0, entry.IsEncrypted));
        }
    }

    [Fact]
    public async Task An_archive_without_a_key_is_opened_and_says_that_it_is_not_sealed()
    {
        using var sevenZip = new SevenZip();
        await WriteAsync(sevenZip.PathOf("in"), [("a.txt", Archives.Bytes(1, 100)), ("b.txt", Archives.Bytes(2, 100))]);
        sevenZip.Succeeds("a", "-mx=0", "a.7z", "./in/*");
        await using var archive = File.OpenRead(sevenZip.PathOf("a.7z"));
        using var opened = await SealedArchive.OpenAsync(archive, Archives.Key, ArchiveLimits.Default, TestContext.Current.CancellationToken);
        Assert.False(opened.HidesNames);
        Assert.All(opened.Entries, entry => Assert.False(entry.IsEncrypted));
    }

    // a thousand names make a header that LZMA really compresses, with long matches and every kind of repeat
    [Fact]
    public async Task A_header_of_a_thousand_names_is_decompressed()
    {
        using var sevenZip = new SevenZip();
        var files = Enumerable.Range(1, 900).Select(at => ($"lijst van {at % 7} maand {at}.xlsx", Archives.Bytes(at, at % 50))).ToList();
        await WriteAsync(sevenZip.PathOf("in"), files);
        sevenZip.Succeeds("a", "-mx=0", "-mhe=on", $"-p{Archives.Key}", "a.7z", "./in/*");
        await using var archive = File.OpenRead(sevenZip.PathOf("a.7z"));
        Archives.AssertSame(files.OrderBy(file => file.Item1, StringComparer.Ordinal), (await Archives.OpenAsync(archive)).OrderBy(file => file.Name, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("-m0=deflate64", "Deflate64")]
    [InlineData("-m0=bcj -m1=lzma2", "BCJ")]
    [InlineData("-m0=delta:4 -m1=lzma", "Delta")]
    [InlineData("-m0=arm -m1=lzma2", "ARM")]
    [InlineData("-m0=arm64 -m1=lzma2", "ARM64")]
    [InlineData("-m0=bcj2 -m1=lzma -m2=lzma -m3=lzma -mb0:1 -mb0s1:2 -mb0s2:3", "BCJ2")]
    public async Task Another_method_is_refused_by_its_name(string options, string method)
    {
        using var sevenZip = new SevenZip();
        await WriteAsync(sevenZip.PathOf("in"), [("a.txt", new byte[1000]), ("b.txt", new byte[2000])]);
        sevenZip.Succeeds(["a", "-mhe=on", .. options.Split(' '), $"-p{Archives.Key}", "a.7z", "./in/*"]);
        await using var archive = File.OpenRead(sevenZip.PathOf("a.7z"));
        var refusal = await Assert.ThrowsAsync<UnsupportedArchiveException>(() => Archives.OpenAsync(archive));
        Assert.Contains(method, refusal.Method, StringComparison.Ordinal);
    }

    // 7-Zip stores no checksum of what is packed: the padding tells, and for want of padding a wrong key is assumed
    [Theory]
    [InlineData("-mhe=on")]
    [InlineData("-mhe=on -mhc=off")]
    [InlineData("-mhe=off")]
    public async Task A_wrong_key_is_told_as_such(string options)
    {
        using var sevenZip = new SevenZip();
        for (var seed = 1; seed <= 17; seed++)
        {
            await WriteAsync(sevenZip.PathOf($"in{seed}"), [("a.txt", Archives.Bytes(seed, seed)), ("b.txt", Archives.Bytes(seed, 5))]);
            sevenZip.Succeeds(["a", "-mx=0", .. options.Split(' '), $"-p{Archives.Key}", $"{seed}.7z", $"./in{seed}/*"]);
            await using var archive = File.OpenRead(sevenZip.PathOf($"{seed}.7z"));
            await Assert.ThrowsAsync<WrongKeyException>(() => Archives.OpenAsync(archive, $"ANDER-{seed}"));
        }
    }

    [Theory]
    [InlineData("-mhe=on", 40)]
    [InlineData("-mhe=off", 33)]
    public async Task Damage_of_what_the_key_opens_is_damage(string options, int length)
    {
        using var sevenZip = new SevenZip();
        await WriteAsync(sevenZip.PathOf("in"), [("a.txt", Archives.Bytes(1, length))]);
        sevenZip.Succeeds("a", "-mx=0", options, $"-p{Archives.Key}", "a.7z", "./in/*");
        var archive = await File.ReadAllBytesAsync(sevenZip.PathOf("a.7z"), TestContext.Current.CancellationToken);

        // the first block of the content, which leaves the padding of the last one as it was
        archive[SignatureHeader.Bytes] ^= 1;
        await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(archive));
    }

    private static async Task WriteAsync(string folder, IEnumerable<(string Name, byte[] Content)> files)
    {
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, content);
        }
    }
}
