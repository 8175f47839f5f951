using System.Diagnostics;
using System.IO.Compression;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Compressed content that asks for more than it is: refused before a decoder exists, or at the declared length.</summary>
[Collection(nameof(FuzzTests))]
public sealed class HostileContentTests
{
    private static readonly byte[] Lzma64 = [0x5D, 0xFF, 0xFF, 0xFF, 0xFF];

    // the decoder takes no more than the content can use, so the lie costs nothing
    [Theory]
    [InlineData("lzma", new byte[] { 0x5D, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData("lzma2", new byte[] { 40 })]
    public async Task A_dictionary_of_four_gigabytes_for_a_small_content_costs_what_the_content_needs(string method, byte[] properties)
    {
        var archive = await PartnerArchives.RewrapAsync(method, encrypted: false, properties);
        var allocated = await AllocatedAsync(async () => Assert.Equal(3, (await Archives.OpenAsync(archive)).Count));
        Assert.InRange(allocated, 0, 4 << 20);
    }

    [Fact]
    public async Task A_dictionary_beyond_the_limit_is_hostile()
    {
        var packed = new byte[8 << 20];
        var archive = await PartnerArchives.RewrapAsync("lzma", encrypted: false, Lzma64, packed, size: 300 << 20);
        await RefusedAsync<HostileArchiveException>(archive, ArchiveLimits.Default);
    }

    [Theory]
    [InlineData("lzma", new byte[] { 0x5D, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData("lzma2", new byte[] { 40 })]
    public async Task A_small_archive_gets_no_large_dictionary(string method, byte[] properties) =>
        await RefusedAsync<HostileArchiveException>(await PartnerArchives.RewrapAsync(method, false, properties, new byte[1000], size: 64 << 20), new ArchiveLimits { Ratio = 1_000_000 });

    [Theory]
    [InlineData(0xFFFFFFFF)]
    [InlineData(0x80000000)]
    [InlineData(300 << 20)]
    [InlineData(192 << 20)]
    public async Task A_model_of_PPMd_that_is_a_lie_is_hostile(uint memory) =>
        await RefusedAsync<HostileArchiveException>(await PartnerArchives.RewrapAsync("ppmd", false, [6, .. BitConverter.GetBytes(memory)]), ArchiveLimits.Default);

    [Theory]
    [InlineData(0, 1 << 16)]
    [InlineData(1, 1 << 16)]
    [InlineData(65, 1 << 16)]
    [InlineData(6, 0)]
    [InlineData(6, 2047)]
    public async Task A_model_of_PPMd_that_cannot_be_is_damaged(byte order, int memory) =>
        await RefusedAsync<DamagedArchiveException>(await PartnerArchives.RewrapAsync("ppmd", false, [order, .. BitConverter.GetBytes(memory)]), ArchiveLimits.Default);

    // 4 MB of deflated zeros that would be 4 GB
    [Theory]
    [InlineData(4L << 30)]
    [InlineData(1L << 30)]
    [InlineData(32L << 20)]
    public async Task A_bomb_is_refused_by_what_it_declares(long declared)
    {
        var archive = await PartnerArchives.RewrapAsync("deflate", false, packed: Deflated(32 << 20), size: declared);
        await RefusedAsync<HostileArchiveException>(archive, ArchiveLimits.Default);
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("lzma2")]
    public async Task A_bomb_that_declares_little_is_left_at_what_it_declares(string method)
    {
        var packed = method == "deflate" ? Deflated(32 << 20) : Lzma2Stored(100);
        await RefusedAsync<DamagedArchiveException>(await PartnerArchives.RewrapAsync(method, false, packed: packed), ArchiveLimits.Default);
    }

    // PPMd has no end of its own
    [Fact]
    public async Task A_stream_that_ends_before_what_it_declares_is_left_at_its_end() =>
        await RefusedAsync<DamagedArchiveException>(await PartnerArchives.RewrapAsync("ppmd", false, size: 16 << 20), ArchiveLimits.Default);

    // every declared byte and checksum is right, and one byte more comes out
    [Fact]
    public async Task A_content_that_goes_on_after_its_declared_length_is_damaged()
    {
        byte[] content = [.. PartnerArchives.Files.SelectMany(file => file.Content)];
        byte[] packed = [1, (byte)((content.Length - 1) >> 8), (byte)(content.Length - 1), .. content];
        Assert.Equal(3, (await Archives.OpenAsync(await PartnerArchives.RewrapAsync("lzma2", false, packed: [.. packed, 0], size: content.Length))).Count);
        await RefusedAsync<DamagedArchiveException>(await PartnerArchives.RewrapAsync("lzma2", false, packed: [.. packed, 2, 0, 0, 65, 0], size: content.Length), ArchiveLimits.Default);
    }

    [Fact]
    public async Task A_stream_of_LZMA2_that_asks_for_new_tables_every_dozen_bytes_is_hostile()
    {
        byte[] chunk = [0xE0, 0, 0, 0, 5, 0x5D, 0, 0, 0, 0, 0, 0];
        byte[] packed = [.. Enumerable.Repeat(chunk, 50_000).SelectMany(octets => octets), 0];
        await RefusedAsync<HostileArchiveException>(await PartnerArchives.RewrapAsync("lzma2", false, packed: packed, size: 50_000), ArchiveLimits.Default);
    }

    [Fact]
    public async Task LZMA2_with_tables_that_it_forbids_is_damaged() =>
        await RefusedAsync<DamagedArchiveException>(
            await PartnerArchives.RewrapAsync("lzma2", false, packed: [0xE0, 0, 9, 0, 5, 44, 0, 0, 0, 0, 0, 0, 0], size: 2_000), ArchiveLimits.Default);

    [Fact]
    public async Task LZMA_with_large_tables_is_unsupported() =>
        await RefusedAsync<UnsupportedArchiveException>(await PartnerArchives.RewrapAsync("lzma", false, [44, 0, 0, 1, 0]), ArchiveLimits.Default);

    private static async Task RefusedAsync<TRefusal>(byte[] archive, ArchiveLimits limits)
        where TRefusal : SealedArchiveException
    {
        var watch = Stopwatch.StartNew();
        var allocated = await AllocatedAsync(() => Assert.ThrowsAsync<TRefusal>(() => Archives.OpenAsync(archive, limits: limits).WaitAsync(TimeSpan.FromSeconds(20))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"took {watch.Elapsed}");
        Assert.True(allocated < 8 << 20, $"allocated {allocated}");
    }

    private static async Task<long> AllocatedAsync(Func<Task> act)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await act();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static byte[] Deflated(int zeros)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal))
            deflate.Write(new byte[zeros]);
        return packed.ToArray();
    }

    // chunks of 64 KiB that are stored: more than was declared
    private static byte[] Lzma2Stored(int chunks) =>
        [.. Enumerable.Range(0, chunks).SelectMany(at => new byte[] { (byte)(at == 0 ? 1 : 2), 0xFF, 0xFF }.Concat(new byte[1 << 16])), 0];
}
