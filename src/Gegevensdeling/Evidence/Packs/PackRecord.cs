using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Notices;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>
/// <c>bewijs.json</c>: the whole account of one protocol for one party, for a program to read. Nothing in it is about a person concerned; staff are references
/// (W23); what the party may not hear of the other side's work is not in it at all (W12).
/// </summary>
public sealed record PackRecord
{
    [JsonPropertyName("type")]
    public string Type { get; init; } = "bewijs";

    [JsonPropertyName("versie")]
    public int Version { get; init; } = 1;

    [JsonPropertyName("opgemaaktOp")]
    public required DateTimeOffset IssuedAt { get; init; }

    [JsonPropertyName("voor")]
    public required PartyId For { get; init; }

    [JsonPropertyName("grond")]
    public required PackGround Ground { get; init; }

    [JsonPropertyName("protocol")]
    public required PackProtocol Protocol { get; init; }

    [JsonPropertyName("maatregelen")]
    public required IReadOnlyList<PackMeasure> Measures { get; init; }

    [JsonPropertyName("verwerkers")]
    public required ProcessorList Processors { get; init; }

    [JsonPropertyName("uitwisselingen")]
    public required IReadOnlyList<PackExchange> Exchanges { get; init; }

    [JsonPropertyName("toegang")]
    public required IReadOnlyList<PackAccess> Accesses { get; init; }

    [JsonPropertyName("toegangscontroles")]
    public required IReadOnlyList<PackReview> Reviews { get; init; }

    [JsonPropertyName("inbreuken")]
    public required IReadOnlyList<PackCount> Breaches { get; init; }
}

/// <summary>Why the party gets it.</summary>
/// <param name="Request">The request under article 6; null where a party accounts for itself.</param>
/// <param name="Of">The parties that give proof.</param>
public sealed record PackGround(
    [property: JsonPropertyName("artikel")] string Article,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("aanvraag")] ExchangeId? Request,
    [property: JsonPropertyName("van")] IReadOnlyList<PartyId> Of);

/// <summary>The protocol as it stands, and how it came there.</summary>
public sealed record PackProtocol(
    [property: JsonPropertyName("id")] ProtocolId Id,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("stand")] string Standing,
    [property: JsonPropertyName("partijen")] IReadOnlyList<PackParty> Parties,
    [property: JsonPropertyName("versies")] IReadOnlyList<PackVersion> Versions,
    [property: JsonPropertyName("geschiedenis")] IReadOnlyList<PackStep> History);

public sealed record PackParty([property: JsonPropertyName("id")] PartyId Id, [property: JsonPropertyName("naam")] string Name);

/// <param name="Sha256">Over the text of the file in canonical form (RFC 8785), without acceptances.</param>
public sealed record PackVersion(
    [property: JsonPropertyName("versie")] int Version, [property: JsonPropertyName("sha256")] string Sha256, [property: JsonPropertyName("vanaf")] DateOnly Start);

/// <summary>One step in the life of the protocol: who took it, by party and role.</summary>
public sealed record PackStep(
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("wat")] string What,
    [property: JsonPropertyName("protocolversie")] int? Version,
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("rol")] string Role);

/// <summary>One measure of article 6, and where each thing that shows it stands.</summary>
public sealed record PackMeasure(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("bron")] string Source,
    [property: JsonPropertyName("partijen")] IReadOnlyList<PartyId> Parties,
    [property: JsonPropertyName("getoondDoor")] IReadOnlyList<PackProof> Proofs);

/// <param name="Count">How many of them this pack has; null where there is nothing to count.</param>
public sealed record PackProof(
    [property: JsonPropertyName("waar")] ProofPlace Place, [property: JsonPropertyName("uitleg")] string Explanation, [property: JsonPropertyName("aantal")] int? Count);

/// <summary>How often staff of one party, in one role, had content or a key before them, or was refused it.</summary>
/// <param name="Times">Null for the other party: how often its staff looked is not this party's to know (W12).</param>
public sealed record PackAccess(
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("rol")] string Role,
    [property: JsonPropertyName("keren")] int? Times,
    [property: JsonPropertyName("geweigerd")] int? Refused);

/// <summary>One half-yearly review of who had access (G21).</summary>
public sealed record PackReview(
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("van")] DateOnly From,
    [property: JsonPropertyName("totEnMet")] DateOnly Until,
    [property: JsonPropertyName("nagekeken")] bool Reviewed);

public sealed record PackCount([property: JsonPropertyName("toestand")] string State, [property: JsonPropertyName("aantal")] int Count);
