using System.Xml.Linq;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>The few elements of which the pages are made.</summary>
internal static class PageParts
{
    public const string Unknown = "Niet vermeld.";

    public static XElement H1(string text) => new("h1", text);

    /// <summary>A heading that can be linked to.</summary>
    public static XElement H2(string id, string text) => new("h2", new XAttribute("id", id), text);

    public static XElement H3(string text) => new("h3", text);

    public static XElement P(params object?[] content) => new("p", content);

    public static XElement? Items(IReadOnlyCollection<string> items) => items.Count == 0 ? null : new("ul", items.Select(item => new XElement("li", item)));

    public static XElement Link(string address, string text) => new("a", new XAttribute("href", address), text);

    /// <summary>A link where the address is one of the web; else the bare text.</summary>
    public static object Web(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? Link(address, address) : address;

    public static XElement Mail(string address) =>
        Link($"mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)}", address);

    /// <summary>A table whose first column heads its rows.</summary>
    public static XElement Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object>> rows) =>
        new("div", new XAttribute("class", "rol"), new XAttribute("role", "region"), new XAttribute("aria-label", caption), new XAttribute("tabindex", "0"),
            new XElement("table",
                new XElement("caption", caption),
                new XElement("thead", new XElement("tr", columns.Select(column => new XElement("th", new XAttribute("scope", "col"), column)))),
                new XElement("tbody", rows.Select(row => new XElement("tr", row.Select((cell, at) =>
                    at == 0 ? new XElement("th", new XAttribute("scope", "row"), cell) : new XElement("td", cell)))))));

    /// <summary>A table of one thing: what it is called, and what it is.</summary>
    public static XElement Facts(string caption, params IEnumerable<(string Label, object? Value)> facts) =>
        new("table", new XAttribute("class", "feiten"), new XElement("caption", caption), new XElement("tbody", facts.Where(fact => fact.Value is not null).Select(fact =>
            new XElement("tr", new XElement("th", new XAttribute("scope", "row"), fact.Label), new XElement("td", fact.Value)))));

    /// <summary>Where it stands in the text; what is ours says so and why.</summary>
    public static IEnumerable<object> Source(Sourced part)
    {
        var places = part.Source.Split("; ").Where(place => place != Sourced.Ours).ToList();
        if (part.IsOurs)
            places.Add("vastgelegd door de partijen in het protocolbestand");
        yield return string.Join("; ", places);
        if (part.Reason is { } reason)
            yield return new XElement("span", new XAttribute("class", "reden"), $"Waarom: {reason}");
    }

    public static XElement SourceLine(Sourced part) => new("p", new XAttribute("class", "bron"), "Bron: ", Source(part));

    /// <summary>A cell of several texts, one under the other.</summary>
    public static object Lines(params IEnumerable<object?> lines)
    {
        object[] given = [.. lines.OfType<object>()];
        return given.Length switch
        {
            0 => Unknown,
            1 => given[0],
            _ => given.Select(line => new XElement("div", line)),
        };
    }
}
