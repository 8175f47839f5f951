using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>A body that is party to the protocol, as its own controller.</summary>
public sealed record Party : Sourced
{
    [JsonPropertyName("id"), Description("Dezelfde instantie heeft in elk protocol dezelfde id.")]
    public required PartyId Id { get; init; }

    [JsonPropertyName("naam"), MinLength(1)]
    public required string Name { get; init; }

    [JsonPropertyName("statuut"), Description("Wat voor instantie, en op grond waarvan."), MinLength(1)]
    public required string Statute { get; init; }

    [JsonPropertyName("kbo"), Description("Ondernemingsnummer, 0000.000.000; null waar de tekst er geen geeft."), RegularExpression(@"^[01][0-9]{3}\.[0-9]{3}\.[0-9]{3}$")]
    public required string? EnterpriseNumber { get; init; }

    [JsonPropertyName("kboInTekst"), Description("Zoals het gedrukt staat, waar dat verschilt.")]
    public string? EnterpriseNumberPrinted { get; init; }

    [JsonPropertyName("zetel"), MinLength(1)]
    public required string Seat { get; init; }

    [JsonPropertyName("vertegenwoordigers"), MinLength(1)]
    public required IReadOnlyList<Representative> Representatives { get; init; }

    [JsonPropertyName("functionarisGegevensbescherming"), Description("Het mandaat van de functionaris voor gegevensbescherming (DPO).")]
    public required DpoMandate DataProtectionOfficer { get; init; }
}

/// <summary>Who may act for a party; part of its <see cref="Party"/>, so with that source.</summary>
public sealed record Representative
{
    [JsonPropertyName("naam"), MinLength(1)]
    public required string Name { get; init; }

    [JsonPropertyName("functie"), MinLength(1)]
    public required string Office { get; init; }

    [JsonPropertyName("namens"), Description("Het orgaan dat vertegenwoordigd wordt, waar de tekst er een noemt.")]
    public string? OnBehalfOf { get; init; }
}

/// <summary>A data protection officer is a mandate: a person or a service, with a deputy and a validity (W2).</summary>
public sealed record DpoMandate : Sourced
{
    [JsonPropertyName("houder")]
    public required MandateHolder Holder { get; init; }

    [JsonPropertyName("naam"), MinLength(1)]
    public required string Name { get; init; }

    [JsonPropertyName("e-mail"), EmailAddress]
    public required string Mail { get; init; }

    [JsonPropertyName("e-mailInTekst"), Description("Zoals het gedrukt staat, waar dat verschilt.")]
    public string? MailPrinted { get; init; }

    [JsonPropertyName("telefoon"), RegularExpression(Patterns.Phone)]
    public string? Phone { get; init; }

    [JsonPropertyName("plaatsvervanger")]
    public required Deputy Deputy { get; init; }

    [JsonPropertyName("geldigVan")]
    public required DateOnly ValidFrom { get; init; }

    [JsonPropertyName("geldigTot"), Description("Laatste dag; null zolang er geen einde bekend is.")]
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>Whether the mandate runs on this legal date, both ends included.</summary>
    public bool RunsOn(DateOnly date) => date >= ValidFrom && (ValidUntil is not { } last || date <= last);
}

/// <summary>Stands in for the data protection officer.</summary>
public sealed record Deputy : Sourced
{
    [JsonPropertyName("naam"), MinLength(1)]
    public required string Name { get; init; }

    [JsonPropertyName("e-mail"), EmailAddress]
    public required string Mail { get; init; }
}
