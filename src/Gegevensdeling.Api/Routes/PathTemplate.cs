namespace Gegevensdeling.Api.Routes;

/// <summary>
/// A path such as <c>/doorverwijzingen/{verwijzing}/intrekking</c>. Matched here and not by a host's router, so that both hosts agree.
/// </summary>
public sealed record PathTemplate
{
    private const int LongestValue = 64;

    private readonly string[] segments;

    /// <exception cref="ArgumentException">Not a plain path of words and placeholders.</exception>
    public PathTemplate(string text)
    {
        if (!text.StartsWith('/'))
            throw new ArgumentException($"{text}: a path begins with a slash", nameof(text));
        Text = text;
        segments = text[1..].Split('/');
        if (segments.Any(segment => !IsValue(Placeholder(segment) ?? segment)))
            throw new ArgumentException($"{text}: only plain words and {{placeholders}}", nameof(text));
        Names = [.. segments.Select(Placeholder).OfType<string>()];
    }

    public string Text { get; }

    /// <summary>The placeholders, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The values of the placeholders, or null when the path is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var parts = path.Split('/');
        if (parts.Length != segments.Length + 1 || parts[0].Length > 0)
            return null;

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < segments.Length; at++)
        {
            var (segment, part) = (segments[at], parts[at + 1]);
            if (Placeholder(segment) is not { } name)
            {
                if (!string.Equals(segment, part, StringComparison.Ordinal))
                    return null;
            }
            else if (IsValue(part))
            {
                values.Add(name, part);
            }
            else
            {
                return null;
            }
        }

        return values;
    }

    /// <summary>True when some path matches both.</summary>
    public bool Overlaps(PathTemplate other) =>
        segments.Length == other.segments.Length
        && segments.Zip(other.segments).All(pair =>
            Placeholder(pair.First) is not null || Placeholder(pair.Second) is not null || string.Equals(pair.First, pair.Second, StringComparison.Ordinal));

    public override string ToString() => Text;

    /// <summary>References and codes only; a value of another form cannot be one of ours.</summary>
    internal static bool IsValue(string text) =>
        text.Length is > 0 and <= LongestValue && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string? Placeholder(string segment) =>
        segment is ['{', .. var name, '}'] ? name : null;
}
