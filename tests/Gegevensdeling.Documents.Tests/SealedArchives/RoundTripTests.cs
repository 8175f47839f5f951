using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(BufferRing.BufferBytes - 1)]
    [InlineData(BufferRing.BufferBytes)]
    [InlineData(BufferRing.BufferBytes + 1)]
    [InlineData((7 * BufferRing.BufferBytes) + 5)]
    public async Task What_was_sealed_comes_out_unchanged(int length)
    {
        var content = Archives.Bytes(length, length);
        var files = await Archives.OpenAsync(await Archives.SealAsync(("doorverwijzing.html", content)));
        Archives.AssertSame([("doorverwijzing.html", content)], files);
    }

    [Fact]
    [Requirement("F7")]
    public async Task Several_files_keep_their_order_names_and_content()
    {
        (string Name, byte[] Content)[] files =
        [
            ("één map/über ñandú.txt", Archives.Bytes(1, 1000)), ("leeg", []), ("😀 lijst.xlsx", Archives.Bytes(2, 16)), ("ook leeg.txt", []), ("z", [0]),
        ];
        Archives.AssertSame(files, await Archives.OpenAsync(await Archives.SealAsync(files)));
    }

    [Fact]
    public async Task An_archive_may_hold_nothing_but_empty_files() =>
        Archives.AssertSame([("a", []), ("b", [])], await Archives.OpenAsync(await Archives.SealAsync(("a", []), ("b", []))));

    [Fact]
    public async Task Time_of_change_is_kept_where_given()
    {
        var changed = new DateTimeOffset(2025, 3, 24, 9, 30, 15, TimeSpan.FromHours(1));
        using var archive = new MemoryStream();
        ArchiveEntry[] entries = [new("met", new byte[3]) { Modified = changed }, new("zonder", new byte[3])];
        await SealedArchiveWriter.WriteAsync(archive, Archives.Key, entries, Archives.QuickPower, CancellationToken.None);
        archive.Position = 0;
        using var opened = await SealedArchive.OpenAsync(archive, Archives.Key, ArchiveLimits.Default, CancellationToken.None);
        Assert.Equal([changed, null], opened.Entries.Select(entry => entry.Modified));
    }
}
