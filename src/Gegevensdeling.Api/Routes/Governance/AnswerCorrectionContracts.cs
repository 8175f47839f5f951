using System.Text.Json.Serialization;
using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.AnswerCorrections;
using Gegevensdeling.Governance.Corrections;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>A defect in an answer: which kind, in which field, in which rows. There is no place in it for a value (G17).</summary>
public sealed record AnswerDefectBody
{
    [JsonPropertyName("soort")]
    public required DefectKind Kind { get; init; }

    /// <summary>Codes of the protocol: <c>recht-sociale-toeslag</c>, <c>insz-begunstigde</c>.</summary>
    [JsonPropertyName("gegevens")]
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Numbers of rows as Excel shows them, from 1, at most 200. None where the whole column is meant.</summary>
    [JsonPropertyName("rijen")]
    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <summary>A person concerned said so.</summary>
    [JsonPropertyName("naMeldingBetrokkene")]
    public bool AfterNotice { get; init; }

    /// <summary>By telephone: recorded as done, without content (W5).</summary>
    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

public sealed record AnswerMeasureBody
{
    [JsonPropertyName("maatregel")]
    public required AnswerMeasure Measure { get; init; }

    /// <summary>Required where the report is not founded.</summary>
    [JsonPropertyName("reden")]
    public UnfoundedReason? Reason { get; init; }

    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

/// <summary>The reference of a correction of an answer.</summary>
public sealed record AnswerCorrectionOpened([property: JsonPropertyName("verbetering")] ExchangeId Dossier);

/// <summary>How the correction of an answer stands; the same to both sides.</summary>
/// <param name="State"><c>gemeld</c>, <c>in-onderzoek</c>, <c>rijen-te-wissen</c>, a measure, <c>niet-meer-nodig</c> or <c>afgesloten</c>.</param>
/// <param name="Measure">Null while it is investigated.</param>
public sealed record AnswerCorrectionLine(
    [property: JsonPropertyName("verbetering")] ExchangeId Dossier,
    [property: JsonPropertyName("antwoord")] ExchangeId Exchange,
    [property: JsonPropertyName("gemeldOp")] DateTimeOffset At,
    [property: JsonPropertyName("soort")] DefectKind Kind,
    [property: JsonPropertyName("gegevens")] IReadOnlyList<string> Fields,
    [property: JsonPropertyName("rijen")] IReadOnlyList<int> Rows,
    [property: JsonPropertyName("naMeldingBetrokkene")] bool AfterNotice,
    [property: JsonPropertyName("wijze")] MannerWord Manner,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("maatregel")] AnswerMeasure? Measure,
    [property: JsonPropertyName("reden")] UnfoundedReason? Reason);

public sealed record AnswerCorrectionList([property: JsonPropertyName("verbeteringen")] IReadOnlyList<AnswerCorrectionLine> Corrections);
