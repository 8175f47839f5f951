using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Api.Bodies;

/// <summary>An instant says its time zone. Without one the server's own zone would be guessed, and the 72 hours of a breach would begin an hour or two off.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var at) && HasZone(reader.GetString()!)
            ? at
            : throw new JsonException("an instant needs a time zone");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static bool HasZone(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':' && text.Contains('T', StringComparison.Ordinal));
}
