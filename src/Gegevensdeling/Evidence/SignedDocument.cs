using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Evidence;

/// <summary>
/// A JWS in flattened JSON serialisation (RFC 7515, 7.2.2) with ES256, whose payload is the canonical form (RFC 8785) of the readable
/// member <c>inhoud</c> beside it. Any JWS library verifies it; ours also demands that what is read is what was signed.
/// </summary>
public sealed class SignedDocument
{
    /// <summary>Larger documents are refused unread.</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Form = new(EvidenceJson.Options) { WriteIndented = true };

    private readonly Wire _wire;
    private readonly byte[] _payload;
    private readonly byte[] _signature;
    private readonly Header _header;

    private SignedDocument(Wire wire, Header header, byte[] payload, byte[] signature)
    {
        _wire = wire;
        _header = header;
        _payload = payload;
        _signature = signature;
    }

    /// <summary>The key that the document names; whether it signed it is for <see cref="IsSignedBy"/> to say.</summary>
    public string KeyId => _header.KeyId;

    /// <summary>The header's <c>typ</c>, for example <c>ontvangstbewijs+jws</c>.</summary>
    public string Type => _header.Type;

    /// <summary>The canonical content, which is what was signed.</summary>
    public ReadOnlyMemory<byte> Payload => _payload;

    /// <summary>Signs a content record.</summary>
    public static SignedDocument Sign<T>(T content, string type, SigningKey key)
    {
        var readable = JsonSerializer.SerializeToElement(content, EvidenceJson.Options);
        var payload = CanonicalJson.Canonicalize(readable);
        var header = new Header("ES256", key.Public.KeyId, type);
        var encodedHeader = StrictBase64Url.Encode(CanonicalJson.Of(header));
        var encodedPayload = StrictBase64Url.Encode(payload);
        var signature = key.Sign(SigningInput(encodedHeader, encodedPayload));
        return new SignedDocument(new Wire(readable, encodedPayload, encodedHeader, StrictBase64Url.Encode(signature)), header, payload, signature);
    }

    /// <summary>Reads a document without trusting it: form, header and the match of content and payload are checked, the signature is not.</summary>
    public static DocumentReading Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaximumBytes)
            return new DocumentReading.Unreadable("het bestand is te groot voor een ondertekend document");
        try
        {
            _ = CanonicalJson.Canonicalize(json); // I-JSON only: no name twice, at any depth
            return JsonSerializer.Deserialize<Wire>(json.Span, EvidenceJson.Options) is { } wire ? Open(wire) : Unreadable("het bestand is leeg");
        }
        catch (CanonicalJsonException problem)
        {
            return Unreadable(problem.Message);
        }
        catch (JsonException)
        {
            return Unreadable("het bestand heeft niet de vier onderdelen inhoud, payload, protected en signature, of het heeft er andere bij");
        }
    }

    /// <summary>The same from the three parts of a JWS of somebody else; what is readable is made from its payload, which must be canonical.</summary>
    public static DocumentReading Read(string header, string payload, string signature)
    {
        if (StrictBase64Url.Decode(payload) is not { Length: <= MaximumBytes } content)
            return Unreadable("payload is geen base64url zonder opvulling");
        try
        {
            _ = CanonicalJson.Canonicalize(content.AsMemory());
            return Open(new Wire(JsonSerializer.Deserialize<JsonElement>(content, EvidenceJson.Options), payload, header, signature));
        }
        catch (CanonicalJsonException problem)
        {
            return Unreadable(problem.Message);
        }
        catch (JsonException)
        {
            return Unreadable("de inhoud is geen JSON");
        }
    }

    public bool IsSignedBy(PublicKey key) => key.KeyId == KeyId && key.Verify(SigningInput(_wire.Protected, _wire.Payload), _signature);

    /// <summary>The signed content as a record, or null where it has another shape.</summary>
    public T? Content<T>()
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(_payload, EvidenceJson.Options);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The document as it is kept and sent, with the content readable.</summary>
    public string ToJson() => JsonSerializer.Serialize(_wire, Form);

    /// <summary>Its three parts alone, as a JWS library writes them.</summary>
    public string ToJws() => JsonSerializer.Serialize(new Jws(_wire.Protected, _wire.Payload, _wire.Signature), EvidenceJson.Options);

    private static DocumentReading Open(Wire wire)
    {
        if (StrictBase64Url.Decode(wire.Protected) is not { } headerBytes || StrictBase64Url.Decode(wire.Payload) is not { } payload)
            return Unreadable("payload of protected is geen base64url zonder opvulling");
        if (StrictBase64Url.Decode(wire.Signature) is not { Length: 64 } signature)
            return Unreadable("de handtekening heeft niet de vorm van ES256");
        if (ReadHeader(headerBytes) is not { } header)
            return Unreadable("de kop is niet die van een ES256-document met alleen alg, kid en typ");
        if (!CanonicalJson.Canonicalize(wire.Content).AsSpan().SequenceEqual(payload))
            return Unreadable("de leesbare inhoud is niet de inhoud die ondertekend werd");
        return new DocumentReading.Read(new SignedDocument(wire, header, payload, signature));
    }

    // alg is pinned here: 'none', HS256 over a public key and every 'crit' extension end at this line (RFC 8725, 3.1).
    private static Header? ReadHeader(byte[] json)
    {
        try
        {
            var header = JsonSerializer.Deserialize<Header>(json, EvidenceJson.Options);
            return header is { Algorithm: "ES256" } && CanonicalJson.Of(header).AsSpan().SequenceEqual(json) ? header : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or CanonicalJsonException)
        {
            return null;
        }
    }

    private static DocumentReading.Unreadable Unreadable(string reason) => new(reason);

    private static byte[] SigningInput(string header, string payload) => Encoding.ASCII.GetBytes($"{header}.{payload}");

    private sealed record Wire(
        [property: JsonPropertyName("inhoud")] JsonElement Content,
        [property: JsonPropertyName("payload")] string Payload,
        [property: JsonPropertyName("protected")] string Protected,
        [property: JsonPropertyName("signature")] string Signature);

    private sealed record Jws(
        [property: JsonPropertyName("protected")] string Protected, [property: JsonPropertyName("payload")] string Payload, [property: JsonPropertyName("signature")] string Signature);

    private sealed record Header(
        [property: JsonPropertyName("alg")] string Algorithm,
        [property: JsonPropertyName("kid")] string KeyId,
        [property: JsonPropertyName("typ")] string Type);
}

/// <summary>What came of reading a document.</summary>
public abstract record DocumentReading
{
    private DocumentReading()
    {
    }

    public sealed record Read(SignedDocument Document) : DocumentReading;

    /// <param name="Reason">Dutch, for the person who offered the document.</param>
    public sealed record Unreadable(string Reason) : DocumentReading;
}
