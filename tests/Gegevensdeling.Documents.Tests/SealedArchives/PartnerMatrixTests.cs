using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>The real 7-Zip on this machine, method by method: solid or not, with a key or not, names encrypted or not, one file and several.</summary>
public sealed class PartnerMatrixTests
{
    private static readonly (string Options, bool Keyed, bool HidesNames)[] Secrecies = [("", false, false), ("-mhe=off", true, false), ("-mhe=on", true, true)];

    public static TheoryData<string> Methods => ["-mx=1", "-mx=5", "-mx=9", "-m0=lzma", "-m0=lzma:lc=4:pb=0", "-m0=ppmd", "-m0=ppmd:o=32", "-m0=bzip2", "-m0=deflate", "-m0=copy"];

    [Theory]
    [Requirement("F7")]
    [MemberData(nameof(Methods))]
    public async Task What_7_Zip_makes_is_opened_byte_for_byte_and_not_under_another_key(string method)
    {
        using var sevenZip = new SevenZip();
        (string Name, byte[] Content)[] files =
        [
            ("lijst één.csv", Rows(1, 4_000)), ("map/ruis.xlsx", Archives.Bytes(4, 60_001)), ("map/nullen.bin", new byte[200_000]), ("leeg", []), ("z.txt", [65]),
        ];
        foreach (var (name, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(sevenZip.PathOf($"in/{name}"))!);
            await File.WriteAllBytesAsync(sevenZip.PathOf($"in/{name}"), content, TestContext.Current.CancellationToken);
        }

        foreach (var (options, keyed, hidesNames) in Secrecies)
        {
            foreach (var (solid, one) in new[] { ("on", false), ("off", false), ("on", true) })
            {
                var name = $"{options}{solid}{one}.7z".TrimStart('-');
                sevenZip.Succeeds(["a", .. method.Split(' '), $"-ms={solid}", .. keyed ? new[] { options, $"-p{Archives.Key}" } : [], name, one ? "./in/lijst*" : "./in/*"]);
                await CheckAsync(sevenZip.PathOf(name), one ? files[..1] : files, keyed, hidesNames);
            }
        }
    }

    [Fact]
    public async Task A_solid_archive_is_read_in_its_order_in_one_pass()
    {
        using var sevenZip = new SevenZip();
        Directory.CreateDirectory(sevenZip.PathOf("in"));
        for (var at = 0; at < 60; at++)
            await File.WriteAllBytesAsync(sevenZip.PathOf($"in/{at:D3}.csv"), Rows(at, 200), TestContext.Current.CancellationToken);
        sevenZip.Succeeds("a", "-ms=on", "-mhe=on", $"-p{Archives.Key}", "a.7z", "./in/*");
        await using var file = new CountingFile(sevenZip.PathOf("a.7z"));
        var files = await Archives.OpenAsync(file);
        Assert.Equal(60, files.Count);
        Assert.InRange(file.BytesRead, file.Length * 9 / 10, file.Length * 12 / 10);
    }

    private static async Task CheckAsync(string path, (string Name, byte[] Content)[] files, bool keyed, bool hidesNames)
    {
        await using var archive = File.OpenRead(path);
        Archives.AssertSame(files.OrderBy(file => file.Name, StringComparer.Ordinal), (await Archives.OpenAsync(archive)).OrderBy(file => file.Name, StringComparer.Ordinal));
        archive.Position = 0;
        using (var opened = await SealedArchive.OpenAsync(archive, Archives.Key, ArchiveLimits.Default, TestContext.Current.CancellationToken))
        {
            Assert.Equal(hidesNames, opened.HidesNames);
            Assert.Equal(keyed, opened.HidesContent);
        }

        archive.Position = 0;
        if (keyed)
            await Assert.ThrowsAsync<WrongKeyException>(() => Archives.OpenAsync(archive, "ANDER"));
    }

    private static byte[] Rows(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).SelectMany(at => System.Text.Encoding.UTF8.GetBytes($"{at:D7};{random.Next(100, 5000)},{random.Next(100)};gemeente {random.Next(300)}\r\n"))];
    }

    private sealed class CountingFile(string path) : FileStream(path, FileMode.Open, FileAccess.Read)
    {
        public long BytesRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = base.Read(buffer);
            BytesRead += read;
            return read;
        }
    }
}
