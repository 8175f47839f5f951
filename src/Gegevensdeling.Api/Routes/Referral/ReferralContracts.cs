using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Api.Routes.Referral;

/// <summary>How something reached the person who records it (W5).</summary>
public enum MannerWord
{
    [JsonStringEnumMemberName("toepassing")] Application,
    [JsonStringEnumMemberName("telefoon")] Telephone,
    [JsonStringEnumMemberName("mail")] Mail,
}

public sealed record TakeBody
{
    /// <summary>True to take over from a colleague who is absent (W4).</summary>
    [JsonPropertyName("overname")]
    public bool Takeover { get; init; }
}

public sealed record ConfirmBody
{
    /// <summary>SHA-256 of the archive that arrived, 64 hex digits.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }
}

public sealed record ContactBody
{
    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

public sealed record OutcomeBody
{
    [JsonPropertyName("wenstHulp")]
    public required bool WantsHelp { get; init; }

    /// <summary>Required where help is wanted: our copy goes because the client file has the data (R10).</summary>
    [JsonPropertyName("clientdossierAangemaakt")]
    public bool ClientFileOpened { get; init; }

    /// <summary>Erase now, where the protocol leaves the moment to the OCMW (R14).</summary>
    [JsonPropertyName("wissen")]
    public bool Erase { get; init; }

    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

public sealed record NotForUsBody
{
    [JsonPropertyName("reden")]
    public required NotForUsReason Reason { get; init; }
}

public sealed record WithdrawBody
{
    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }

    /// <summary>Which referrals the client withdraws, where there may be two (W8).</summary>
    [JsonPropertyName("betreft")]
    public IReadOnlyList<ExchangeId>? Concerns { get; init; }
}

public sealed record PassOnBody
{
    [JsonPropertyName("toestemmingClient")]
    public required bool ClientConsents { get; init; }

    /// <summary>The day on which it was passed on; today where it is left out.</summary>
    [JsonPropertyName("op")]
    public DateOnly? On { get; init; }
}

public sealed record DeclareBody
{
    [JsonPropertyName("gewist")]
    public required IReadOnlyList<DeclaredCopy> Erased { get; init; }
}

public sealed record KeyLostBody
{
    [JsonPropertyName("reden")]
    public required KeyLostReason Reason { get; init; }
}

/// <summary>The reference, and where to telephone when it cannot wait (W5).</summary>
public sealed record ReferredAnswer(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("acuut")] string Acute);

/// <summary>All that the sending team sees (W12).</summary>
/// <param name="Delivery"><c>afgeleverd</c> or <c>niet afgeleverd</c>.</param>
/// <param name="Returned">The reason code where it came back as 'niet voor ons' (W7).</param>
public sealed record DeliveryAnswer(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("aflevering")] string Delivery,
    [property: JsonPropertyName("teruggekeerd")] NotForUsReason? Returned);

/// <summary>What the OCMW sees in its list: no personal data.</summary>
/// <param name="Mine">The caller owns the case.</param>
/// <param name="Owner">The colleague who treats it.</param>
/// <param name="AwaitsDeclaration">It has ended; the OCMW still has to declare its own copies gone.</param>
/// <param name="MaybeSameClient">Other live referrals of possibly the same client (W8).</param>
public sealed record ReferralLine(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("sinds")] DateTimeOffset Since,
    [property: JsonPropertyName("opgenomenDoorMij")] bool Mine,
    [property: JsonPropertyName("opgenomen")] bool Taken,
    [property: JsonPropertyName("behandelaar")] string? Owner,
    [property: JsonPropertyName("wachtOpVerklaring")] bool AwaitsDeclaration,
    [property: JsonPropertyName("mogelijkDezelfdeClient")] IReadOnlyList<ExchangeId> MaybeSameClient);

/// <summary>The list of an OCMW.</summary>
public sealed record ReferralList([property: JsonPropertyName("doorverwijzingen")] IReadOnlyList<ReferralLine> Referrals);

/// <summary>The key, once (F4).</summary>
/// <param name="Spelled">How to read it aloud, one line a group.</param>
/// <param name="Receiver">The social worker to read it to, and to nobody else.</param>
public sealed record KeyAnswer(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("sleutel")] string Key,
    [property: JsonPropertyName("voorlezen")] IReadOnlyList<string> Spelled,
    [property: JsonPropertyName("ontvanger")] string? Receiver)
{
    /// <summary>Prints nothing of the key.</summary>
    public override string ToString() => nameof(KeyAnswer);
}

/// <summary>How far the handover of the key is; the name of the other person is shown to these two only (W1).</summary>
public sealed record HandoverAnswer(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("overdracht")] int? Number,
    [property: JsonPropertyName("gevraagdDoor")] string? AskedBy,
    [property: JsonPropertyName("gevraagdOp")] DateTimeOffset? AskedAt,
    [property: JsonPropertyName("getoond")] bool Revealed,
    [property: JsonPropertyName("ontvangen")] bool Received);
