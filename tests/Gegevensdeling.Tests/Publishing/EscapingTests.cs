using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Publishing;

/// <summary>No value of a file becomes markup, a link to elsewhere or a broken page.</summary>
public sealed class EscapingTests
{
    private const string Hostile = "<script>alert(\"x\")</script><img src=x onerror='y'> & ]]> --> &amp; javascript:z \u0001\uFFFE '\"";

    /// <summary>Members whose value is free text in a file; addresses too, although the schema would refuse these.</summary>
    private static readonly HashSet<string> Free =
    [
        "naam", "statuut", "zetel", "functie", "namens", "tekst", "omschrijving", "verantwoording", "betreft", "voorwaarde", "dienst", "verwerkersovereenkomst", "toelichting",
        "referentie", "artikel14", "folder", "plaats", "recht", "mandaat", "reden", "bron", "kboInTekst", "e-mailInTekst", "datumInTekst", "clausule", "verwijsNaar", "url", "e-mail", "subverwerkers", "waarden", "kbo",
    ];

    private static readonly string[] Known =
        ["html", "head", "meta", "title", "style", "body", "a", "header", "nav", "main", "footer", "section", "h1", "h2", "h3", "p", "ul", "li", "div", "span", "table", "caption", "thead", "tbody", "tr", "th", "td"];

    [Theory]
    [InlineData("mechelen-2024.json")]
    [InlineData("kasterlee-2025.json")]
    [Requirement("G2")]
    public void A_file_full_of_markup_gives_pages_with_nothing_but_text(string file)
    {
        var protocol = HostileCopy(file);
        foreach (var (page, html) in Pages.All(protocol))
        {
            var root = Pages.Read(html);
            Assert.All(root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Known));
            Assert.All(root.Descendants().Attributes(), attribute => Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
            Assert.All(root.Descendants("a"), link => Assert.True(Safe(link.Attribute("href")!.Value), $"{page}: {link}"));
            Assert.Contains("<script>alert(\"x\")</script>", root.Value, StringComparison.Ordinal); // shown, not run
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u0001', html);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://protocollen.example/")]
    [InlineData("//elders.example/")]
    public void An_address_that_is_not_https_is_text_and_no_link(string address)
    {
        var mechelen = CommittedProtocols.Mechelen;
        var page = Pages.Read(Pages.Page(mechelen with { Publications = [.. mechelen.Publications.Select(one => one with { Url = address })] }));
        Assert.Contains(address, page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants("a"), link => link.Attribute("href")!.Value == address);
    }

    [Fact]
    public void Half_a_surrogate_pair_and_control_signs_become_the_replacement_character()
    {
        var mechelen = CommittedProtocols.Mechelen;
        var html = Pages.Page(mechelen with { Title = mechelen.Title with { Text = "a\uD800b\u0000c\u0085d\u200Be" } });
        Assert.Contains("a\uFFFDb\uFFFDc\uFFFDd\u200Be", Pages.Read(html).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_style_is_the_only_one_and_its_hash_is_the_one_that_is_published()
    {
        var styles = Pages.Read(Pages.Page(CommittedProtocols.Mechelen)).Descendants("style").ToList();
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Assert.Single(styles).Value));
        Assert.Equal(PublicPage.StyleHash, Convert.ToBase64String(hash));
        // Between its tags an HTML reader sees the very same text as an XML reader: nothing in it is written as an entity.
        Assert.Contains(styles[0].Value, Pages.Page(CommittedProtocols.Mechelen), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", Pages.Page(CommittedProtocols.Mechelen), StringComparison.Ordinal);
        Assert.DoesNotContain("url(", styles[0].Value, StringComparison.Ordinal);
    }

    internal static Protocol HostileCopy(string file)
    {
        var tree = JsonNode.Parse(CommittedProtocols.Text(file))!;
        Spoil(tree, string.Empty);
        return tree.Deserialize<Protocol>(ProtocolJson.Options)!;
    }

    private static bool Safe(string address) =>
        address is ['/', not '/', ..] or ['#', ..] or "/" || address.StartsWith("mailto:", StringComparison.Ordinal) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps);

    private static void Spoil(JsonNode node, string member)
    {
        if (node is JsonObject value)
        {
            foreach (var (name, child) in value.ToList())
            {
                if (child is JsonValue text && text.GetValueKind() == JsonValueKind.String && Free.Contains(name))
                    value[name] = name == "bron" ? text.GetValue<string>() + "; " + Hostile : Hostile + text.GetValue<string>();
                else if (child is not null)
                    Spoil(child, name);
            }
        }
        else if (node is JsonArray list)
        {
            for (var at = 0; at < list.Count; at++)
            {
                if (list[at] is JsonValue text && text.GetValueKind() == JsonValueKind.String && Free.Contains(member))
                    list[at] = Hostile + text.GetValue<string>();
                else if (list[at] is { } child)
                    Spoil(child, member);
            }
        }
    }
}
