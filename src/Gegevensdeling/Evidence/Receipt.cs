using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Evidence;

/// <summary>
/// The ontvangstbewijs (F1): what was delivered, and that it was received. It is bound to the file by its SHA-256 and says nothing
/// about the person concerned, so it may outlive the data.
/// </summary>
public sealed record Receipt(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("protocolversie")] int ProtocolVersion,
    [property: JsonPropertyName("afzender")] PartyId Sender,
    [property: JsonPropertyName("ontvanger")] PartyId Receiver,
    [property: JsonPropertyName("bestand")] ArtefactDigest File,
    [property: JsonPropertyName("verzending")] Delivery Delivery,
    [property: JsonPropertyName("ontvangst")] Acknowledgement Acknowledgement,
    [property: JsonPropertyName("opgemaaktOp")] DateTimeOffset IssuedAt)
{
    public const string Kind = "ontvangstbewijs";
    public const string JwsType = "ontvangstbewijs+jws";
    public const int CurrentVersion = 1;

    public static Receipt Issue(ExchangeParties exchange, ArtefactDigest file, Delivery delivery, Acknowledgement acknowledgement, DateTimeOffset issuedAt) =>
        new(
            Kind,
            CurrentVersion,
            exchange.Exchange,
            exchange.Protocol,
            exchange.ProtocolVersion,
            exchange.Sender,
            exchange.Receiver,
            file,
            delivery,
            acknowledgement,
            issuedAt);
}

/// <summary>The exchange that a document is about.</summary>
public sealed record ExchangeParties(ExchangeId Exchange, ProtocolId Protocol, int ProtocolVersion, PartyId Sender, PartyId Receiver);

/// <summary>One sealed file, by what identifies it without opening it.</summary>
public sealed record ArtefactDigest
{
    [JsonConstructor]
    public ArtefactDigest(ArtefactId artefact, string sha256, long bytes)
    {
        Artefact = artefact;
        Sha256 = Sha256Hex.Checked(sha256);
        Bytes = bytes;
    }

    [JsonPropertyName("kenmerk")]
    public ArtefactId Artefact { get; }

    [JsonPropertyName("sha256")]
    public string Sha256 { get; }

    [JsonPropertyName("bytes")]
    public long Bytes { get; }
}

/// <summary>When and how the file left.</summary>
/// <param name="Channel">The protocol's word for it, for example <c>mail</c> or <c>sftp</c>.</param>
public sealed record Delivery([property: JsonPropertyName("op")] DateTimeOffset At, [property: JsonPropertyName("kanaal")] string Channel);

/// <summary>When, how and by whom receipt was shown (W3).</summary>
public sealed record Acknowledgement(
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("wijze")] AcknowledgedBy How,
    [property: JsonPropertyName("door")] ActedBy By);

/// <summary>The ways in which receipt can be shown.</summary>
public enum AcknowledgedBy
{
    /// <summary>The content was opened in the application after signing in; nobody typed a hash (W3).</summary>
    [JsonStringEnumMemberName("geopend-in-toepassing")]
    OpenedInApplication,

    /// <summary>The receiver gave the SHA-256 of the file that arrived, and it was this one.</summary>
    [JsonStringEnumMemberName("hash-bevestigd")]
    HashConfirmed,

    /// <summary>This system compared it for the receiver, which sees only what it may (F11).</summary>
    [JsonStringEnumMemberName("vergeleken-in-toepassing")]
    ComparedInApplication,
}
