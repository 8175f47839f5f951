using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Audit;

/// <summary>Reads entries back as <see cref="AuditJson.Write"/> wrote them.</summary>
public static class AuditEntryReader
{
    private static readonly JsonSerializerOptions Options = new(EvidenceJson.Options) { Converters = { new UtcMillisecondsConverter() } };

    static AuditEntryReader()
    {
        // Converters are tried in order: entries have milliseconds where documents have seconds.
        foreach (var seconds in Options.Converters.OfType<UtcSecondsConverter>().ToList())
            Options.Converters.Remove(seconds);
    }

    /// <summary>The entry as it was kept, with the hash that was kept beside it; whether that fits is for the verifier to say.</summary>
    /// <exception cref="JsonException">The text is no audit entry.</exception>
    public static ChainedAuditEvent Read(string json, string hash)
    {
        var row = JsonSerializer.Deserialize<Row>(json, Options) ?? throw new JsonException("null is not an audit entry");
        var entry = new AuditEvent(
            row.At,
            row.Protocol,
            row.ProtocolVersion,
            row.Exchange,
            row.Actor,
            row.Action,
            row.Purpose,
            row.Ground,
            row.Outcome,
            row.Correlation,
            row.System,
            row.Code,
            row.Artefact,
            row.Sha256,
            row.Until);
        return new ChainedAuditEvent(row.Chain, row.Sequence, row.Previous, entry, hash);
    }

    internal sealed record Row(
        [property: JsonPropertyName("tijd")] DateTimeOffset At,
        [property: JsonPropertyName("protocol")] ProtocolId Protocol,
        [property: JsonPropertyName("protocolversie")] int ProtocolVersion,
        [property: JsonPropertyName("actor")] ActedBy Actor,
        [property: JsonPropertyName("handeling")] AuditAction Action,
        [property: JsonPropertyName("doel")] string Purpose,
        [property: JsonPropertyName("grondslag")] string Ground,
        [property: JsonPropertyName("uitkomst")] AuditOutcome Outcome,
        [property: JsonPropertyName("correlatie")] string Correlation,
        [property: JsonPropertyName("systeem")] string System,
        [property: JsonPropertyName("keten")] string Chain,
        [property: JsonPropertyName("volgnummer")] long Sequence,
        [property: JsonPropertyName("vorige")] string Previous,
        [property: JsonPropertyName("verwijzing")] ExchangeId? Exchange = null,
        [property: JsonPropertyName("code")] string? Code = null,
        [property: JsonPropertyName("bestand")] ArtefactId? Artefact = null,
        [property: JsonPropertyName("sha256")] string? Sha256 = null,
        [property: JsonPropertyName("einde")] DateTimeOffset? Until = null);

    private sealed class UtcMillisecondsConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.TryParseExact(reader.GetString(), AuditJson.Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
                ? value
                : throw new JsonException("not a UTC moment in whole milliseconds");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(AuditJson.Moment, CultureInfo.InvariantCulture));
    }
}
