using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Debtors.Listing;

namespace Gegevensdeling.Api.Routes.Debtors;

/// <summary>Client numbers without a workbook, from the OCMW's own system.</summary>
public sealed record ClientNumbersBody
{
    /// <summary>Eleven digits each, with or without punctuation.</summary>
    [JsonPropertyName("nummers")]
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>Of these, who objects to the municipality knowing (W17).</summary>
    [JsonPropertyName("nietMeedelen")]
    public IReadOnlyList<string> Withheld { get; init; } = [];

    /// <summary>Prints no number.</summary>
    public override string ToString() => nameof(ClientNumbersBody);
}

/// <summary>Another mark for one person, by its reason.</summary>
public sealed record ChangeMarkBody
{
    [JsonPropertyName("rijksregisternummer")]
    public required string Number { get; init; }

    [JsonPropertyName("reden")]
    public required ListChange Why { get; init; }

    /// <summary>Prints no number.</summary>
    public override string ToString() => nameof(ChangeMarkBody);
}

/// <summary>One person of the list.</summary>
public sealed record ListedPersonBody
{
    [JsonPropertyName("rijksregisternummer")]
    public required string Number { get; init; }

    /// <summary>Prints no number.</summary>
    public override string ToString() => nameof(ListedPersonBody);
}

/// <summary>A debt that is over.</summary>
public sealed record CloseDebtBody
{
    [JsonPropertyName("rijksregisternummer")]
    public required string Number { get; init; }

    /// <summary>One debt; left out: all of this person.</summary>
    [JsonPropertyName("dossiernummer")]
    public string? FileNumber { get; init; }

    [JsonPropertyName("reden")]
    public required ListChange Why { get; init; }

    /// <summary>Prints no number.</summary>
    public override string ToString() => nameof(CloseDebtBody);
}

/// <summary>The reference of what was made.</summary>
public sealed record DebtorMade([property: JsonPropertyName("verwijzing")] ExchangeId Exchange);

/// <summary>What the OCMW hears of a comparison: counts.</summary>
/// <param name="Withheld">Debtors who are clients and of whom the municipality does not hear: their collection continues (W17).</param>
public sealed record ComparisonAnswer(
    [property: JsonPropertyName("maand")] ExchangeId Cycle,
    [property: JsonPropertyName("clienten")] int Matched,
    [property: JsonPropertyName("nietMeegedeeld")] int Withheld,
    [property: JsonPropertyName("naamWijktAf")] int NamesDiffer);

/// <summary>How far a month is: counts, never a person.</summary>
/// <param name="Listed">Debtors who are clients.</param>
/// <param name="NamesDiffer">Of these, with a name that differs: for the OCMW only (W19).</param>
public sealed record CycleLine(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("maand")] DebtorMonth Month,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("sluit")] DateTimeOffset Closes,
    [property: JsonPropertyName("levering")] ExchangeId? Delivery,
    [property: JsonPropertyName("debiteuren")] int? Debtors,
    [property: JsonPropertyName("weggelatenOndernemingen")] int? Companies,
    [property: JsonPropertyName("weggelatenZonderNummer")] int? WithoutNumber,
    [property: JsonPropertyName("clientnummers")] int? Clients,
    [property: JsonPropertyName("clientenleveringen")] int ClientDeliveries,
    [property: JsonPropertyName("vermeldingen")] int? Listed,
    [property: JsonPropertyName("naamWijktAf")] int? NamesDiffer,
    [property: JsonPropertyName("nietMeegedeeld")] int? Withheld,
    [property: JsonPropertyName("vrijgegevenOp")] DateTimeOffset? ReleasedAt,
    [property: JsonPropertyName("bevestigdOp")] DateTimeOffset? ConfirmedAt,
    [property: JsonPropertyName("dossiers")] int? Debts);

public sealed record CycleLines([property: JsonPropertyName("maanden")] IReadOnlyList<CycleLine> Months);

/// <summary>One version of the list (D11): who, when, why.</summary>
/// <param name="By">The reference of the member of staff, never a name.</param>
/// <param name="Rows">Persons; to the municipality of the latest version only, and so the further counts.</param>
public sealed record VersionLine(
    [property: JsonPropertyName("nummer")] int Number,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("functie")] string Role,
    [property: JsonPropertyName("door")] StaffRef By,
    [property: JsonPropertyName("reden")] ListChange Why,
    [property: JsonPropertyName("kopie")] ExchangeId Copy,
    [property: JsonPropertyName("personen")] int? Rows,
    [property: JsonPropertyName("gepauzeerd")] int? Paused,
    [property: JsonPropertyName("voortgezet")] int? Continued);

/// <summary>The list without what is in it.</summary>
/// <param name="MovesAt">When the others can read it no more (D12).</param>
/// <param name="Reviews">How many pauses are to be looked at on which day (W18).</param>
public sealed record ListLine(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("naarDienstenschijfOp")] DateTimeOffset? MovesAt,
    [property: JsonPropertyName("teHerzien")] IReadOnlyList<ReviewLine> Reviews,
    [property: JsonPropertyName("versies")] IReadOnlyList<VersionLine> Versions);

public sealed record ReviewLine([property: JsonPropertyName("op")] DateOnly On, [property: JsonPropertyName("aantal")] int Count)
{
    internal static ReviewLine Of(ReviewCount review) => new(review.On, review.Count);
}

public sealed record ListLines([property: JsonPropertyName("lijsten")] IReadOnlyList<ListLine> Lists);
