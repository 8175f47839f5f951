using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Protocols;

/// <summary>
/// A reference that the text makes: where it stands (its source), where it points as printed, and which part of the protocol is meant.
/// '(zie lager)' points at no named place: then all three targets are left out.
/// </summary>
public sealed record CrossReference : Sourced
{
    [JsonPropertyName("gedrukt"), Description("Zoals het er staat, bijvoorbeeld 'artikel 2, 2°'."), MinLength(1)]
    public required string Printed { get; init; }

    [JsonPropertyName("artikel"), Description("Het artikel dat genoemd wordt."), Range(1, 99)]
    public int? Article { get; init; }

    [JsonPropertyName("punt"), Description("Het punt van dat artikel, waar er een genoemd wordt."), RegularExpression("^[0-9a-z]{1,4}°?$")]
    public string? Point { get; init; }

    [JsonPropertyName("overweging"), Description("De overweging die genoemd wordt."), RegularExpression("^[A-G][0-9]?$")]
    public string? Recital { get; init; }

    [JsonPropertyName("bijlage"), Description("De bijlage die genoemd wordt, naar naam."), MinLength(1)]
    public string? Annex { get; init; }

    [JsonPropertyName("bedoelt"), Description("Welk onderdeel bedoeld is; waar dat staat, volgt uit de bron van dat onderdeel.")]
    public required TextPart Meant { get; init; }

    /// <summary>The place that is named, as a source names it, or null.</summary>
    [JsonIgnore]
    public string? Target => Article is { } number ? Places.Of(number) : Recital;
}

/// <summary>The parts of a protocol to which its text refers.</summary>
public enum TextPart
{
    [JsonStringEnumMemberName("gegevens")] Fields,
    [JsonStringEnumMemberName("doeleinden")] Purposes,
    [JsonStringEnumMemberName("duur")] Duration,
    [JsonStringEnumMemberName("maatregelen")] Measures,
    [JsonStringEnumMemberName("sleutel")] Key,
    [JsonStringEnumMemberName("informatie")] Information,
    [JsonStringEnumMemberName("samenwerkingsovereenkomst")] Agreement,
}
