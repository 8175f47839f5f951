using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>A countersignature: a JWS with ES256 in flattened JSON serialisation (RFC 7515, 7.2.2), made with a key of the party.</summary>
public sealed record CountersignBody
{
    /// <summary>The header, in base64url: <c>alg</c>, <c>kid</c> and <c>typ</c> (<c>medeondertekening+jws</c>), in that order.</summary>
    [JsonPropertyName("protected")]
    public required string Header { get; init; }

    /// <summary>The content in canonical form (RFC 8785), in base64url.</summary>
    [JsonPropertyName("payload")]
    public required string Payload { get; init; }

    [JsonPropertyName("signature")]
    public required string Signature { get; init; }
}

/// <summary>One signed head of a chain.</summary>
/// <param name="Sha256">Of the signed head: this is what is countersigned.</param>
public sealed record AuditHeadAnswer(
    [property: JsonPropertyName("kop")] string Name,
    [property: JsonPropertyName("keten")] string Chain,
    [property: JsonPropertyName("dag")] DateOnly Day,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("medeondertekendDoor")] IReadOnlyList<PartyId> CountersignedBy);

public sealed record AuditHeadList([property: JsonPropertyName("koppen")] IReadOnlyList<AuditHeadAnswer> Heads);
