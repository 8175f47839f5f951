namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>A value between separators (RFC 4180): in quotes where it holds one, a quote or the end of a line.</summary>
internal static class CsvText
{
    public static string Of(string? text, char separator) =>
        text is null ? string.Empty
        : text.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0 ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
