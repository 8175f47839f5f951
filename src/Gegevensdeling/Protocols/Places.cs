using System.Globalization;

namespace Gegevensdeling.Protocols;

/// <summary>Places in a text as sources name them: <c>art. 6</c>, <c>C1</c>, <c>titel</c>.</summary>
internal static class Places
{
    public const string Faq = "FAQ";

    public static string Of(int article) => string.Create(CultureInfo.InvariantCulture, $"art. {article}");

    /// <summary>The places of a source, without paragraphs and without what is ours.</summary>
    public static IEnumerable<string> Of(Sourced part) => Of(part.Source);

    public static IEnumerable<string> Of(string source) =>
        source.Split("; ").Where(place => place != Sourced.Ours).Select(place => place.Split(" §")[0]);

    /// <summary>Whether a part that stands at one place stands at another: C1 lies in C.</summary>
    public static bool Lies(string place, string within) =>
        place == within || (IsRecital(place) && IsRecital(within) && (place.Length == 1 || within.Length == 1) && place[0] == within[0]);

    public static bool IsRecital(string place) => place.Length is 1 or 2 && char.IsAsciiLetterUpper(place[0]) && place.Skip(1).All(char.IsAsciiDigit);

    public static bool IsArticle(string place) => place.StartsWith("art. ", StringComparison.Ordinal);
}
