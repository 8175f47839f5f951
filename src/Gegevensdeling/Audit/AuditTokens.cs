using System.Globalization;
using System.Text.Json;

namespace Gegevensdeling.Audit;

/// <summary>Walks through one canonical entry, member by member in their fixed order; anything else is no audit entry.</summary>
internal ref struct AuditTokens
{
    private Utf8JsonReader _reader;

    public AuditTokens(ReadOnlySpan<byte> utf8)
    {
        _reader = new Utf8JsonReader(utf8);
        Move();
        Begin();
    }

    public void Begin(ReadOnlySpan<byte> name)
    {
        Require(Is(name));
        Move();
        Begin();
    }

    public void End()
    {
        Require(_reader.TokenType == JsonTokenType.EndObject);
        _reader.Read();
    }

    /// <summary>Nothing may follow the entry.</summary>
    public void Finish() => Require(_reader.TokenType == JsonTokenType.EndObject && _reader.CurrentDepth == 0 && !_reader.Read());

    public string Text(ReadOnlySpan<byte> name) => OptionalText(name) ?? throw Refusal();

    public string? OptionalText(ReadOnlySpan<byte> name)
    {
        if (!Is(name))
            return null;
        Move();
        Require(_reader.TokenType == JsonTokenType.String);
        var text = Value();
        _reader.Read();
        return text;
    }

    public long Number(ReadOnlySpan<byte> name)
    {
        Require(Is(name));
        Move();
        Require(_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out _));
        var number = _reader.GetInt64();
        _reader.Read();
        return number;
    }

    public DateTimeOffset Moment(ReadOnlySpan<byte> name) => OptionalMoment(name) ?? throw Refusal();

    public DateTimeOffset? OptionalMoment(ReadOnlySpan<byte> name)
    {
        if (OptionalText(name) is not { } text)
            return null;
        return DateTimeOffset.TryParseExact(text, AuditJson.Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw Refusal();
    }

    private readonly bool Is(ReadOnlySpan<byte> name) => _reader.TokenType == JsonTokenType.PropertyName && _reader.ValueTextEquals(name);

    private void Begin()
    {
        Require(_reader.TokenType == JsonTokenType.StartObject);
        Move();
    }

    private void Move() => Require(_reader.Read());

    private readonly string? Value()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Refusal(); // bytes that are no UTF-8, or half a surrogate pair
        }
    }

    private static void Require(bool holds)
    {
        if (!holds)
            throw Refusal();
    }

    private static JsonException Refusal() => new("not an audit entry");
}
