using FsCheck.Xunit;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

public sealed class PropertyTests
{
    // names and keys of any characters at all: what the writer takes, the reader gives back
    [Property(MaxTest = 1000)]
    public async Task The_writer_makes_nothing_that_the_reader_refuses((string? Name, byte[]? Content)[] files, string? key)
    {
        var given = files.Select(file => (Name: file.Name ?? string.Empty, Content: file.Content ?? [])).ToArray();
        byte[] archive;
        try
        {
            archive = await Archives.SealAsync(key ?? string.Empty, Archives.QuickPower, given);
        }
        catch (ArgumentException)
        {
            Assert.True(given.Length == 0 || string.IsNullOrEmpty(key) || Refused(given.Select(file => file.Name)));
            return;
        }

        Assert.False(Refused(given.Select(file => file.Name)));
        Archives.AssertSame(given, await Archives.OpenAsync(archive, key!));
    }

    [Property(MaxTest = 1000)]
    public void Any_bytes_give_one_of_the_four_errors_or_an_archive(byte[] header)
    {
        var archive = Crafted.Archive([], [PropertyId.Header, .. header]);
        var refusal = Record.Exception(() => Archives.OpenAsync(archive).GetAwaiter().GetResult());
        Assert.True(refusal is null or SealedArchiveException, refusal?.ToString());
    }

    [Property(MaxTest = 1000)]
    public void Numbers_are_read_as_they_were_written(long number)
    {
        foreach (var value in new[] { number & long.MaxValue, (number & long.MaxValue) >> (int)(number & 63) })
        {
            var builder = new HeaderBuilder().Number(value);
            var reader = new HeaderReader(builder.Written.Span);
            Assert.Equal(value, reader.Number());
            Assert.Equal(0, reader.Remaining);
        }
    }

    private static bool Refused(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Exists(name => EntryName.Refusal(name, ArchiveLimits.Default.NameLength) is not null)
            || list.Select(EntryName.Identity).Distinct(StringComparer.Ordinal).Count() < list.Count;
    }
}
