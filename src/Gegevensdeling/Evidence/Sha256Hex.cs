using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Gegevensdeling.Evidence;

/// <summary>SHA-256 as 64 lower-case hexadecimal digits, as <c>sha256sum</c> prints it.</summary>
public static class Sha256Hex
{
    internal static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Of(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(SHA256.HashData(data));

    /// <summary>Of the UTF-8 bytes of a text, such as a signed document as it is kept.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Of a stream, in constant memory.</summary>
    public static async Task<string> OfAsync(Stream data, CancellationToken cancellation) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(data, cancellation));

    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Digits);
    }

    internal static string Checked(string text) =>
        IsValid(text) ? text : throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(text));
}
