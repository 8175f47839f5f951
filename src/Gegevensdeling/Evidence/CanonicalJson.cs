using System.Text.Json;
using System.Text.Unicode;

namespace Gegevensdeling.Evidence;

/// <summary>The JSON Canonicalization Scheme of RFC 8785: one and only one sequence of bytes for the same JSON value.</summary>
/// <remarks>Input outside I-JSON (RFC 7493) is refused: duplicate names, lone surrogates, numbers that a double cannot hold.</remarks>
public static class CanonicalJson
{
    /// <summary>Deeper nesting is refused.</summary>
    public const int MaximumDepth = 32;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaximumDepth,
    };

    /// <summary>The canonical UTF-8 form of a JSON text.</summary>
    /// <exception cref="CanonicalJsonException">The text is no I-JSON.</exception>
    public static byte[] Canonicalize(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
            throw new CanonicalJsonException("de tekst is geen geldige UTF-8");
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Canonicalize(document.RootElement);
        }
        catch (JsonException)
        {
            // The parser's own message quotes the text; it may not travel.
            throw new CanonicalJsonException("de tekst is geen geldige JSON");
        }
    }

    /// <summary>The canonical UTF-8 form of a parsed value.</summary>
    /// <exception cref="CanonicalJsonException">The value is outside I-JSON.</exception>
    public static byte[] Canonicalize(JsonElement value)
    {
        var writer = new CanonicalWriter();
        Write(value, writer);
        return writer.Written.ToArray();
    }

    /// <summary>The canonical form of one of our own records, written as <see cref="EvidenceJson"/> writes it.</summary>
    public static byte[] Of<T>(T value) => Canonicalize(JsonSerializer.SerializeToUtf8Bytes(value, EvidenceJson.Options));

    private static void Write(JsonElement value, CanonicalWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, writer);
                break;
            case JsonValueKind.Array:
                WriteArray(value, writer);
                break;
            case JsonValueKind.String:
                writer.Text(Text(value.GetString));
                break;
            case JsonValueKind.Number:
                writer.Number(EcmaNumber.Parse(value.GetRawText()));
                break;
            default:
                writer.Literal(value.GetRawText());
                break;
        }
    }

    private static void WriteObject(JsonElement value, CanonicalWriter writer)
    {
        // RFC 8785, 3.2.3: sorted by UTF-16 code units, which is what ordinal comparison does.
        var members = new List<KeyValuePair<string, JsonElement>>();
        foreach (var member in value.EnumerateObject())
            members.Add(new(Text(() => member.Name), member.Value));
        members.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));

        writer.Literal("{");
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0 && string.Equals(members[i].Key, members[i - 1].Key, StringComparison.Ordinal))
                throw new CanonicalJsonException("een naam komt twee keer voor in hetzelfde object");
            if (i > 0)
                writer.Literal(",");
            writer.Text(members[i].Key);
            writer.Literal(":");
            Write(members[i].Value, writer);
        }

        writer.Literal("}");
    }

    private static void WriteArray(JsonElement value, CanonicalWriter writer)
    {
        writer.Literal("[");
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first)
                writer.Literal(",");
            first = false;
            Write(item, writer);
        }

        writer.Literal("]");
    }

    private static string Text(Func<string?> read)
    {
        try
        {
            return read() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // That is how System.Text.Json reports half of a surrogate pair.
            throw new CanonicalJsonException("de tekst bevat een los surrogaatteken");
        }
    }
}

/// <summary>The text cannot be canonicalised; the message is Dutch and never quotes the text.</summary>
public sealed class CanonicalJsonException(string message) : FormatException(message);
