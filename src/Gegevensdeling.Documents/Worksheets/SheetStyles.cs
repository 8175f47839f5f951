using System.Globalization;
using System.Text;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>The cell formats of an answer: general, text, date, date with time, and the digit masks that the requester's numbers were shown with.</summary>
internal sealed class SheetStyles
{
    public const int General = 0;
    public const int Text = 1;
    public const int Date = 2;
    public const int DateAndTime = 3;

    private const int FirstMask = 4;
    private const int FirstFormatId = 164;
    private const int MostMasks = 200;

    private readonly List<string> masks = [];

    public int Number(string? mask)
    {
        if (mask is null)
            return General;
        var at = masks.IndexOf(mask);
        if (at < 0 && masks.Count < MostMasks)
        {
            at = masks.Count;
            masks.Add(mask);
        }

        return at < 0 ? General : FirstMask + at;
    }

    public string Xml()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        if (masks.Count > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<numFmts count=\"{masks.Count}\">");
            for (var at = 0; at < masks.Count; at++)
                xml.Append(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{FirstFormatId + at}\" formatCode=\"{XmlEscape.Of(masks[at])}\"/>");
            xml.Append("</numFmts>");
        }

        xml.Append("""<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>""");
        xml.Append("""<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""");
        xml.Append(CultureInfo.InvariantCulture, $"<cellXfs count=\"{FirstMask + masks.Count}\">");

        // 49 is '@', 14 a date, 22 a date with its time (ECMA-376 part 1, 18.8.30)
        foreach (var format in (IEnumerable<int>)[0, 49, 14, 22, .. Enumerable.Range(FirstFormatId, masks.Count)])
            xml.Append(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{format}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>");
        return xml.Append("""</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""").ToString();
    }
}
