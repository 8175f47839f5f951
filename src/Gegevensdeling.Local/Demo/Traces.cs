using System.Text;

namespace Gegevensdeling.Local.Demo;

/// <summary>Looks for planted words in files as a person with the disk in hand would: as UTF-8, UTF-16, base64 and hexadecimal.</summary>
public static class Traces
{
    /// <summary>The files below a folder in which one of the words occurs.</summary>
    public static IReadOnlyList<string> Find(string folder, IEnumerable<string> words)
    {
        var wanted = words.ToList();
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => In(ReadShared(path), wanted).Count > 0)];
    }

    /// <summary>The words that occur in these bytes.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> bytes, IEnumerable<string> words)
    {
        var found = new List<string>();
        foreach (var word in words)
        {
            foreach (var form in Forms(word))
            {
                if (bytes.IndexOf(form) >= 0)
                {
                    found.Add(word);
                    break;
                }
            }
        }

        return found;
    }

    private static IEnumerable<byte[]> Forms(string word)
    {
        foreach (var spelled in new[] { word, word.ToLowerInvariant(), word.ToUpperInvariant() }.Distinct(StringComparer.Ordinal))
        {
            var utf8 = Encoding.UTF8.GetBytes(spelled);
            yield return utf8;
            yield return Encoding.Unicode.GetBytes(spelled);
            yield return Encoding.BigEndianUnicode.GetBytes(spelled);
            yield return Encoding.ASCII.GetBytes(Convert.ToHexString(utf8));
            yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8));

            // Base64 falls on three possible borders; the first and last characters depend on what stands around.
            for (var border = 0; border < 3; border++)
            {
                var padded = new byte[border + utf8.Length];
                utf8.CopyTo(padded, border);
                var text = Convert.ToBase64String(padded).TrimEnd('=');
                var whole = text[(border == 0 ? 0 : border + 1)..(padded.Length * 8 / 6)];
                if (whole.Length >= 6)
                    yield return Encoding.ASCII.GetBytes(whole);
            }
        }
    }

    private static byte[] ReadShared(string path)
    {
        if (new FileInfo(path).Length == 0)
            return []; // a lock file that its owner holds: nothing to read

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
