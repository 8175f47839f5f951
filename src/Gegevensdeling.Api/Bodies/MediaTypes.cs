using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gegevensdeling.Api.Bodies;

/// <summary>What a request says that its body is.</summary>
internal static class MediaTypes
{
    /// <summary>
    /// The one of <paramref name="known"/> that the body is, or null. Compressed is none of them; the only parameter is a charset, which
    /// says nothing wrong when it says utf-8 (RFC 8259: JSON has none).
    /// </summary>
    public static string? Of(HttpRequest request, params IReadOnlyList<string> known) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Parameters.All(parameter => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
        && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            ? known.FirstOrDefault(one => type.MediaType.Equals(one, StringComparison.OrdinalIgnoreCase))
            : null;
}
