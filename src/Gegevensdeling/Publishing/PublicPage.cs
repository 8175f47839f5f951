using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Gegevensdeling.Publishing;

/// <summary>
/// The frame of every public page: no script, no cookie, nothing from elsewhere, one style of which the hash is known (CSP level 3).
/// Pages are built as XML elements, so that no value of a file can become markup, and are HTML5 and well-formed XML at once.
/// </summary>
public static class PublicPage
{
    public const string MediaType = "text/html; charset=utf-8";

    /// <summary>Text on white has at least 7 : 1 (WCAG 2.2, 1.4.6). Has no '&lt;', '&gt;' or '&amp;': HTML and XML read those differently here.</summary>
    private const string Style = """
        :root{color-scheme:light}
        body{margin:0 auto;max-width:50rem;padding:0 1rem 3rem;font:1.05rem/1.55 system-ui,-apple-system,"Segoe UI",Arial,sans-serif;color:#1a1a1a;background:#fff;overflow-wrap:break-word}
        a{color:#00497a}
        a:focus-visible{outline:3px solid #00497a;outline-offset:2px}
        .spring{position:absolute;left:-100rem}
        .spring:focus{position:static;display:inline-block;padding:.5rem}
        header,footer{padding:1rem 0}
        footer{border-top:1px solid #6b6b6b;margin-top:2.5rem;color:#404040}
        h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}
        h2{font-size:1.35rem;line-height:1.3;margin:2.2rem 0 .6rem;border-bottom:2px solid #1a1a1a}
        h3{font-size:1.1rem;margin:1.6rem 0 .4rem}
        .status{border-left:.4rem solid #1a1a1a;padding:.5rem .9rem;background:#f2f2f2;font-weight:600}
        .bron,.reden{color:#404040;font-size:.88em}
        .reden{display:block}
        .bron .reden{font-size:1em}
        p.bron{margin:.2rem 0}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{border:1px solid #6b6b6b;padding:.4rem .6rem;text-align:left;vertical-align:top}
        th{background:#f2f2f2;font-weight:600}
        tbody th{font-weight:400;background:none}
        .feiten th{font-weight:600;background:#f2f2f2;width:30%}
        .rol{overflow-x:auto}
        @media(max-width:40rem){.feiten th,.feiten td{overflow-wrap:anywhere;hyphens:auto}}
        .blad{font-size:1.15rem}
        @page{size:A4;margin:16mm}
        @media print{
        body{max-width:none;padding:0;font-size:9.5pt;line-height:1.35}
        th,td{padding:1mm 1.5mm}
        p,ul{margin:1.5mm 0}
        .blad{font-size:11.5pt}
        .spring,nav{display:none}
        a{color:inherit;text-decoration:none}
        h1{font-size:17pt}h2{font-size:12.5pt;margin:5mm 0 1.5mm}h3{font-size:11pt}
        h2,h3,caption{break-after:avoid}
        tr,li{break-inside:avoid}
        .rol{overflow:visible;padding-right:1px}
        footer{margin-top:6mm;padding:2mm 0 0}
        }
        """;

    /// <summary>The SHA-256 of the style, in base64, as it stands in a Content-Security-Policy.</summary>
    public static string StyleHash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text(Style))));

    /// <param name="sheet">True for a text that is handed over on one A4.</param>
    internal static string Write(string title, IEnumerable<XElement> navigation, IEnumerable<XElement?> content, IEnumerable<XElement> footer, bool sheet = false)
    {
        List<XElement> links = [.. navigation];
        var html = new XElement("html", new XAttribute("lang", "nl-BE"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("meta", new XAttribute("name", "referrer"), new XAttribute("content", "no-referrer")),
                new XElement("title", title),
                new XElement("style", Text(Style))),
            new XElement("body",
                new XElement("a", new XAttribute("class", "spring"), new XAttribute("href", "#inhoud"), "Naar de inhoud"),
                links.Count == 0 ? null : new XElement("header", new XElement("nav", new XAttribute("aria-label", "Pagina's"), Spaced(links))),
                new XElement("main", new XAttribute("id", "inhoud"), sheet ? new XAttribute("class", "blad") : null, content),
                new XElement("footer", footer)));
        foreach (var text in html.DescendantNodes().OfType<XText>())
            text.Value = Text(text.Value);
        foreach (var attribute in html.Descendants().Attributes())
            attribute.Value = Text(attribute.Value);
        return $"<!DOCTYPE html>\n{html.ToString(SaveOptions.DisableFormatting)}\n";
    }

    /// <summary>Without what XML has no sign for, such as control characters and half a surrogate pair; lines end as in HTML.</summary>
    private static string Text(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            var known = rune.Value is 9 or 10 or (>= 32 and not (>= 127 and <= 159) and not 0xFFFE and not 0xFFFF);
            clean.Append((known ? rune : Rune.ReplacementChar).ToString());
        }

        return clean.ToString();
    }

    private static IEnumerable<object> Spaced(List<XElement> links) => links.SelectMany((link, at) => at == 0 ? new object[] { link } : [" | ", link]);
}
