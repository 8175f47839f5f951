using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>The advice of one party's data protection officer (G3).</summary>
public sealed record Advice : Sourced
{
    [JsonPropertyName("partij")]
    public required PartyId Party { get; init; }

    [JsonPropertyName("datum"), Description("Datum van bevestiging door de DPO; null waar de tekst ze openlaat.")]
    public required DateOnly? Date { get; init; }

    [JsonPropertyName("datumInTekst"), Description("Zoals het gedrukt staat, waar dat verschilt ('[DATUM]').")]
    public string? DatePrinted { get; init; }

    [JsonPropertyName("strekking")]
    public required AdviceSense Sense { get; init; }
}

/// <summary>The underlying cooperation agreement (G4).</summary>
public sealed record Agreement : Sourced
{
    [JsonPropertyName("datum")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("omschrijving"), MinLength(1)]
    public required string Description { get; init; }
}

/// <summary>A law on which the parties rest (art. 2).</summary>
public sealed record LegalGround : Sourced
{
    [JsonPropertyName("code"), RegularExpression(Patterns.Word)]
    public required string Code { get; init; }

    [JsonPropertyName("tekst"), MinLength(1)]
    public required string Text { get; init; }

    [JsonPropertyName("partijen"), MinLength(1)]
    public required IReadOnlyList<PartyId> Parties { get; init; }

    [JsonPropertyName("avg"), Description("Gronden van artikel 6.1 AVG die de tekst noemt."), RegularExpression("^[a-f]$")]
    public required IReadOnlyList<string> Gdpr { get; init; }
}

/// <summary>A purpose, by a closed code that every access must name (G20).</summary>
public sealed record Purpose : Sourced
{
    [JsonPropertyName("code"), RegularExpression(Patterns.Word)]
    public required string Code { get; init; }

    [JsonPropertyName("tekst"), MinLength(1)]
    public required string Text { get; init; }

    [JsonPropertyName("partijen"), Description("Wie voor dit doel verwerkt."), MinLength(1)]
    public required IReadOnlyList<PartyId> Parties { get; init; }
}

/// <summary>One of the data that may go, and why it is needed (art. 3).</summary>
public sealed record DataField : Sourced
{
    [JsonPropertyName("code"), RegularExpression(Patterns.Word)]
    public required string Code { get; init; }

    [JsonPropertyName("omschrijving"), MinLength(1)]
    public required string Description { get; init; }

    [JsonPropertyName("verantwoording"), Description("Waarom het gegeven nodig is."), MinLength(1)]
    public required string Justification { get; init; }

    [JsonPropertyName("kolommen"), Description("Kolommen in het werkblad, waar de tekst er geeft."), MinLength(1), RegularExpression("^[A-Z]$")]
    public IReadOnlyList<string>? Columns { get; init; }

    [JsonPropertyName("waarden"), Description("De gesloten lijst van waarden, waar er een is.")]
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>Who at the receiver, and which third parties, may see the data (art. 4).</summary>
public sealed record Recipient : Sourced
{
    [JsonPropertyName("code"), RegularExpression(Patterns.Word)]
    public required string Code { get; init; }

    [JsonPropertyName("omschrijving"), MinLength(1)]
    public required string Description { get; init; }

    [JsonPropertyName("derde"), Description("Buiten de partijen.")]
    public required bool ThirdParty { get; init; }

    [JsonPropertyName("voorwaarde")]
    public string? Condition { get; init; }
}
