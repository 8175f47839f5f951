using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What a partner makes with 7-Zip is opened, whatever it compresses with; on every machine, with or without 7-Zip.</summary>
public sealed class PartnerTests
{
    public static TheoryData<string> All => [.. PartnerArchives.Names];

    public static TheoryData<string> Keyed => [.. PartnerArchives.Names.Where(name => name.Contains('-', StringComparison.Ordinal))];

    [Theory]
    [Requirement("F7")]
    [MemberData(nameof(All))]
    public async Task Every_file_comes_out_byte_for_byte_and_it_is_told_what_was_encrypted(string name)
    {
        var archive = PartnerArchives.Get(name);
        PartnerArchives.AssertFiles(await Archives.OpenAsync(archive));
        using var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), Archives.Key, ArchiveLimits.Default, CancellationToken.None);
        Assert.Equal(name.EndsWith("-names", StringComparison.Ordinal), opened.HidesNames);
        Assert.Equal(name.Contains('-', StringComparison.Ordinal), opened.HidesContent);
    }

    [Theory]
    [MemberData(nameof(Keyed))]
    public async Task A_wrong_key_is_told_as_such(string name) =>
        await Assert.ThrowsAsync<WrongKeyException>(() => Archives.OpenAsync(PartnerArchives.Get(name), "ANDER"));

    // whatever the padding: none tells for LZMA2 and Deflate below three bytes, and 'wrong key' is what it mostly is
    [Theory]
    [InlineData("lzma2")]
    [InlineData("lzma")]
    [InlineData("ppmd")]
    [InlineData("bzip2")]
    [InlineData("deflate")]
    public async Task A_hundred_wrong_keys_on_readable_names_are_told_as_such(string method)
    {
        var archive = await PartnerArchives.RewrapAsync(method, encrypted: true);
        Assert.Equal(3, (await Archives.OpenAsync(archive)).Count);
        for (var at = 0; at < 100; at++)
            await Assert.ThrowsAsync<WrongKeyException>(() => Archives.OpenAsync(archive, $"ANDER-{at}"));
    }

    [Theory]
    [InlineData("lzma2")]
    [InlineData("lzma")]
    [InlineData("ppmd")]
    [InlineData("bzip2")]
    [InlineData("deflate")]
    [InlineData("copy")]
    public async Task Damage_inside_is_damage_where_the_padding_tells_that_the_key_is_right(string method)
    {
        foreach (var encrypted in new[] { false, true })
        {
            var archive = await PartnerArchives.RewrapAsync(method, encrypted);
            archive[SignatureHeader.Bytes + 100] ^= 0x10;
            using var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), Archives.Key, ArchiveLimits.Default, CancellationToken.None);
            var content = opened.Entries[0].Content!.Value.Folder;
            var telling = content.Packed.Size - content.StoredSize >= 3 || method == "bzip2" || !encrypted;
            var refusal = await Assert.ThrowsAnyAsync<SealedArchiveException>(async () =>
            {
                foreach (var entry in opened.Entries)
                    await opened.ReadAsync(entry, Stream.Null, CancellationToken.None);
            });
            Assert.True(telling ? refusal is DamagedArchiveException : refusal is DamagedArchiveException or WrongKeyException, $"{method} {encrypted}: {refusal.Message}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Files_may_be_read_in_any_order_and_more_than_once(string name)
    {
        using var opened = await SealedArchive.OpenAsync(new MemoryStream(PartnerArchives.Get(name)), Archives.Key, ArchiveLimits.Default, CancellationToken.None);
        var entries = opened.Entries.ToList();
        foreach (var entry in entries.AsEnumerable().Reverse().Concat(entries).Concat([entries[^1], entries[^1], entries[0]]))
        {
            using var content = new MemoryStream();
            await opened.ReadAsync(entry, content, CancellationToken.None);
            Assert.Equal(PartnerArchives.Files.Single(file => file.Name == entry.Name).Content, content.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_cut_is_refused(string name)
    {
        var archive = PartnerArchives.Get(name);
        for (var length = 0; length < archive.Length; length += name.Contains('-', StringComparison.Ordinal) ? 97 : 1)
            await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(archive[..length]));
    }

    // the header says all is there; the packed stream ends early
    [Theory]
    [InlineData("lzma2")]
    [InlineData("lzma")]
    [InlineData("ppmd")]
    [InlineData("bzip2")]
    [InlineData("deflate")]
    public async Task A_packed_stream_that_ends_anywhere_early_is_damaged(string method)
    {
        using var opened = await SealedArchive.OpenAsync(new MemoryStream(PartnerArchives.Get(method)), Archives.Key, ArchiveLimits.Default, CancellationToken.None);
        var folder = opened.Entries[1].Content!.Value.Folder;
        var packed = PartnerArchives.Get(method).AsSpan(SignatureHeader.Bytes, (int)folder.Packed.Size).ToArray();
        for (var length = 1; length < packed.Length - 5; length += 3)
        {
            var archive = await PartnerArchives.RewrapAsync(method, encrypted: false, packed: packed[..length]);
            await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(archive).WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));
        }
    }
}
