using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gegevensdeling.Protocols;

/// <summary>Reads a protocol file. Pure: the host reads the bytes.</summary>
public static class ProtocolFile
{
    private const int LongestReason = 250;

    /// <inheritdoc cref="Parse(string, ReadOnlySpan{byte})"/>
    public static ProtocolFileResult Parse(string fileName, string json) => Parse(fileName, Encoding.UTF8.GetBytes(json));

    /// <summary>
    /// The protocol, or every reason why the file is none, with file, place and reason in Dutch. Three layers, and the next is only
    /// looked at when the one before is clean: JSON, the schema (<see cref="ProtocolSchema"/>), and what the parts say of each other.
    /// </summary>
    /// <param name="fileName">Without a folder; the protocol's id must equal it without <c>.json</c>.</param>
    /// <param name="json">UTF-8, with or without byte order mark.</param>
    public static ProtocolFileResult Parse(string fileName, ReadOnlySpan<byte> json)
    {
        var text = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        if (text.Length > ProtocolJson.LargestFile)
            return Rejected([new(fileName, "$", 1, $"het bestand is groter dan {ProtocolJson.LargestFile} bytes")]);

        JsonTree tree;
        try
        {
            tree = JsonTree.Parse(text);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not valid UTF-8 or has half a surrogate pair.
            var line = (int)((fault as JsonException)?.LineNumber ?? 0) + 1;
            return Rejected([new(fileName, "$", line, "dit is geen geldige JSON-tekst")]);
        }

        var form = SchemaCheck.Check(tree, ProtocolSchema.Root).Concat(Reasons(tree)).ToList();
        if (form.Count > 0)
            return Rejected(form.Select(reason => Place(fileName, reason)));

        var protocol = JsonSerializer.Deserialize<Protocol>(text, ProtocolJson.Options)!;
        var places = tree.All.ToDictionary(value => value.Path, StringComparer.Ordinal);
        var sense = ProtocolConsistency.Check(fileName, protocol).Select(fault => new PlacedReason(places[Nearest(fault.Path, places)], fault.Reason))
            .Concat(ProtocolConsistency.Sources(tree, protocol.Text))
            .Select(fault => Place(fileName, fault)).ToList();
        return sense.Count > 0 ? Rejected(sense) : new ProtocolFileResult.Loaded(protocol);
    }

    /// <summary>What is ours says why: 'eigen' without 'reden' is refused.</summary>
    private static IEnumerable<PlacedReason> Reasons(JsonTree tree) =>
        from value in tree.All
        where value["bron"]?.Text?.Split("; ").Contains(Sourced.Ours, StringComparer.Ordinal) == true && value["reden"]?.Text is null
        select new PlacedReason(value, "de bron is 'eigen', dus hoort er een 'reden' bij");

    /// <summary>The path itself, or what it lies in where the member is not there.</summary>
    private static string Nearest(string path, Dictionary<string, JsonTree> places)
    {
        var found = path;
        while (!places.ContainsKey(found))
            found = found[..found.LastIndexOfAny(['.', '['])];
        return found;
    }

    private static ProtocolFileError Place(string fileName, PlacedReason reason) =>
        new(fileName, Printable(reason.At.Path), reason.At.Line, Printable(reason.Reason));

    /// <summary>What is told goes to a terminal and a log: no control or direction characters out of the file, and no page of it.</summary>
    private static string Printable(string text)
    {
        var plain = string.Concat(text.Take(LongestReason).Select(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Surrogate ? '?' : letter));
        return text.Length > LongestReason ? plain + "..." : plain;
    }

    private static ProtocolFileResult.Rejected Rejected(IEnumerable<ProtocolFileError> errors) =>
        new([.. errors.OrderBy(error => error.Line)]);
}
