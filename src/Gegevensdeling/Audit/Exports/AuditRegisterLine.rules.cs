using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Audit.Exports;

/// <summary>
/// One event as a 'registratie' of the Auditregister (MAGDA). Of its definition the references (<c>registratie</c>) and the questions it answers are public; the names of the
/// members below those questions are ours. <c>docs/audit-export.md</c> says what was found, where, and what was not.
/// </summary>
public sealed record AuditRegisterLine(
    [property: JsonPropertyName("registratie")] AuditRegisterReferences References,
    [property: JsonPropertyName("wie")] AuditRegisterWho Who,
    [property: JsonPropertyName("gebruiker")] string User,
    [property: JsonPropertyName("waarom")] AuditRegisterWhy Why,
    [property: JsonPropertyName("wat")] AuditRegisterWhat What,
    [property: JsonPropertyName("wanneer")] string When,
    [property: JsonPropertyName("overWie")] string? About)
{
    internal static AuditRegisterLine Of(AuditEvent one, string hash) => new(
        new(Uuid(one.Correlation), Uuid(one.Correlation), Uuid(hash[..32])),
        new(one.Actor.Party.Value, one.System),
        one.Actor.Staff.Value,
        new(one.Actor.Role, one.Purpose, $"{one.Protocol} {one.Ground}"),
        new(AuditWords.Of(one.Action), AuditWords.Of(one.Outcome), one.Code),
        one.At.UtcDateTime.ToString(AuditJson.Moment, CultureInfo.InvariantCulture),
        one.Exchange?.Value);

    internal static string Write(AuditEvent one, string hash) => JsonSerializer.Serialize(Of(one, hash), EvidenceJson.Options);

    /// <summary>A UUID of version 8 (RFC 9562, 5.8) of 32 hex digits: 122 of their 128 bits.</summary>
    private static string Uuid(string hex) => $"{hex[..8]}-{hex[8..12]}-8{hex[13..16]}-{"89ab"[Convert.ToInt32(hex[16..17], 16) % 4]}{hex[17..20]}-{hex[20..32]}";
}

/// <summary>The three references, each a UUID.</summary>
/// <param name="Correlation">The same for everything one request set going.</param>
/// <param name="Tracing">This system calls no other that registers: the same again.</param>
/// <param name="Request">Of this event alone.</param>
public sealed record AuditRegisterReferences(
    [property: JsonPropertyName("correlatieId")] string Correlation, [property: JsonPropertyName("tracingId")] string Tracing, [property: JsonPropertyName("requestId")] string Request);

public sealed record AuditRegisterWho([property: JsonPropertyName("organisatie")] string Party, [property: JsonPropertyName("toepassing")] string System);

public sealed record AuditRegisterWhy(
    [property: JsonPropertyName("hoedanigheid")] string Role, [property: JsonPropertyName("doel")] string Purpose, [property: JsonPropertyName("grondslag")] string Ground);

public sealed record AuditRegisterWhat(
    [property: JsonPropertyName("handeling")] string Action, [property: JsonPropertyName("uitkomst")] string Outcome, [property: JsonPropertyName("code")] string? Code);
