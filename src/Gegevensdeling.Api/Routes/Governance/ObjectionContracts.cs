using System.Text.Json.Serialization;
using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Objections;

namespace Gegevensdeling.Api.Routes.Governance;

public sealed record ObjectionBody
{
    [JsonPropertyName("soort")]
    public required ObjectionRight Right { get; init; }

    /// <summary>Of a restriction only: art. 18.1 GDPR.</summary>
    [JsonPropertyName("grond")]
    public RestrictionGround? Ground { get; init; }

    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }

    /// <summary>The day on which the request came in: the month of art. 12.3 GDPR counts from there. Today where it is left out.</summary>
    [JsonPropertyName("ontvangenOp")]
    public DateOnly? ReceivedOn { get; init; }
}

/// <summary>Which row of the list an objection is about: one of both.</summary>
public sealed record NamedRowBody
{
    /// <summary>Of who is on the list.</summary>
    [JsonPropertyName("rijksregisternummer")]
    public string? Number { get; init; }

    /// <summary>The person is not on it.</summary>
    [JsonPropertyName("nietOpDeLijst")]
    public bool NotListed { get; init; }

    /// <summary>Prints no number.</summary>
    public override string ToString() => nameof(NamedRowBody);
}

public sealed record ExtensionBody
{
    [JsonPropertyName("reden")]
    public required ExtensionReason Reason { get; init; }
}

public sealed record ObjectionDecisionBody
{
    [JsonPropertyName("beslissing")]
    public required ObjectionVerdict Verdict { get; init; }

    /// <summary>Why it was rejected or lifted.</summary>
    [JsonPropertyName("grond")]
    public ObjectionGround? Ground { get; init; }

    /// <summary>Where the decision can be read; never its text.</summary>
    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

public sealed record InformedBody
{
    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }

    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }
}

/// <summary>The reference under which something is followed up.</summary>
public sealed record DossierOpened([property: JsonPropertyName("dossier")] ExchangeId Dossier);

/// <param name="Due">The last day to decide.</param>
public sealed record ObjectionAnswer(
    [property: JsonPropertyName("dossier")] ExchangeId Dossier,
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("soort")] ObjectionRight Right,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("sinds")] DateTimeOffset Since,
    [property: JsonPropertyName("ontvangenOp")] DateOnly ReceivedOn,
    [property: JsonPropertyName("beslissenVoor")] DateOnly Due,
    [property: JsonPropertyName("beslissing")] ObjectionVerdict? Verdict,
    [property: JsonPropertyName("betrokkeneVerwittigd")] DateOnly? Informed);
