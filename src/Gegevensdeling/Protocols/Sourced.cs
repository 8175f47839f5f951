using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Protocols;

/// <summary>
/// A part of a protocol that says where it stands in the text. What the text leaves open is marked <c>eigen</c> and says why;
/// a part without its source is refused by <see cref="ProtocolFile"/>.
/// </summary>
public abstract record Sourced
{
    internal const string Ours = "eigen";

    [JsonPropertyName("bron"), JsonPropertyOrder(100)]
    [Description("Waar dit staat: titel, aanhef, partijen, een overweging (C, F), een artikel (art. 6), ondertekening, FAQ, of 'eigen' waar de tekst het openlaat. Meer plaatsen met '; ' ertussen.")]
    [RegularExpression(Patterns.Source)]
    public required string Source { get; init; }

    [JsonPropertyName("reden"), JsonPropertyOrder(101)]
    [Description("Waarom, verplicht waar de bron 'eigen' is.")]
    [MinLength(1)]
    public string? Reason { get; init; }

    /// <summary>True where the text leaves this open and the file fills it in.</summary>
    [JsonIgnore]
    public bool IsOurs => Source.Split("; ").Contains(Ours, StringComparer.Ordinal);
}

/// <summary>A piece of text of the protocol.</summary>
public sealed record SourcedText : Sourced
{
    [JsonPropertyName("tekst"), Description("De tekst zelf."), MinLength(1)]
    public required string Text { get; init; }
}
