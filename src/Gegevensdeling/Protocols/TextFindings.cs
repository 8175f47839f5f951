using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gegevensdeling.Protocols;

/// <summary>What the text says of itself: gaps in its numbering, one thing said two ways, words without meaning, what the template left behind.</summary>
internal static class TextFindings
{
    /// <summary>Quoted there, and judged by another rule or accepted: a blank date, an acceptance, a reason of ours.</summary>
    private static readonly string[] NotOfTheText = ["datumInTekst", "aanvaardeBevindingen", "reden"];

    private const int Quoted = 200;

    /// <summary>Recitals that skip a letter (X11).</summary>
    public static IEnumerable<Finding> Recitals(Protocol protocol)
    {
        var letters = protocol.Text.Recitals.Select(recital => recital[0]).ToHashSet();
        return from letter in Enumerable.Range('A', letters.Count == 0 ? 0 : letters.Max() - 'A').Select(code => (char)code)
               where !letters.Contains(letter)
               select Gap(protocol, FindingCodes.RecitalMissing, letter.ToString(), letter.ToString(), $"Overweging {letter} ontbreekt.");
    }

    /// <summary>Articles that skip a number.</summary>
    public static IEnumerable<Finding> Articles(Protocol protocol)
    {
        var numbers = protocol.Text.Articles.Select(article => article.Number).ToHashSet();
        return from number in Enumerable.Range(1, numbers.Max())
               where !numbers.Contains(number)
               select Gap(protocol, FindingCodes.ArticleMissing, number.ToString(CultureInfo.InvariantCulture), Places.Of(number), $"Artikel {number} ontbreekt.");
    }

    /// <summary>One name, date, term or competence, said two ways (X4, X7, X13, X15, X17, X18).</summary>
    public static IEnumerable<Finding> Statements(Protocol protocol) =>
        from said in protocol.Text.Statements.GroupBy(statement => statement.Subject)
        where said.DistinctBy(statement => statement.Meaning).Count() > 1
        select new Finding(
            FindingCodes.SaidTwoWays, said.Key, $"{protocol.Name} {string.Join("; ", said.Select(statement => statement.Source).Distinct())}", FindingSeverity.Blocking,
            $"Hetzelfde staat er op meer dan één manier: {string.Join(", ", said.DistinctBy(statement => statement.Meaning).Select(statement => $"'{statement.Printed}' ({statement.Source})"))}.",
            "Kies één lezing en schrijf die overal.");

    /// <summary>A term without length, a notion without definition (X20).</summary>
    public static IEnumerable<Finding> Notions(Protocol protocol) =>
        from notion in protocol.Text.Notions
        where notion.Meaning is null
        select notion.Kind == NotionKind.Term
            ? new Finding(
                FindingCodes.TermWithoutLength, notion.Word, protocol.Cite(notion), FindingSeverity.Blocking,
                $"'{notion.Printed}' heeft geen lengte.", "Spreek af hoelang, en wie daarna beslist.")
            : new Finding(
                FindingCodes.NotionUndefined, notion.Word, protocol.Cite(notion), FindingSeverity.Blocking,
                $"Het begrip '{notion.Printed}' wordt nergens bepaald.", "Bepaal wie of wat eronder valt.");

    /// <summary>Square brackets are the template's own: a choice that nobody made (X21).</summary>
    public static IEnumerable<Finding> Brackets(Protocol protocol) =>
        from text in Texts(JsonSerializer.SerializeToNode(protocol, ProtocolJson.Options), protocol.Source)
        where text.Value.AsSpan().IndexOfAny('[', ']') >= 0
        select new Finding(
            FindingCodes.BracketsLeft, text.Source, $"{protocol.Name} {text.Source}", FindingSeverity.Blocking,
            $"Er staan nog haken van het sjabloon: '{(text.Value.Length > Quoted ? text.Value[..Quoted] + "..." : text.Value)}'.", "Vul in of kies wat tussen de haken staat, en schrap ze.");

    private static Finding Gap(Protocol protocol, string code, string subject, string place, string text) =>
        new(code, subject, $"{protocol.Name} {place}", FindingSeverity.Blocking, text, "Ga na of er tekst weggevallen is, en nummer opnieuw.");

    /// <summary>Every text of the file with the source of the part in which it stands.</summary>
    private static IEnumerable<(string Value, string Source)> Texts(JsonNode? node, string source) => node switch
    {
        JsonObject part => part.Where(member => !NotOfTheText.Contains(member.Key)).SelectMany(member => Texts(member.Value, (string?)part["bron"] ?? source)),
        JsonArray list => list.SelectMany(each => Texts(each, source)),
        JsonValue value when value.TryGetValue(out string? text) => [(text, source)],
        _ => [],
    };
}
