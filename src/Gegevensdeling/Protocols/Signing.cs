using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>Where and when the text was drawn up, and who signed (G5).</summary>
public sealed record Signing : Sourced
{
    [JsonPropertyName("plaats"), MinLength(1)]
    public required string Place { get; init; }

    [JsonPropertyName("datum"), Description("'Opgemaakt op'.")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("exemplaren"), Range(1, 20)]
    public required int Copies { get; init; }

    [JsonPropertyName("handtekeningen")]
    public required IReadOnlyList<Signature> Signatures { get; init; }
}

public sealed record Signature : Sourced
{
    [JsonPropertyName("partij")]
    public required PartyId Party { get; init; }

    [JsonPropertyName("naam"), MinLength(1)]
    public required string Name { get; init; }

    [JsonPropertyName("functie"), MinLength(1)]
    public required string Office { get; init; }

    [JsonPropertyName("mandaat"), Description("Waaruit blijkt dat deze persoon voor de partij mag tekenen."), MinLength(1)]
    public required string Mandate { get; init; }

    [JsonPropertyName("datum")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("datumInTekst"), Description("Zoals het gedrukt staat, waar dat verschilt.")]
    public string? DatePrinted { get; init; }

    [JsonPropertyName("vorm")]
    public required SignatureForm Form { get; init; }
}

/// <summary>A defect of the text that somebody accepts by name and with a reason (F5).</summary>
public sealed record AcceptedFinding : Sourced
{
    [JsonPropertyName("code"), Description("De code van de bevinding."), RegularExpression(Patterns.Word)]
    public required string Code { get; init; }

    [JsonPropertyName("onderwerp"), Description("Het onderdeel waarover ze gaat, zoals een partij; null waar ze over de hele tekst gaat.")]
    public required string? Subject { get; init; }

    [JsonPropertyName("bevinding"), Description("Wat er in de tekst staat, letterlijk waar het kan."), MinLength(1)]
    public required string Finding { get; init; }

    [JsonPropertyName("door"), Description("Wie ze aanvaardt."), MinLength(1)]
    public required string By { get; init; }

    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }

    [JsonPropertyName("waarom"), Description("Waarom het protocol toch kan werken, en wat het systeem dan doet."), MinLength(1)]
    public required string Why { get; init; }
}
