using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Calendar;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>A calendar month in Europe/Brussels (D1): one cycle.</summary>
/// <param name="FirstDay">Its first day.</param>
[JsonConverter(typeof(DebtorMonthConverter))]
public readonly record struct DebtorMonth(DateOnly FirstDay)
{
    public static DebtorMonth Of(DateTimeOffset instant) => Of(LegalCalendar.DateOf(instant));

    public static DebtorMonth Of(DateOnly date) => new(new(date.Year, date.Month, 1));

    /// <summary>Reads <c>2026-11</c>; null for anything else.</summary>
    public static DebtorMonth? Find(string? text) =>
        text is { Length: 7 } && DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? new(first) : null;

    public DebtorMonth Next => new(FirstDay.AddMonths(1));

    /// <summary>The first instant.</summary>
    public DateTimeOffset Opens => LegalCalendar.StartOf(FirstDay);

    /// <summary>The first instant that no longer belongs to it.</summary>
    public DateTimeOffset Closes => LegalCalendar.StartOf(Next.FirstDay);

    /// <summary>As people read it, for example <c>november 2026</c>.</summary>
    public string Say() => FirstDay.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("nl-BE"));

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>Writes a month as <c>2026-11</c>.</summary>
public sealed class DebtorMonthConverter : JsonConverter<DebtorMonth>
{
    public override DebtorMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DebtorMonth.Find(reader.GetString()) ?? throw new JsonException("no month");

    public override void Write(Utf8JsonWriter writer, DebtorMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
