using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>Where a party is reached: functions, never private people.</summary>
public sealed record ContactPoints : Sourced
{
    [JsonPropertyName("partij")]
    public required PartyId Party { get; init; }

    [JsonPropertyName("postbus"), Description("De gedeelde mailbox waarin de bestanden aankomen.")]
    public Mailbox? Mailbox { get; init; }

    [JsonPropertyName("collegas"), Description("Wie verwittigd wordt als niemand een doorverwijzing opneemt.")]
    public ContactAddress? Colleagues { get; init; }

    [JsonPropertyName("hoofdDienst"), Description("Wie daarna verwittigd wordt.")]
    public ContactAddress? HeadOfService { get; init; }

    [JsonPropertyName("telefoonDienst")]
    public ServicePhone? Phone { get; init; }

    [JsonPropertyName("gegevenslek"), Description("Waar een gegevenslek wordt gemeld (art. 9); null waar de tekst niemand noemt.")]
    public required ContactAddress? Breach { get; init; }
}

/// <summary>The pinned mailbox and who reads it; activation of a protocol confirms that (W4).</summary>
public sealed record Mailbox : Sourced
{
    [JsonPropertyName("adres"), EmailAddress]
    public required string Address { get; init; }

    [JsonPropertyName("gelezenDoor"), Description("Wie de mailbox leest, naar functie."), MinLength(1)]
    public required string ReadBy { get; init; }

    [JsonPropertyName("bevestigdOp"), Description("null zolang niemand dat bevestigd heeft.")]
    public required DateOnly? ConfirmedOn { get; init; }

    [JsonPropertyName("bevestigdDoor"), MinLength(1)]
    public required string? ConfirmedBy { get; init; }
}

public sealed record ContactAddress : Sourced
{
    [JsonPropertyName("e-mail"), EmailAddress]
    public required string Mail { get; init; }

    [JsonPropertyName("e-mailInTekst"), Description("Zoals het gedrukt staat, waar dat verschilt.")]
    public string? MailPrinted { get; init; }
}

public sealed record ServicePhone : Sourced
{
    [JsonPropertyName("nummer"), RegularExpression(Patterns.Phone)]
    public required string Number { get; init; }

    /// <summary>As people in Belgium dial it.</summary>
    [JsonIgnore]
    public string Spoken => PhoneNumbers.PhoneNumberUtil.GetInstance().Format(
        PhoneNumbers.PhoneNumberUtil.GetInstance().Parse(Number, "BE"), PhoneNumbers.PhoneNumberFormat.NATIONAL);
}
