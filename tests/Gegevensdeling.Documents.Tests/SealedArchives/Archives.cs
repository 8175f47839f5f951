using System.Security.Cryptography;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Archives in memory.</summary>
internal static class Archives
{
    public const string Key = "K7QF-3M9T-XW4H-2RBC";

    /// <summary>Few rounds, so that thousands of archives take seconds. What 7-Zip opens is sealed with the real number.</summary>
    public const int QuickPower = 4;

    public static async Task<byte[]> SealAsync(string key, int power, params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var output = new MemoryStream();
        var entries = files.Select(file => new ArchiveEntry(file.Name, file.Content));
        await SealedArchiveWriter.WriteAsync(output, key, entries, power, CancellationToken.None);
        return output.ToArray();
    }

    public static Task<byte[]> SealAsync(params IEnumerable<(string Name, byte[] Content)> files) => SealAsync(Key, QuickPower, files);

    public static Task<List<(string Name, byte[] Content)>> OpenAsync(byte[] archive, string key = Key, ArchiveLimits? limits = null) =>
        OpenAsync(new MemoryStream(archive), key, limits);

    public static async Task<List<(string Name, byte[] Content)>> OpenAsync(Stream archive, string key = Key, ArchiveLimits? limits = null)
    {
        using var opened = await SealedArchive.OpenAsync(archive, key, limits ?? ArchiveLimits.Default, CancellationToken.None);
        var files = new List<(string, byte[])>();
        foreach (var entry in opened.Entries)
        {
            using var content = new MemoryStream();
            await opened.ReadAsync(entry, content, CancellationToken.None);
            files.Add((entry.Name, content.ToArray()));
        }

        return files;
    }

    public static void AssertSame(IEnumerable<(string Name, byte[] Content)> expected, IEnumerable<(string Name, byte[] Content)> actual) =>
        Assert.Equal(
            expected.Select(file => $"{file.Name} {Convert.ToHexString(SHA256.HashData(file.Content))}"),
            actual.Select(file => $"{file.Name} {Convert.ToHexString(SHA256.HashData(file.Content))}"));

    public static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
