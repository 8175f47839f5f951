using System.Text;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Wrong key, damaged, unsupported and hostile are four different errors.</summary>
public sealed class RefusalTests
{
    [Fact]
    [Requirement("F7")]
    public async Task A_wrong_key_is_told_as_such_whatever_the_archive_holds()
    {
        for (var at = 0; at < 300; at++)
        {
            var archive = await Archives.SealAsync(($"bestand {new string('x', at % 40)}", Archives.Bytes(at, at)));
            await Assert.ThrowsAsync<WrongKeyException>(() => Archives.OpenAsync(archive, $"ANDER-{at}"));
        }
    }

    // one byte agrees with its CRC under one wrong key in 256, which then proves nothing about the key
    [Fact]
    public async Task A_wrong_key_that_opens_one_byte_by_chance_is_still_a_wrong_key()
    {
        var archive = await Crafted.ClearNamesAsync(("a", [7]), ("b", new byte[40]));
        var byChance = 0;
        for (var at = 0; at < 3_000; at++)
        {
            using var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), $"ANDER-{at}", ArchiveLimits.Default, CancellationToken.None);
            if (await Record.ExceptionAsync(() => opened.ReadAsync(opened.Entries[0], Stream.Null, CancellationToken.None)) is not null)
                continue;
            byChance++;
            await Assert.ThrowsAsync<WrongKeyException>(() => opened.ReadAsync(opened.Entries[1], Stream.Null, CancellationToken.None));
        }

        Assert.True(byChance > 0);
    }

    // every byte of ours is under a checksum but the minor version
    [Fact]
    public async Task Every_changed_byte_of_a_sealed_archive_is_damage()
    {
        var files = new[] { ("a.txt", Archives.Bytes(1, 50)), ("leeg", Array.Empty<byte>()), ("b.txt", Archives.Bytes(2, 16)) };
        var archive = await Archives.SealAsync(files);
        for (var at = 0; at < archive.Length; at++)
        {
            var changed = archive.ToArray();
            changed[at] ^= 0x41;
            if (at == 7)
                Archives.AssertSame(files, await Archives.OpenAsync(changed));
            else if (at == 6)
                await Assert.ThrowsAsync<UnsupportedArchiveException>(() => Archives.OpenAsync(changed));
            else
                await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(changed));
        }
    }

    [Fact]
    public async Task Every_cut_of_a_sealed_archive_is_damage()
    {
        var archive = await Archives.SealAsync(("a.txt", Archives.Bytes(1, 50)));
        for (var length = 0; length < archive.Length; length++)
            await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(archive[..length]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dit is geen archief, maar een brief van meer dan tweeëndertig tekens.")]
    [InlineData("PK\u0003\u0004 een zip is het evenmin, hoe lang ze ook is")]
    public async Task What_is_no_archive_is_damaged(string text) =>
        await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/a")]
    [InlineData("C:a")]
    [InlineData("a.txt:stroom")]
    [InlineData("..\\a")]
    [InlineData("\\\\server\\a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("lijst\u202Excod.exe")]
    [InlineData("half \uD83D teken")]
    [InlineData("\uFFFE")]
    public async Task A_name_that_leaves_its_folder_or_hides_what_it_is_is_hostile(string name)
    {
        await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(Crafted.Named("goed", name)));
        await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(Crafted.Stored((name, [1, 2, 3]))));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "A")]
    [InlineData("é", "e\u0301")]
    public async Task Two_files_of_one_name_are_hostile(string one, string other) =>
        await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(Crafted.Named(one, other)));

    [Fact]
    public async Task Ordinary_names_are_not_hostile() =>
        Assert.Equal(["a", "b..c", "...", "d/e f", "😀"], (await Archives.OpenAsync(Crafted.Named("a", "b..c", "...", "d/e f", "😀"))).Select(file => file.Name));

    [Fact]
    public async Task More_than_the_limits_allow_is_hostile()
    {
        var archive = await Archives.SealAsync(("twaalf tekens", new byte[100]), ("b", new byte[100]));
        ArchiveLimits[] limits =
        [
            new() { Entries = 1 }, new() { NameLength = 12 }, new() { NameBytes = 20 }, new() { EntryBytes = 99 }, new() { TotalBytes = 199 },
            new() { HeaderBytes = 100 }, new() { KeyDerivationPower = Archives.QuickPower - 1 },
        ];
        foreach (var limit in limits)
            await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(archive, limits: limit));
        var enough = new ArchiveLimits { Entries = 2, NameLength = 13, EntryBytes = 100, TotalBytes = 200, HeaderBytes = 300, KeyDerivationPower = Archives.QuickPower };
        Assert.Equal(2, (await Archives.OpenAsync(archive, limits: enough)).Count);
    }

    // properties of 7zAES: power with two flags, lengths of salt and vector
    [Fact]
    public async Task Key_derivation_is_bounded_in_rounds_and_in_number()
    {
        await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(Crafted.Encrypted([25])));
        await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(Crafted.Encrypted([62])));
        var bare = await Assert.ThrowsAsync<UnsupportedArchiveException>(() => Archives.OpenAsync(Crafted.Encrypted([0x3F])));
        Assert.Contains("7zAES", bare.Method, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(Crafted.Encrypted([0x44])));

        using var archive = new MemoryStream(Crafted.Encrypted([.. Enumerable.Range(0, 4).Select(salt => new byte[] { 0x84, 0x00, (byte)salt })]));
        using var opened = await SealedArchive.OpenAsync(archive, Archives.Key, new ArchiveLimits { KeyDerivations = 3 }, TestContext.Current.CancellationToken);
        for (var at = 0; at < 3; at++)
            await Assert.ThrowsAsync<WrongKeyException>(() => opened.ReadAsync(opened.Entries[at], Stream.Null, CancellationToken.None));
        await Assert.ThrowsAsync<HostileArchiveException>(() => opened.ReadAsync(opened.Entries[3], Stream.Null, CancellationToken.None));
    }

    [Fact]
    public async Task Stored_content_whose_checksum_is_wrong_or_absent_is_damaged()
    {
        var archive = Crafted.Stored(("a", [1, 2, 3]));
        archive[SignatureHeader.Bytes] ^= 1;
        await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(archive));

        var without = Crafted.Archive([1, 2, 3], header =>
        {
            header.Byte(PropertyId.Header).Byte(PropertyId.MainStreamsInfo);
            Crafted.StoredStreams(header, 3);
            header.Byte(PropertyId.End).Byte(PropertyId.FilesInfo).Number(1);
            Crafted.Names(header, ["a"]);
            header.Byte(PropertyId.End).Byte(PropertyId.End);
        });
        await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(without));
    }

    [Fact]
    public async Task Links_and_orders_to_delete_are_hostile()
    {
        foreach (var (id, content) in new (byte, byte[])[] { (PropertyId.Anti, [0x80]), (PropertyId.Attributes, [1, 0, 0x00, 0x80, 0xFF, 0xA1]), (PropertyId.Attributes, [1, 0, 0x00, 0x04, 0, 0]) })
        {
            var archive = Crafted.Archive([], header =>
            {
                header.Byte(PropertyId.Header).Byte(PropertyId.FilesInfo).Number(1);
                header.Property(PropertyId.EmptyStream, property => property.Byte(0x80));
                header.Property(PropertyId.EmptyFile, property => property.Byte(0x80));
                Crafted.Names(header, ["a"]);
                header.Property(id, property => property.Bytes(content)).Byte(PropertyId.End).Byte(PropertyId.End);
            });
            await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(archive));
        }
    }

    // what '7zz a -si' notes of its content: a pipe, mode 600
    [Fact]
    public async Task Content_that_came_to_7_Zip_through_a_pipe_is_a_file()
    {
        var archive = Crafted.Archive([], header =>
        {
            header.Byte(PropertyId.Header).Byte(PropertyId.FilesInfo).Number(1);
            header.Property(PropertyId.EmptyStream, property => property.Byte(0x80));
            header.Property(PropertyId.EmptyFile, property => property.Byte(0x80));
            Crafted.Names(header, ["a"]);
            header.Property(PropertyId.Attributes, property => property.Bytes([1, 0, 0x20, 0x80, 0x80, 0x11])).Byte(PropertyId.End).Byte(PropertyId.End);
        });
        Assert.Equal("a", Assert.Single(await Archives.OpenAsync(archive)).Name);
    }

    [Fact]
    public async Task No_message_holds_a_name_or_the_key()
    {
        var hostile = await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(Crafted.Named("../Verzonnen")));
        var wrong = await Assert.ThrowsAsync<WrongKeyException>(async () => await Archives.OpenAsync(await Archives.SealAsync(("Verzonnen", [1])), "SLEUTEL"));
        Assert.DoesNotContain("Verzonnen", hostile.ToString() + wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("SLEUTEL", wrong.ToString(), StringComparison.Ordinal);
        Assert.Equal("De sleutel past niet op dit archief.", wrong.Message);
    }
}
