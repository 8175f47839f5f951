using System.Text;
using System.Text.RegularExpressions;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Tests.Host;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>What somebody does who holds every byte: look for keys, and try each on every archive.</summary>
internal static partial class Attack
{
    /// <summary>Everything with the shape and the check characters of a key, in any text encoding.</summary>
    public static IEnumerable<string> Candidates(byte[] bytes) =>
        new[] { Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode }
            .SelectMany(encoding => KeyShape().Matches(encoding.GetString(bytes)).Select(match => TelephoneKey.Check(match.Value)))
            .OfType<KeyCheck.Valid>().Select(valid => valid.Key.Reveal());

    public static async Task<bool> OpensAsync(byte[] archive, string key)
    {
        try
        {
            using var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), key, ArchiveLimits.Default, Rig.Cancelled);
            return true;
        }
        catch (WrongKeyException)
        {
            return false;
        }
    }

    public static IEnumerable<byte[]> Everything(string folder, string? but = null) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => but is null || !path.Contains($"/{but}/", StringComparison.Ordinal)).Select(File.ReadAllBytes);

    [GeneratedRegex("[0-9A-Za-z]{3,9}([- ][0-9A-Za-z]{3,9}){3,}")]
    private static partial Regex KeyShape();
}
