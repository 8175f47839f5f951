using System.Buffers.Text;

namespace Gegevensdeling.Evidence;

/// <summary>base64url without padding (RFC 7515, 2), and only in its one canonical spelling.</summary>
internal static class StrictBase64Url
{
    public static string Encode(ReadOnlySpan<byte> data) => Base64Url.EncodeToString(data);

    /// <summary>The bytes, or null where the text is padded, spaced, has stray bits or another alphabet.</summary>
    public static byte[]? Decode(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return string.Equals(Base64Url.EncodeToString(bytes), text, StringComparison.Ordinal) ? bytes : null;
    }
}
