using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Protocols;

/// <summary>What the text, or the FAQ beside it, says in one place about a subject of which it speaks in several (X4, X7, X13, X15, X17, X18).</summary>
public sealed record Statement : Sourced
{
    [JsonPropertyName("over"), Description("Het onderwerp: uitspraken met hetzelfde onderwerp horen hetzelfde te zeggen."), RegularExpression(Patterns.Word)]
    public required string Subject { get; init; }

    [JsonPropertyName("gedrukt"), Description("Zoals het er staat."), MinLength(1)]
    public required string Printed { get; init; }

    [JsonPropertyName("zegt"), Description("Waar het op neerkomt, waar andere woorden hetzelfde kunnen zeggen; zonder dit geldt wat er gedrukt staat."), MinLength(1)]
    public string? Says { get; init; }

    /// <summary>What is compared: letter case and spaces say nothing.</summary>
    [JsonIgnore]
    public string Meaning => string.Join(' ', (Says ?? Printed).ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A term or a notion on which a right or a step depends, and the length or meaning that the text gives it (X20).</summary>
public sealed record Notion : Sourced
{
    [JsonPropertyName("woord"), Description("Het woord, in kleine letters."), RegularExpression(Patterns.Word)]
    public required string Word { get; init; }

    [JsonPropertyName("gedrukt"), Description("Zoals het er staat."), MinLength(1)]
    public required string Printed { get; init; }

    [JsonPropertyName("soort")]
    public required NotionKind Kind { get; init; }

    [JsonPropertyName("bepaling"), Description("De lengte van de termijn of de bepaling van het begrip volgens de tekst; null waar hij er geen geeft."), MinLength(1)]
    public required string? Meaning { get; init; }
}

public enum NotionKind
{
    [JsonStringEnumMemberName("termijn")] Term,
    [JsonStringEnumMemberName("begrip")] Concept,
}
