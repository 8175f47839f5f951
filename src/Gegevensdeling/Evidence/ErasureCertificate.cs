using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Evidence;

/// <summary>
/// The wisbewijs (F2), in three parts: what this system shows about its own stores, what a party declares about its own copies, and
/// what cannot be seen from here. It claims nothing more.
/// </summary>
/// <param name="Number">1 at erasure; 2 when the engine's history is purged as well; more where a declaration came later.</param>
/// <param name="Remains">What stays after the erasure, in plain Dutch.</param>
/// <param name="Previous">From number 2 on, the SHA-256 of the document before as it was kept.</param>
/// <param name="DueSince">When the ground for erasing arose: the withdrawal, the outcome, the end of the term.</param>
public sealed record ErasureCertificate(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("volgnummer")] int Number,
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("protocolversie")] int ProtocolVersion,
    [property: JsonPropertyName("afzender")] PartyId Sender,
    [property: JsonPropertyName("ontvanger")] PartyId Receiver,
    [property: JsonPropertyName("reden")] ErasureReason Reason,
    [property: JsonPropertyName("aanleidingOp")] DateTimeOffset DueSince,
    [property: JsonPropertyName("gewistOp")] DateTimeOffset ErasedAt,
    [property: JsonPropertyName("bestanden")] IReadOnlyList<ArtefactDigest> Files,
    [property: JsonPropertyName("aangetoond")] IReadOnlyList<PlaceLookedAt> Proven,
    [property: JsonPropertyName("verklaard")] IReadOnlyList<Declaration> Declared,
    [property: JsonPropertyName("nietHierNaTeGaan")] IReadOnlyList<string> NotVerifiableHere,
    [property: JsonPropertyName("watBlijft")] IReadOnlyList<string> Remains,
    [property: JsonPropertyName("geschiedenis")] EngineHistory History,
    [property: JsonPropertyName("opgemaaktOp")] DateTimeOffset IssuedAt,
    [property: JsonPropertyName("vorige")] string? Previous = null)
{
    public const string Kind = "wisbewijs";
    public const string JwsType = "wisbewijs+jws";
    public const int CurrentVersion = 1;

    /// <summary>The certificate at erasure, or the places that keep it from being issued.</summary>
    public static ErasureOutcome Issue(ExchangeParties exchange, ErasureFacts facts, DateTimeOffset issuedAt) => Issue(exchange, facts, issuedAt, 1, null);

    /// <summary>
    /// A further certificate: number 2 at the purge of the engine's history, later ones where a declaration came after it. Each names the
    /// one before by the SHA-256 of its document.
    /// </summary>
    public static ErasureOutcome IssueNext(ExchangeParties exchange, ErasureFacts facts, int number, string previousDocument, DateTimeOffset issuedAt) =>
        Issue(exchange, facts, issuedAt, number, Sha256Hex.Of(previousDocument));

    // F2: an erasure in our own stores that cannot be proven is reported as open, never as done. A look before the deletion proves nothing.
    private static ErasureOutcome Issue(ExchangeParties exchange, ErasureFacts facts, DateTimeOffset issuedAt, int number, string? previous)
    {
        var open = facts.Proven.Where(place => place.Found != 0 || place.LookedAt < facts.ErasedAt).ToList();
        if (open.Count > 0 || facts.Proven.Count == 0)
            return new ErasureOutcome.Open(open);
        return new ErasureOutcome.Proven(new ErasureCertificate(
            Kind,
            CurrentVersion,
            number,
            exchange.Exchange,
            exchange.Protocol,
            exchange.ProtocolVersion,
            exchange.Sender,
            exchange.Receiver,
            facts.Reason,
            facts.DueSince,
            facts.ErasedAt,
            facts.Files,
            facts.Proven,
            facts.Declared,
            facts.NotVerifiableHere,
            facts.Remains,
            facts.History,
            issuedAt,
            previous));
    }
}

/// <summary>What is known about one erasure.</summary>
public sealed record ErasureFacts(
    ErasureReason Reason,
    DateTimeOffset DueSince,
    DateTimeOffset ErasedAt,
    IReadOnlyList<ArtefactDigest> Files,
    IReadOnlyList<PlaceLookedAt> Proven,
    IReadOnlyList<Declaration> Declared,
    IReadOnlyList<string> NotVerifiableHere,
    IReadOnlyList<string> Remains,
    EngineHistory History);

/// <summary>Whether an erasure could be proven.</summary>
public abstract record ErasureOutcome
{
    private ErasureOutcome()
    {
    }

    public sealed record Proven(ErasureCertificate Certificate) : ErasureOutcome;

    /// <param name="Places">Where something was found, or where nobody looked after the deletion.</param>
    public sealed record Open(IReadOnlyList<PlaceLookedAt> Places) : ErasureOutcome;
}
