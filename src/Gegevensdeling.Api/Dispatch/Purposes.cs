using Microsoft.Extensions.Primitives;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>
/// The header <c>Doel</c>: the purpose code of the protocol (G20). A header, because a GET has no body and an address is no place for it.
/// </summary>
internal static class Purposes
{
    public const string Header = "Doel";

    private const int Longest = 64;

    /// <summary>The code, or null when the header is no single word of lower-case letters, digits and hyphens.</summary>
    public static string? Parse(StringValues header) =>
        header.Count == 1
        && header[0] is { Length: > 0 and <= Longest } code
        && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? code
            : null;
}
