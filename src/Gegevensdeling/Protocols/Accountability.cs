using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>Where a party publishes the protocol (G2).</summary>
public sealed record Publication : Sourced
{
    [JsonPropertyName("partij")]
    public required PartyId Party { get; init; }

    [JsonPropertyName("url"), RegularExpression(Patterns.WebAddress)]
    public required string Url { get; init; }

    [JsonPropertyName("datum")]
    public required DateOnly Date { get; init; }
}

/// <summary>A processor of one or more parties (G14), the operator of this system among them (W21).</summary>
public sealed record Processor : Sourced
{
    [JsonPropertyName("naam"), MinLength(1)]
    public required string Name { get; init; }

    [JsonPropertyName("dienst"), Description("Wat deze verwerker doet."), MinLength(1)]
    public required string Service { get; init; }

    [JsonPropertyName("partijen"), Description("Voor wie."), MinLength(1)]
    public required IReadOnlyList<PartyId> Parties { get; init; }

    [JsonPropertyName("beheerder"), Description("Waar voor de beheerder van dit systeem.")]
    public required bool Operator { get; init; }

    [JsonPropertyName("verwerkersovereenkomst"), Description("Referentie van de overeenkomst volgens artikel 28 AVG."), MinLength(1)]
    public required string Agreement { get; init; }

    [JsonPropertyName("subverwerkers")]
    public required IReadOnlyList<string> SubProcessors { get; init; }
}

/// <summary>A measure that a party must be able to prove (G15, G16).</summary>
public sealed record SecurityMeasure : Sourced
{
    [JsonPropertyName("code"), RegularExpression(Patterns.Word)]
    public required string Code { get; init; }

    [JsonPropertyName("partijen"), MinLength(1)]
    public required IReadOnlyList<PartyId> Parties { get; init; }

    [JsonPropertyName("tekst"), MinLength(1)]
    public required string Text { get; init; }
}

/// <summary>An authorisation to use the national register (P18, D19).</summary>
public sealed record Authorisation : Sourced
{
    [JsonPropertyName("partij")]
    public required PartyId Party { get; init; }

    [JsonPropertyName("tekst"), MinLength(1)]
    public required string Text { get; init; }
}

/// <summary>A duty of one side towards the other (G13, G17, G18).</summary>
public sealed record Duty : Sourced
{
    [JsonPropertyName("soort")]
    public required DutyKind Kind { get; init; }

    [JsonPropertyName("van"), MinLength(1)]
    public required IReadOnlyList<PartyId> From { get; init; }

    [JsonPropertyName("naar"), Description("Leeg waar de plicht tegenover de betrokkenen geldt.")]
    public required IReadOnlyList<PartyId> To { get; init; }

    [JsonPropertyName("viaFunctionarissen"), Description("Langs de functionarissen voor gegevensbescherming.")]
    public required bool ThroughOfficers { get; init; }

    [JsonPropertyName("tekst"), MinLength(1)]
    public required string Text { get; init; }
}

/// <summary>The data protection impact assessment, done or why not needed (W22).</summary>
public sealed record ImpactAssessment : Sourced
{
    [JsonPropertyName("uitgevoerd")]
    public required bool Done { get; init; }

    [JsonPropertyName("datum"), Description("Verplicht waar uitgevoerd.")]
    public DateOnly? Date { get; init; }

    [JsonPropertyName("referentie"), Description("Verplicht waar uitgevoerd.")]
    public string? Reference { get; init; }

    [JsonPropertyName("toelichting"), Description("De uitkomst, of waarom een DPIA niet nodig is."), MinLength(1)]
    public required string Explanation { get; init; }
}

/// <summary>What the person is told (W22): art. 14 GDPR at first contact, and a leaflet in plain language.</summary>
public sealed record Information : Sourced
{
    [JsonPropertyName("artikel14"), MinLength(1)]
    public required string Article14 { get; init; }

    [JsonPropertyName("folder"), MinLength(1)]
    public required string Leaflet { get; init; }
}

/// <summary>The court and the law (G12).</summary>
public sealed record Court : Sourced
{
    [JsonPropertyName("plaats"), MinLength(1)]
    public required string Place { get; init; }

    [JsonPropertyName("recht"), MinLength(1)]
    public required string Law { get; init; }
}
