using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Audit;

/// <summary>
/// What a party signs with a key of its own: that it was given this head (F9). From then on the chain up to there cannot be written anew by whoever holds this
/// system's keys: the party still has the sum of the head that would have to go. It names the head by its sum alone, so that a party signs also what it may not read (W12).
/// </summary>
/// <param name="Head">The head's name, see <see cref="AuditHeadName"/>.</param>
/// <param name="Sha256">Of the signed head as it is kept, 64 lower-case hex digits.</param>
public sealed record AuditCountersignature(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("kop")] string Head,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("opgemaaktOp")] DateTimeOffset IssuedAt)
{
    public const string Kind = "medeondertekening";
    public const string JwsType = "medeondertekening+jws";
    public const int CurrentVersion = 1;

    public static AuditCountersignature Issue(AuditHeadName head, string sha256, PartyId party, DateTimeOffset at) => new(Kind, CurrentVersion, head.Value, sha256, party, at);
}
