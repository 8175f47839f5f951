using System.Text;
using System.Text.Json;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>The forms in which a word can lie about: as text in several encodings, escaped, in base64 on each of its three borders, in hexadecimal.</summary>
internal static class Needles
{
    public static IReadOnlyList<byte[]> Of(string word)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var bytes = new List<byte[]>();
        foreach (var spelled in new[] { word, word.ToLowerInvariant(), word.ToUpperInvariant(), word.Normalize(NormalizationForm.FormD), word.ToLowerInvariant().Normalize(NormalizationForm.FormD) }.Distinct(StringComparer.Ordinal))
        {
            var utf8 = Encoding.UTF8.GetBytes(spelled);
            bytes.Add(utf8);
            bytes.Add(Encoding.Latin1.GetBytes(spelled));
            foreach (var wide in new[] { Encoding.Unicode.GetBytes(spelled), Encoding.BigEndianUnicode.GetBytes(spelled) })
            {
                bytes.Add(wide);
                forms.UnionWith(Base64(wide));
            }

            forms.UnionWith(Base64(utf8));
            forms.UnionWith([Convert.ToHexString(utf8), Convert.ToHexStringLower(utf8), Uri.EscapeDataString(spelled), QuotedPrintable(utf8)]);
            var escaped = JsonSerializer.Serialize(spelled)[1..^1]; // as System.Text.Json writes by default: é is \u00E9
            forms.UnionWith([escaped, escaped.Replace("\\u00E", "\\u00e", StringComparison.Ordinal), escaped.Replace("\\", "\\\\", StringComparison.Ordinal)]);
        }

        return [.. bytes, .. forms.Select(Encoding.ASCII.GetBytes)];
    }

    /// <summary>Whole characters only: the first and last depend on what stands around the word.</summary>
    private static IEnumerable<string> Base64(byte[] content)
    {
        for (var border = 0; border < 3; border++)
        {
            var padded = new byte[border + content.Length];
            content.CopyTo(padded, border);
            var whole = Convert.ToBase64String(padded).TrimEnd('=')[(border == 0 ? 0 : border + 1)..(padded.Length * 8 / 6)];
            if (whole.Length < 8)
                continue;
            yield return whole;
            yield return whole.Replace('+', '-').Replace('/', '_');
        }
    }

    private static string QuotedPrintable(byte[] utf8) => string.Concat(utf8.Select(b => b is < 127 and > 32 and not (byte)'=' ? ((char)b).ToString() : $"={b:X2}"));
}
