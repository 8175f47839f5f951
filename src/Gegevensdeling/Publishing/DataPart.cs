using System.Xml.Linq;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>Which data, who gives them to whom, who sees them, how long they are kept.</summary>
internal static class DataPart
{
    public static IEnumerable<XElement?> Write(Protocol protocol)
    {
        yield return H2("gegevens", "Welke gegevens, en waarom?");
        yield return P("Deze gegevens en geen andere.");
        yield return Table("Gegevens", ["Gegeven", "Waarom het nodig is", "Bron"],
            protocol.Fields.Select(field => (IReadOnlyList<object>)[Lines(field.Description, Values(field), Columns(field)), field.Justification, Source(field)]));

        yield return H2("stromen", "Wie geeft wat aan wie?");
        foreach (var flow in protocol.Flows.OrderBy(flow => flow.Phase))
            yield return Way(protocol, flow);

        yield return H2("ontvangers", "Wie ziet de gegevens?");
        yield return Table("Ontvangers", ["Wie", "Binnen of buiten de partijen", "Voorwaarde", "Bron"],
            protocol.Recipients.Select(one => (IReadOnlyList<object>)[one.Description, one.ThirdParty ? "Buiten de partijen" : "Binnen de partijen", one.Condition ?? "Geen bijkomende voorwaarde.", Source(one)]));

        yield return H2("bewaring", "Hoelang worden de gegevens bewaard?");
        yield return Table("Bewaartermijnen", ["Wie bewaart", "Hoelang", "In de woorden van het protocol", "Bron"],
            protocol.Retention.Rules.Select(rule => (IReadOnlyList<object>)[protocol.Names(rule.Parties), Lines(rule.Say(), Outside(rule)), rule.Text, Source(rule)]));
        yield return SourceLine(protocol.Retention);
        yield return P($"Namen van medewerkers in bewijzen en logregels: {protocol.Retention.StaffNames.Years} jaar.");
        yield return SourceLine(protocol.Retention.StaffNames);
        yield return P($"Technische historiek, zonder persoonsgegevens: {protocol.Retention.History.Days} dagen.");
        yield return SourceLine(protocol.Retention.History);
    }

    private static XElement Way(Protocol protocol, Flow flow)
    {
        var fields = flow.Fields.Select(code => protocol.Fields.FirstOrDefault(field => field.Code == code)?.Description ?? code).ToList();
        return new("section",
            H3($"Stap {flow.Phase}: {protocol.Names(flow.From)} geeft aan {protocol.Names(flow.To)}"),
            P($"Over wie: {flow.About}"),
            P("Wat:"),
            Items(fields),
            P($"Hoe vaak: {flow.Periodicity.Value.Say()}. {flow.Periodicity.Text}"),
            SourceLine(flow.Periodicity),
            P("Hoe:"),
            new XElement("ul", flow.Channels.Select(channel => new XElement("li", Channel(channel), SourceLine(channel)))),
            flow.Key is { } key ? P(Key(key)) : null,
            flow.Key is { } sourced ? SourceLine(sourced) : null,
            SourceLine(flow));
    }

    /// <summary>The address itself is not published: nobody but the sender needs it, and it would invite false messages.</summary>
    private static string Channel(Channel channel) =>
        $"{(channel.Fallback ? "Als noodoplossing, met reden en goedkeuring: " : string.Empty)}via {channel.Kind.Say()}, "
        + (channel.Encryption is { } sealedBy ? $"in een bestand dat versleuteld is met {sealedBy.Algorithm} ({sealedBy.Format})." : "binnen een afgeschermde omgeving.");

    private static string Key(KeyHandover key) =>
        $"De sleutel van het bestand gaat apart, van {key.From.Say()} naar {key.To.Say()}, per {string.Join(" of ", key.Channels.Select(channel => channel.Say()))}.";

    private static string? Values(DataField field) => field.Values is { Count: > 0 } values ? $"Mogelijke waarden: {string.Join("; ", values)}" : null;

    private static string? Columns(DataField field) => field.Columns is { Count: > 0 } columns ? $"In het werkblad: kolom {string.Join(" en ", columns)}" : null;

    private static string? Outside(RetentionRule rule) => rule.InThisSystem ? null : "In het eigen dossier van de instantie";
}
