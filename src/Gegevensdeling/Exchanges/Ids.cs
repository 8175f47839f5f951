using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Exchanges;

/// <summary>The reference of one exchange: random, safe to say aloud and to print in a mail; it says nothing about a person.</summary>
[JsonConverter(typeof(IdConverter<ExchangeId>))]
public readonly record struct ExchangeId(string Value) : IId<ExchangeId>
{
    public static ExchangeId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>One sealed file of an exchange.</summary>
[JsonConverter(typeof(IdConverter<ArtefactId>))]
public readonly record struct ArtefactId(string Value) : IId<ArtefactId>
{
    public static ArtefactId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>The protocol and its place among the files, for example <c>mechelen-2024</c>.</summary>
[JsonConverter(typeof(IdConverter<ProtocolId>))]
public readonly record struct ProtocolId(string Value) : IId<ProtocolId>
{
    public static ProtocolId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A body that takes part in protocols, for example <c>ocmw-mechelen</c>. One body may be party to many protocols.</summary>
[JsonConverter(typeof(IdConverter<PartyId>))]
public readonly record struct PartyId(string Value) : IId<PartyId>
{
    public static PartyId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>
/// Stands for a member of staff in facts, receipts and audit entries. Who it is stands in the staff directory alone, which has a
/// retention term of its own (W23); when that term ends the reference names nobody any more.
/// </summary>
[JsonConverter(typeof(IdConverter<StaffRef>))]
public readonly record struct StaffRef(string Value) : IId<StaffRef>
{
    /// <summary>The system itself: timers, the sweep, an orchestration.</summary>
    public static StaffRef System { get; } = new("systeem");

    public static StaffRef From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A one-word identifier, written in JSON as a plain string.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}

/// <summary>Writes an id as its one word.</summary>
public sealed class IdConverter<TId> : JsonConverter<TId>
    where TId : struct, IId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } text ? TId.From(text) : throw new JsonException("empty id");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
