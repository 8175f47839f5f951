using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Evidence;

/// <summary>The published keys, as a JWK set (RFC 7517). Old keys stay in it for ever: what they signed must verify after years.</summary>
public sealed class PublicKeySet
{
    /// <summary>Larger files are refused.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions Form = new(EvidenceJson.Options) { WriteIndented = true };

    private readonly IReadOnlyList<PublicKey> _keys;

    public PublicKeySet(IReadOnlyList<PublicKey> keys) => _keys = keys;

    public int Count => _keys.Count;

    public PublicKey? Find(string keyId) => _keys.FirstOrDefault(key => string.Equals(key.KeyId, keyId, StringComparison.Ordinal));

    /// <summary>The set as a JSON document, one key after another, oldest first.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Jwks([.. _keys.Select(Jwk.Of)]), Form);

    /// <summary>Reads a key set; a set with anything unknown, secret or inconsistent in it is refused as a whole.</summary>
    public static KeySetReading Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaximumBytes)
            return new KeySetReading.Unreadable("het sleutelbestand is te groot");
        Jwks? set;
        try
        {
            set = JsonSerializer.Deserialize<Jwks>(json, EvidenceJson.Options);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return new KeySetReading.Unreadable("het sleutelbestand is geen JWK-set met alleen publieke sleutels (RFC 7517)");
        }

        var keys = new List<PublicKey>();
        foreach (var jwk in set?.Keys ?? [])
        {
            if (jwk.Read() is not { } key)
                return new KeySetReading.Unreadable("het sleutelbestand bevat een sleutel die geen ES256-sleutel is of waarvan de kid niet klopt");
            if (keys.Any(other => other.KeyId == key.KeyId))
                return new KeySetReading.Unreadable("het sleutelbestand bevat twee keer dezelfde sleutel");
            keys.Add(key);
        }

        return keys.Count == 0 ? new KeySetReading.Unreadable("het sleutelbestand bevat geen sleutels") : new KeySetReading.Read(new PublicKeySet(keys));
    }

    private sealed record Jwks([property: JsonPropertyName("keys")] IReadOnlyList<Jwk> Keys);

    private sealed record Jwk(
        [property: JsonPropertyName("kty")] string KeyType,
        [property: JsonPropertyName("crv")] string Curve,
        [property: JsonPropertyName("x")] string X,
        [property: JsonPropertyName("y")] string Y,
        [property: JsonPropertyName("kid")] string KeyId,
        [property: JsonPropertyName("use")] string Use,
        [property: JsonPropertyName("alg")] string Algorithm)
    {
        public static Jwk Of(PublicKey key) => new("EC", "P-256", key.X, key.Y, key.KeyId, "sig", "ES256");

        public PublicKey? Read() =>
            this is { KeyType: "EC", Curve: "P-256", Use: "sig", Algorithm: "ES256" } && PublicKey.From(X, Y) is { } key && key.KeyId == KeyId ? key : null;
    }
}

/// <summary>What came of reading a key set.</summary>
public abstract record KeySetReading
{
    private KeySetReading()
    {
    }

    public sealed record Read(PublicKeySet Keys) : KeySetReading;

    /// <param name="Reason">Dutch, for the person who offered the file.</param>
    public sealed record Unreadable(string Reason) : KeySetReading;
}
