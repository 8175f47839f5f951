using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Audit.Exports;

/// <summary>
/// One event as a 'logregel' of the Logboek Dataverwerkingen (Logius, working version, section 'Component: Logboek', interface). The member names are the standard's. What the
/// protocols add stands among the attributes under a prefix of our own. <c>docs/audit-export.md</c> has the mapping.
/// </summary>
/// <param name="TraceId">16 bytes in hex.</param>
/// <param name="SpanId">8 bytes in hex.</param>
/// <param name="StartTime">Milliseconds since 1970-01-01T00:00Z.</param>
/// <param name="EndTime">The same.</param>
public sealed record ProcessingLogLine(
    [property: JsonPropertyName("trace_id")] string TraceId,
    [property: JsonPropertyName("span_id")] string SpanId,
    [property: JsonPropertyName("status_code")] string StatusCode,
    [property: JsonPropertyName("name")] string Action,
    [property: JsonPropertyName("start_time")] long StartTime,
    [property: JsonPropertyName("end_time")] long EndTime,
    [property: JsonPropertyName("resource")] ProcessingLogResource Resource,
    [property: JsonPropertyName("attributes")] IReadOnlyList<ProcessingLogAttribute> Attributes)
{
    internal static ProcessingLogLine Of(AuditEvent one, string hash) => new(
        one.Correlation,
        hash[..16],
        StatusOf(one.Outcome),
        AuditWords.Of(one.Action),
        one.At.ToUnixTimeMilliseconds(),
        (one.Until ?? one.At).ToUnixTimeMilliseconds(),
        new([new("service.name", one.System.Split('/')[0]), .. one.System.Split('/') is [_, var version] ? [new("service.version", version)] : Array.Empty<ProcessingLogAttribute>()]),
        [.. Core(one), .. Own(one)]);

    internal static string Write(AuditEvent one, string hash) => JsonSerializer.Serialize(Of(one, hash), EvidenceJson.Options);

    /// <summary>A refusal is no fault of the system that processes: the standard's default.</summary>
    private static string StatusOf(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Ok => "STATUS_CODE_OK",
        AuditOutcome.Refused => "STATUS_CODE_UNSET",
        AuditOutcome.Failed => "STATUS_CODE_ERROR",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static IEnumerable<ProcessingLogAttribute> Core(AuditEvent one)
    {
        yield return new("dpl.core.processing_activity_id", string.Create(CultureInfo.InvariantCulture, $"urn:gegevensdeling:verwerking:{one.Protocol}:{one.ProtocolVersion}:{one.Purpose}"));
        if (one.Exchange is not { } exchange)
            yield break;
        yield return new("dpl.core.data_subject_id", exchange.Value);
        yield return new("dpl.core.data_subject_id_type", "urn:gegevensdeling:verwijzing");
    }

    private static IEnumerable<ProcessingLogAttribute> Own(AuditEvent one)
    {
        yield return new("dpl.gegevensdeling.partij", one.Actor.Party.Value);
        yield return new("dpl.gegevensdeling.functie", one.Actor.Role);
        yield return new("dpl.gegevensdeling.medewerker", one.Actor.Staff.Value);
        yield return new("dpl.gegevensdeling.grondslag", one.Ground);
        yield return new("dpl.gegevensdeling.uitkomst", AuditWords.Of(one.Outcome));
        if (one.Code is { } code)
            yield return new("dpl.gegevensdeling.code", code);
        if (one.Sha256 is { } sha256)
            yield return new("dpl.gegevensdeling.sha256", sha256);
    }
}

public sealed record ProcessingLogResource([property: JsonPropertyName("attributes")] IReadOnlyList<ProcessingLogAttribute> Attributes);

public sealed record ProcessingLogAttribute([property: JsonPropertyName("key")] string Attribute, [property: JsonPropertyName("value")] string Value);
