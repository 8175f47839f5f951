using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>
/// Texts as the format holds them: characters that XML cannot hold are written <c>_x0007_</c>, and what looks like that gets its underscore written so (ECMA-376
/// part 1, 22.9.2.19 ST_Xstring).
/// </summary>
internal static class CellText
{
    private const int EscapeLength = 7;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>The texts inside the element that the reader stands on (<c>si</c>, <c>is</c>), its runs together and its phonetic hints left out.</summary>
    public static string Read(XmlReader reader, StringBuilder buffer, WorksheetLimits limits)
    {
        buffer.Clear();
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "rPh")
                reader.Pass();
            else if (reader.LocalName == "t")
                Append(reader, buffer, limits);
        }

        return Unescape(buffer.ToString());
    }

    /// <summary>The text of the element that the reader stands on, to its end.</summary>
    public static void Append(XmlReader reader, StringBuilder into, WorksheetLimits limits)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                throw new WorksheetException(WorksheetFault.Damaged);
            into.Append(reader.Value);
            if (into.Length > limits.CellCharacters * EscapeLength)
                throw new WorksheetException(WorksheetFault.TooLarge);
        }
    }

    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '_' && LooksEscaped(text, at))
            {
                plain.Append((char)ushort.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += EscapeLength - 1;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    /// <summary>The same text as it may stand in a part.</summary>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            var must = unit == '_' ? LooksEscaped(text, at) : !XmlConvert.IsXmlChar(unit) && !IsPair(text, at) || unit == '\r';
            if (must)
                (escaped ??= new StringBuilder(text, 0, at, text.Length + EscapeLength)).Append(CultureInfo.InvariantCulture, $"_x{(int)unit:X4}_");
            else
                escaped?.Append(unit);
        }

        return escaped?.ToString() ?? text;
    }

    private static bool LooksEscaped(string text, int at) =>
        at + EscapeLength <= text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && text.AsSpan(at + 2, 4).IndexOfAnyExcept(HexDigits) < 0;

    private static bool IsPair(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));
}
