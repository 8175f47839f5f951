using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Publishing;

/// <summary>What WCAG 2.2 asks of a page of text and tables, as far as a program can see it.</summary>
public sealed partial class AccessibilityTests
{
    [Theory]
    [MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    [Requirement("G2")]
    public void Every_page_can_be_read_by_everybody(string name)
    {
        foreach (var (page, html) in Pages.All(Pages.Protocol(name)))
            Assert.True(Faults(Pages.Read(html)).ToList() is [], $"{page}: {string.Join("; ", Faults(Pages.Read(html)))}");
    }

    [Fact]
    public void The_check_finds_planted_faults()
    {
        var bad = XElement.Parse("<html><head><title/></head><body><h2>a</h2><h1/><h3 id='x'>b</h3><p id='x'><a href='#y'/></p><table><tr><td>1</td><th/></tr></table></body></html>");
        Assert.Equal(
            ["language", "title", "first heading", "heading that skips", "empty heading", "double id", "dead anchor", "link without text", "skip link", "main", "caption", "scope", "header cell"],
            Faults(bad).Distinct());
    }

    [Fact]
    public void Text_has_contrast_on_every_ground()
    {
        var style = Pages.Read(Pages.Page(Pages.Protocol("mechelen"))).Descendants("style").Single().Value;
        var grounds = Ground().Matches(style).Select(match => match.Groups[1].Value).Where(ground => ground.StartsWith('#')).Distinct().ToList();
        var texts = Text().Matches(style).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains("#fff", grounds);
        Assert.Equal(3, texts.Count);
        Assert.All(grounds, ground => Assert.All(texts, text => Assert.True(Contrast(text, ground) >= 7, $"{text} on {ground}: {Contrast(text, ground):0.0}")));
        Assert.Equal(21, Contrast("#000", "#ffffff"), 1);
        Assert.True(Contrast("#999", "#fff") < 4.5);
    }

    private static IEnumerable<string> Faults(XElement html)
    {
        if (html.Attribute("lang")?.Value != "nl-BE")
            yield return "language";
        if (html.Descendants("title").SingleOrDefault()?.Value is null or "")
            yield return "title";
        List<XElement> headings = [.. html.Descendants().Where(element => element.Name.LocalName is ['h', >= '1' and <= '6'])];
        if (headings.Count(heading => heading.Name.LocalName == "h1") != 1 || headings[0].Name.LocalName != "h1")
            yield return "first heading";
        if (headings.Zip(headings.Skip(1)).Any(pair => Level(pair.Second) > Level(pair.First) + 1))
            yield return "heading that skips";
        if (headings.Any(heading => heading.Value.Length == 0))
            yield return "empty heading";
        var ids = html.Descendants().Attributes("id").Select(id => id.Value).ToList();
        if (ids.Distinct().Count() != ids.Count)
            yield return "double id";
        if (html.Descendants("a").Any(link => link.Attribute("href")!.Value is ['#', .. var id] && !ids.Contains(id)))
            yield return "dead anchor";
        if (html.Descendants("a").Any(link => link.Value.Length == 0))
            yield return "link without text";
        if (html.Element("body")!.Elements().First().Attribute("href")?.Value != "#inhoud")
            yield return "skip link";
        if (html.Descendants("main").Count() != 1)
            yield return "main";
        foreach (var table in html.Descendants("table"))
        {
            if (table.Elements().First() is not { Name.LocalName: "caption", Value.Length: > 0 })
                yield return "caption";
            if (table.Descendants("th").Any(cell => cell.Attribute("scope")?.Value is not ("col" or "row") || cell.Value.Length == 0))
                yield return "scope";
            if (table.Descendants("tr").Any(row => row.Elements().First().Name.LocalName != "th"))
                yield return "header cell";
        }
    }

    private static int Level(XElement heading) => heading.Name.LocalName[1] - '0';

    /// <summary>WCAG 2.2, definition of contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        double[] both = [.. new[] { Luminance(one), Luminance(other) }.Order()];
        return (both[1] + 0.05) / (both[0] + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
        double Channel(int at)
        {
            var value = int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex("background:([^;}]+)")]
    private static partial Regex Ground();

    [GeneratedRegex("[{;]color:(#[0-9a-f]+)")]
    private static partial Regex Text();
}
