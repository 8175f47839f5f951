using System.Globalization;
using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Microsoft.AspNetCore.Http;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>Writes one answer with the headers that every answer has. No cache keeps any of it but what is public, no browser guesses its type.</summary>
internal sealed class FaceResult(int status, string? mediaType, string? text) : IResult
{
    /// <summary>Minutes that a suspension may take to be seen on somebody else's copy of a public page.</summary>
    private const string PublicCaching = "public, max-age=300";

    private readonly Dictionary<string, string> headers = new(StringComparer.Ordinal);

    public int Status => status;

    /// <summary>The code of the refusal, for the log.</summary>
    public string? Code { get; init; }

    /// <summary>For bytes that are streamed instead of <c>text</c>.</summary>
    public ApiAnswer.Content? Content { get; init; }

    public static FaceResult Of(Problem problem) =>
        new(problem.Status, Problem.MediaType, ApiJson.Write(problem)) { Code = problem.Type[Problem.TypePrefix.Length..] };

    /// <summary>Readable from any website, because anybody may read it anyhow; a page may use its one style and nothing else (CSP level 3).</summary>
    public static FaceResult Of(ApiAnswer.Published published) =>
        new FaceResult(200, published.MediaType, published.Text)
            .With("Cache-Control", PublicCaching)
            .With("Access-Control-Allow-Origin", "*")
            .With("Content-Security-Policy", published.StyleHash is { } hash
                ? $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                : null);

    public FaceResult With(string header, string? value)
    {
        if (value is not null)
            headers[header] = value;
        return this;
    }

    public FaceResult With(string header, int value) => With(header, value.ToString(CultureInfo.InvariantCulture));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        if (mediaType is not null)
            response.ContentType = mediaType;

        if (Content is not null)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{Content.FileName}\"";
            await Content.WriteAsync(response.Body, httpContext.RequestAborted);
        }
        else if (text is not null)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
