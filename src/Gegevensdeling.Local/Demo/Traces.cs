using System.Text;

namespace Gegevensdeling.Local.Demo;

/// <summary>Looks for planted words in files as a person with the disk in hand would: as UTF-8, UTF-16, base64 and hexadecimal.</summary>
public static class Traces
{
    /// <summary>The files below a folder in which one of the words occurs.</summary>
    public static IReadOnlyList<string> Find(string folder, IEnumerable<string> words) => Find(folder, Forms(words));

    /// <summary>The files below a folder in which one of the values, a hash for example, stands as it is, reversed, in base64 or hexadecimal.</summary>
    public static IReadOnlyList<string> Find(string folder, IEnumerable<byte[]> values) => Find(folder, Forms(values));

    /// <summary>The words that occur in these bytes.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> bytes, IEnumerable<string> words) => In(bytes, Forms(words));

    /// <summary>The values that stand in these bytes, in hexadecimal.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> bytes, IEnumerable<byte[]> values) => In(bytes, Forms(values));

    private static List<string> Find(string folder, List<(string Name, byte[] Form)> forms) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => In(ReadShared(path), forms).Count > 0)];

    private static List<string> In(ReadOnlySpan<byte> bytes, List<(string Name, byte[] Form)> forms)
    {
        var found = new List<string>();
        foreach (var (name, form) in forms)
        {
            if (!found.Contains(name) && bytes.IndexOf(form) >= 0)
                found.Add(name);
        }

        return found;
    }

    private static List<(string Name, byte[] Form)> Forms(IEnumerable<string> words) => [.. words.SelectMany(word => Forms(word).Select(form => (word, form)))];

    private static List<(string Name, byte[] Form)> Forms(IEnumerable<byte[]> values) =>
        [.. values.SelectMany(value => Forms(value).Concat(Forms([.. value.Reverse()])).Select(form => (Convert.ToHexStringLower(value), form)))];

    private static IEnumerable<byte[]> Forms(string word) =>
        from spelled in new[] { word, word.ToLowerInvariant(), word.ToUpperInvariant() }.Distinct(StringComparer.Ordinal)
        from form in Forms(Encoding.UTF8.GetBytes(spelled)).Append(Encoding.Unicode.GetBytes(spelled)).Append(Encoding.BigEndianUnicode.GetBytes(spelled))
        select form;

    private static IEnumerable<byte[]> Forms(byte[] value)
    {
        yield return value;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(value));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(value));

        // Base64 falls on three possible borders; the first and last characters depend on what stands around.
        for (var border = 0; border < 3; border++)
        {
            var padded = new byte[border + value.Length];
            value.CopyTo(padded, border);
            var text = Convert.ToBase64String(padded).TrimEnd('=');
            var whole = text[(border == 0 ? 0 : border + 1)..(padded.Length * 8 / 6)];
            if (whole.Length >= 6)
                yield return Encoding.ASCII.GetBytes(whole);
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
