using Microsoft.Extensions.Primitives;

namespace Gegevensdeling.Api.Idempotency;

/// <summary>
/// The header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header): there a structured-field string in quotation marks;
/// most clients send it bare. Both are taken and are the same key.
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int Longest = 128;

    /// <summary>The key, or null when the header is not one value of 1 to 128 visible ASCII characters.</summary>
    public static string? Parse(StringValues header)
    {
        if (header.Count != 1 || header[0] is not { } text)
            return null;
        var key = text is ['"', .. var inner, '"'] ? inner : text;
        return key.Length is > 0 and <= Longest && key.All(c => c is > ' ' and < (char)127 and not ('"' or '\\')) ? key : null;
    }
}
