using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>One exchange as one party may see it. What stands under <see cref="OwnSide"/> of a referral is there for the receiver alone (W12, R13); of a file of many people both sides know it.</summary>
/// <param name="Delivery"><c>afgeleverd</c> or <c>niet afgeleverd</c>.</param>
/// <param name="Receipts">The names of the receipts in the pack.</param>
public sealed record PackExchange(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("protocolversie")] int ProtocolVersion,
    [property: JsonPropertyName("begonnenOp")] DateTimeOffset BeganAt,
    [property: JsonPropertyName("bestanden")] IReadOnlyList<ArtefactDigest> Files,
    [property: JsonPropertyName("verzending")] Delivery? Sent,
    [property: JsonPropertyName("aflevering")] string Delivery,
    [property: JsonPropertyName("sleuteloverdrachten")] IReadOnlyList<PackHandover> Handovers,
    [property: JsonPropertyName("ontvangstbewijzen")] IReadOnlyList<string> Receipts,
    [property: JsonPropertyName("eigenKant")] PackOwnSide? OwnSide);

/// <summary>What of a referral the receiver alone knows.</summary>
/// <param name="Certificates">The names of the erasure certificates in the pack.</param>
public sealed record PackOwnSide(
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("contactOp")] DateTimeOffset? ContactAt,
    [property: JsonPropertyName("beeindigdOp")] DateTimeOffset? EndedAt,
    [property: JsonPropertyName("gewistOp")] DateTimeOffset? ErasedAt,
    [property: JsonPropertyName("wisbewijzen")] IReadOnlyList<string> Certificates);

/// <summary>One key handover, in the roles of the protocol (W1): who gave, who asked, when. Never the key.</summary>
/// <param name="AskedBy">Null where it began of itself.</param>
/// <param name="GivenBy">Null where the key was not shown by this system, or not yet.</param>
public sealed record PackHandover(
    [property: JsonPropertyName("nummer")] int Number,
    [property: JsonPropertyName("gevraagdDoor")] ActedBy? AskedBy,
    [property: JsonPropertyName("gevraagdOp")] DateTimeOffset AskedAt,
    [property: JsonPropertyName("gegevenDoor")] ActedBy? GivenBy,
    [property: JsonPropertyName("kanalen")] IReadOnlyList<string> Channels,
    [property: JsonPropertyName("getoondOp")] DateTimeOffset? RevealedAt,
    [property: JsonPropertyName("ontvangenOp")] DateTimeOffset? ReceivedAt);

/// <summary>An exchange with the signed documents that go into the pack beside it.</summary>
/// <param name="Documents">By their names in the pack.</param>
internal sealed record PackLine(PackExchange Exchange, IReadOnlyList<PackDocument> Documents);

internal readonly record struct PackDocument(string Name, string Json);
