using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gegevensdeling.Protocols;

/// <summary>Holds a file against the schema and tells every difference at once, with its place.</summary>
internal static class SchemaCheck
{
    // Interpreted: these few short patterns have no nested repetition to backtrack in, and the start of a host waits for them.
    private const RegexOptions Form = RegexOptions.CultureInvariant;

    public static IEnumerable<PlacedReason> Check(JsonTree tree, JsonObject schema) => tree.Kind switch
    {
        _ when !Types(schema).Contains(tree.Kind) => [new(tree, $"hier hoort {Name(schema)}, niet {Name(tree.Kind)}")],
        JsonValueKind.Object => Object(tree, schema),
        JsonValueKind.Array => Array(tree, schema),
        JsonValueKind.String => Text(tree, schema),
        JsonValueKind.Number => Number(tree, schema),
        _ => [],
    };

    private static IEnumerable<PlacedReason> Object(JsonTree tree, JsonObject schema)
    {
        var known = schema["properties"]!.AsObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in tree.Members)
        {
            if (!seen.Add(name))
                yield return new(value, $"'{name}' staat er twee keer");
            else if (known[name] is not JsonObject member)
                yield return new(value, $"'{name}' is hier onbekend");
            else
                foreach (var reason in Check(value, member))
                    yield return reason;
        }

        foreach (var name in schema["required"]?.AsArray().Select(node => (string)node!) ?? [])
        {
            if (!seen.Contains(name))
                yield return new(tree, name == "bron" ? "de bron ontbreekt ('bron': het artikel, of 'eigen' met een reden)" : $"'{name}' ontbreekt");
        }
    }

    private static IEnumerable<PlacedReason> Array(JsonTree tree, JsonObject schema)
    {
        if (tree.Items.Count < ((int?)schema["minItems"] ?? 0))
            yield return new(tree, $"hier hoort minstens {(int)schema["minItems"]!} waarde");
        foreach (var reason in tree.Items.SelectMany(item => Check(item, schema["items"]!.AsObject())))
            yield return reason;
    }

    private static IEnumerable<PlacedReason> Text(JsonTree tree, JsonObject schema)
    {
        var text = tree.Text!;
        if (schema["enum"] is JsonArray words && !words.Any(word => (string?)word == text))
            yield return new(tree, $"'{Short(text)}' is geen van: {string.Join(", ", words.Where(word => word is not null))}");
        if (string.IsNullOrWhiteSpace(text) && schema["minLength"] is not null)
            yield return new(tree, "de tekst is leeg");
        if ((string?)schema["pattern"] is { } pattern && (text.EndsWith('\n') || !Regex.IsMatch(text, pattern, Form))) // '$' lets a last newline through
            yield return new(tree, $"'{Short(text)}' heeft niet de verwachte vorm {pattern}");
        if ((string?)schema["format"] == "date" && !IsDate(text))
            yield return new(tree, $"'{Short(text)}' is geen datum (jjjj-mm-dd)");
        if ((string?)schema["format"] == "email" && !IsMail(text))
            yield return new(tree, $"'{Short(text)}' is geen e-mailadres");
    }

    private static IEnumerable<PlacedReason> Number(JsonTree tree, JsonObject schema)
    {
        if (!int.TryParse(tree.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            yield return new(tree, $"'{Short(tree.Text!)}' is geen geheel getal");
        else if (number < ((int?)schema["minimum"] ?? int.MinValue) || number > ((int?)schema["maximum"] ?? int.MaxValue))
            yield return new(tree, $"{number} ligt niet van {schema["minimum"]} tot en met {schema["maximum"]}");
    }

    internal static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>One bare address with a domain: no display name, no spaces, no list.</summary>
    internal static bool IsMail(string text) =>
        MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !address.Host.EndsWith('.');

    private static HashSet<JsonValueKind> Types(JsonObject schema) =>
        [.. Names(schema).SelectMany<string, JsonValueKind>(name => name switch
        {
            "object" => [JsonValueKind.Object],
            "array" => [JsonValueKind.Array],
            "string" => [JsonValueKind.String],
            "integer" => [JsonValueKind.Number],
            "boolean" => [JsonValueKind.True, JsonValueKind.False],
            "null" => [JsonValueKind.Null],
            _ => throw new InvalidOperationException($"The schema has a type that this check does not know: {name}"),
        })];

    private static IEnumerable<string> Names(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(node => (string)node!),
        JsonNode one => [(string)one!],
        null => schema["enum"]!.AsArray().Any(word => word is null) ? ["string", "null"] : ["string"],
    };

    private static string Name(JsonObject schema) => string.Join(" of ", Names(schema).Select(name => name switch
    {
        "object" => "een object",
        "array" => "een lijst",
        "string" => "tekst",
        "integer" => "een geheel getal",
        "boolean" => "true of false",
        _ => "null",
    }));

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "een object",
        JsonValueKind.Array => "een lijst",
        JsonValueKind.String => "tekst",
        JsonValueKind.Number => "een getal",
        JsonValueKind.Null => "null",
        _ => "true of false",
    };

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "...";
}

/// <summary>A reason at a value of the file.</summary>
internal readonly record struct PlacedReason(JsonTree At, string Reason);
