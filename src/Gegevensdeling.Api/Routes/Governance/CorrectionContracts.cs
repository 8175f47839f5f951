using System.Text.Json.Serialization;
using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>A defect: which kind, in which field. There is no place in it for a value (G17).</summary>
public sealed record DefectBody
{
    [JsonPropertyName("soort")]
    public required DefectKind Kind { get; init; }

    /// <summary>Codes of the protocol: <c>voornaam</c>, <c>telefoonnummer</c>.</summary>
    [JsonPropertyName("gegevens")]
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The client said so.</summary>
    [JsonPropertyName("naMeldingClient")]
    public bool AfterNotice { get; init; }

    /// <summary>By telephone: recorded as done, without content (W5).</summary>
    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

public sealed record DefectReceiptBody
{
    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

public sealed record MeasureBody
{
    [JsonPropertyName("maatregel")]
    public required CorrectionMeasure Measure { get; init; }

    /// <summary>Required where the report is not founded.</summary>
    [JsonPropertyName("reden")]
    public UnfoundedReason? Reason { get; init; }

    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

/// <summary>The five fields as they should be; all of them, since they replace the old ones.</summary>
public sealed record ContentBody
{
    [JsonPropertyName("client")]
    public required ReferredClient Client { get; init; }

    /// <summary>Names nobody, also when it ends up in a message by mistake.</summary>
    public override string ToString() => nameof(ContentBody);
}

/// <summary>The reference of a correction.</summary>
public sealed record CorrectionOpened([property: JsonPropertyName("verbetering")] ExchangeId Dossier);

/// <summary>How a correction stands. To the sending team it says nothing of how the referral fares (W12).</summary>
/// <param name="State"><c>gemeld</c>, <c>in-onderzoek</c>, a measure, <c>niet-meer-nodig</c> or <c>afgesloten</c>.</param>
/// <param name="AfterNotice">Null to the sending team where the receiver reported: it would learn that there was contact.</param>
/// <param name="Measure">Null while it is investigated.</param>
public sealed record CorrectionAnswer(
    [property: JsonPropertyName("verbetering")] ExchangeId Dossier,
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("gemeldOp")] DateTimeOffset At,
    [property: JsonPropertyName("gemeldDoor")] PartyId Reporter,
    [property: JsonPropertyName("soort")] DefectKind Kind,
    [property: JsonPropertyName("gegevens")] IReadOnlyList<string> Fields,
    [property: JsonPropertyName("naMeldingClient")] bool? AfterNotice,
    [property: JsonPropertyName("wijze")] MannerWord Manner,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("maatregel")] CorrectionMeasure? Measure,
    [property: JsonPropertyName("reden")] UnfoundedReason? Reason);

public sealed record CorrectionList([property: JsonPropertyName("verbeteringen")] IReadOnlyList<CorrectionAnswer> Corrections);
