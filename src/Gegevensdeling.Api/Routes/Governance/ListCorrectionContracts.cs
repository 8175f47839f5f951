using System.Text.Json.Serialization;
using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.ListCorrections;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>A defect in the list of a debtor protocol: which kind, in which field, in which rows or how many. There is no place in it for a person, a number or a value (G17).</summary>
public sealed record ListDefectBody
{
    /// <summary>The reference of the list, or of a month.</summary>
    [JsonPropertyName("verwijzing")]
    public required ExchangeId Exchange { get; init; }

    [JsonPropertyName("soort")]
    public required DefectKind Kind { get; init; }

    /// <summary>Codes of the protocol, of any phase: <c>vermelding</c>, <c>bedrag</c>.</summary>
    [JsonPropertyName("gegevens")]
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Numbers of rows as Excel shows them to who reports, from 1, at most 200.</summary>
    [JsonPropertyName("rijen")]
    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <summary>How many debts or persons, where no rows are named.</summary>
    [JsonPropertyName("aantal")]
    public int? Files { get; init; }

    /// <summary>A person concerned said so.</summary>
    [JsonPropertyName("naMeldingBetrokkene")]
    public bool AfterNotice { get; init; }

    /// <summary>By telephone: recorded as done, without content (W5).</summary>
    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

public sealed record ListMeasureBody
{
    [JsonPropertyName("maatregel")]
    public required ListMeasure Measure { get; init; }

    /// <summary>Required where there is no defect.</summary>
    [JsonPropertyName("reden")]
    public UnfoundedReason? Reason { get; init; }

    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

/// <summary>The reference of a correction of a list.</summary>
public sealed record ListCorrectionOpened([property: JsonPropertyName("verbetering")] ExchangeId Dossier);

/// <summary>How the correction of a list stands; the same to both sides.</summary>
/// <param name="From">Who reported.</param>
/// <param name="To">Who handles it.</param>
/// <param name="State"><c>gemeld</c>, <c>in-onderzoek</c>, <c>te-leveren</c>, a measure, <c>niet-meer-nodig</c> or <c>afgesloten</c>.</param>
/// <param name="Measure">Null while it is investigated.</param>
public sealed record ListCorrectionLine(
    [property: JsonPropertyName("verbetering")] ExchangeId Dossier,
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("van")] PartyId From,
    [property: JsonPropertyName("aan")] PartyId To,
    [property: JsonPropertyName("gemeldOp")] DateTimeOffset At,
    [property: JsonPropertyName("soort")] DefectKind Kind,
    [property: JsonPropertyName("gegevens")] IReadOnlyList<string> Fields,
    [property: JsonPropertyName("rijen")] IReadOnlyList<int> Rows,
    [property: JsonPropertyName("aantal")] int? Files,
    [property: JsonPropertyName("naMeldingBetrokkene")] bool AfterNotice,
    [property: JsonPropertyName("wijze")] MannerWord Manner,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("maatregel")] ListMeasure? Measure,
    [property: JsonPropertyName("reden")] UnfoundedReason? Reason);

public sealed record ListCorrectionList([property: JsonPropertyName("verbeteringen")] IReadOnlyList<ListCorrectionLine> Corrections);
