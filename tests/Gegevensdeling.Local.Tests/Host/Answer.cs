using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Api.Problems;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>What came back over HTTP.</summary>
internal sealed record Answer(int Status, string? MediaType, byte[] Raw, HttpResponseHeaders Headers)
{
    public string Text => Encoding.UTF8.GetString(Raw);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Raw);

    /// <summary>The code of the refusal, or null where it is none.</summary>
    public string? Code => MediaType == Problem.MediaType ? Json.GetProperty("type").GetString()![Problem.TypePrefix.Length..] : null;

    public string Detail => Json.GetProperty("detail").GetString()!;

    /// <summary>The names of the fields that are refused.</summary>
    public IReadOnlyList<string> Fields =>
        Json.TryGetProperty("velden", out var fields) ? [.. fields.EnumerateArray().Select(one => one.GetProperty("veld").GetString()!)] : [];

    /// <summary>Status and text without the correlation, which differs each time.</summary>
    public string Comparable => MediaType == Problem.MediaType
        ? $"{Status} {Code} {Detail} {string.Join(',', Fields)} {Json.GetProperty("title").GetString()} {(Json.TryGetProperty("artikel", out var article) ? article.GetString() : "-")}"
        : $"{Status} {MediaType} {Text}";

    public Answer Is(int status)
    {
        Assert.True(Status == status, $"{status} expected, but {Status}: {(MediaType?.Contains("json", StringComparison.Ordinal) == true ? Text : MediaType)}");
        return this;
    }

    /// <summary>A refusal of this code: problem details with a Dutch text, and no text of an exception.</summary>
    public Answer Refuses(int status, string code)
    {
        Is(status);
        Assert.Equal(code, Code);
        Assert.False(string.IsNullOrWhiteSpace(Detail));
        Assert.DoesNotContain("Exception", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Text, StringComparison.Ordinal);
        return this;
    }
}
