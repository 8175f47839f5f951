using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>One file in which one member holds nonsense.</summary>
internal sealed record Nonsensical(string Path, string Kind, string Json);

/// <summary>Puts nonsense in every member of files, one at a time; places that differ only by their number in a list are one.</summary>
internal static partial class Nonsense
{
    /// <summary>By kind, as JSON text: a null, each wrong type, empty, huge, negative, and characters that are no words.</summary>
    public static IReadOnlyList<(string Kind, string Json)> Kinds { get; } =
    [
        ("null", "null"), ("waar", "true"), ("getal", "7"), ("breuk", "1.5"), ("negatief", "-1"), ("enorm getal", new string('9', 400)), ("macht", "-1e999"),
        ("leeg", "\"\""), ("spaties", "\" \\t\\n\""), ("reus", $"\"{new string('x', 50_000)}\""), ("nul-teken", "\"a\\u0000b\""),
        ("rechts-naar-links", "\"\\u202Ecod\\u202C\""), ("half teken", "\"\\ud800\""), ("combinaties", "\"Z\\u0351\\u036B\\u0343\\u036A\\u0302\""), ("haken", "\"[IN TE VULLEN]\""),
        ("datum die niet is", "\"2023-02-29\""), ("lege lijst", "[]"), ("leeg object", "{}"), ("lijst van alles", "[null,1,\"x\",{},[]]"), ("diep", new string('[', 40) + new string(']', 40)),
    ];

    public static IEnumerable<Nonsensical> Of(IEnumerable<string> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in files.Select(file => JsonNode.Parse(file)!))
        {
            foreach (var target in Objects(root).ToList())
            {
                foreach (var member in target.Select(pair => pair.Key).ToList())
                {
                    var path = $"{target.GetPath()}.{member}";
                    if (!seen.Add(Number().Replace(path, "[]")))
                        continue;
                    var value = target[member];
                    target[member] = Mark;
                    var text = root.ToJsonString();
                    target[member] = value;
                    foreach (var (kind, json) in Kinds)
                        yield return new(path, kind, text.Replace($"\"{Mark}\"", json, StringComparison.Ordinal));
                }
            }
        }
    }

    private const string Mark = "HIER-KOMT-ONZIN";

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(pair => Objects(pair.Value)).Prepend(each),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Number();
}
