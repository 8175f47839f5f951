using System.Buffers;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>Text as it may stand between tags and in attributes.</summary>
internal static class XmlEscape
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"");

    public static void Write(TextWriter writer, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            writer.Write(text[..at]);
            writer.Write(text[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                _ => "&quot;",
            });
            text = text[(at + 1)..];
        }

        writer.Write(text);
    }

    public static string Of(string text)
    {
        using var writer = new StringWriter();
        Write(writer, text);
        return writer.ToString();
    }
}
