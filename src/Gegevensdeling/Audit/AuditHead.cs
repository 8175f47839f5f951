using System.Text.Json.Serialization;

namespace Gegevensdeling.Audit;

/// <summary>
/// A statement, to be signed, of where a chain stood. Entries that are cut off at the end, or a chain that was computed anew from some
/// point, differ from it; hashes alone cannot show that.
/// </summary>
public sealed record AuditHead(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("keten")] string Chain,
    [property: JsonPropertyName("volgnummer")] long Sequence,
    [property: JsonPropertyName("hash")] string Hash,
    [property: JsonPropertyName("opgemaaktOp")] DateTimeOffset IssuedAt)
{
    public const string Kind = "auditkop";
    public const string JwsType = "auditkop+jws";
    public const int CurrentVersion = 1;

    public static AuditHead Issue(AuditTip tip, DateTimeOffset issuedAt) => new(Kind, CurrentVersion, tip.Chain, tip.Sequence, tip.Hash, issuedAt);
}
