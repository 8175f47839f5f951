using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>One direction of the exchange: who gives which data to whom. A protocol with phases has one flow a phase.</summary>
public sealed record Flow : Sourced
{
    [JsonPropertyName("code"), RegularExpression(Patterns.Word)]
    public required string Code { get; init; }

    [JsonPropertyName("fase"), Description("Volgnummer, vanaf 1."), Range(1, 9)]
    public required int Phase { get; init; }

    [JsonPropertyName("van"), MinLength(1)]
    public required IReadOnlyList<PartyId> From { get; init; }

    [JsonPropertyName("naar"), MinLength(1)]
    public required IReadOnlyList<PartyId> To { get; init; }

    [JsonPropertyName("betreft"), Description("Over wie de gegevens gaan."), MinLength(1)]
    public required string About { get; init; }

    [JsonPropertyName("gegevens"), Description("Codes uit 'gegevens': deze en geen andere."), MinLength(1)]
    public required IReadOnlyList<string> Fields { get; init; }

    [JsonPropertyName("periodiciteit")]
    public required FlowPeriodicity Periodicity { get; init; }

    [JsonPropertyName("kanalen"), Description("In volgorde van voorkeur."), MinLength(1)]
    public required IReadOnlyList<Channel> Channels { get; init; }

    [JsonPropertyName("sleutel"), Description("Wie de sleutel aan wie geeft; null waar geen verzegeld bestand gaat.")]
    public required KeyHandover? Key { get; init; }
}

public sealed record FlowPeriodicity : Sourced
{
    [JsonPropertyName("waarde")]
    public required Periodicity Value { get; init; }

    [JsonPropertyName("tekst"), MinLength(1)]
    public required string Text { get; init; }
}

/// <summary>A way for the file; those after the first are for when the earlier ones cannot be used.</summary>
public sealed record Channel : Sourced
{
    [JsonPropertyName("soort")]
    public required ChannelKind Kind { get; init; }

    [JsonPropertyName("adres"), Description("Mailadres, sftp-adres of map; bij mail het enige adres waarheen verzonden mag worden."), MinLength(1)]
    public required string Address { get; init; }

    [JsonPropertyName("noodoplossing"), Description("Alleen met een opgetekende reden en een goedkeurder.")]
    public required bool Fallback { get; init; }

    [JsonPropertyName("bestand"), Description("Een naam voor het bestand, waar de tekst meer dan één stroom in hetzelfde bestand laat gaan."), RegularExpression(Patterns.Word)]
    public string? File { get; init; }

    [JsonPropertyName("versleuteling"), Description("null waar de tekst geen verzegeld bestand vraagt.")]
    public required Encryption? Encryption { get; init; }
}

/// <summary>How the file is sealed; part of its <see cref="Channel"/>, so with that source.</summary>
public sealed record Encryption
{
    [JsonPropertyName("algoritme"), RegularExpression("^AES-256$")]
    public required string Algorithm { get; init; }

    [JsonPropertyName("formaat"), RegularExpression("^7z$")]
    public required string Format { get; init; }
}

/// <summary>The roles and the channel of the key (W1); two different persons, never the file's channel (F4).</summary>
public sealed record KeyHandover : Sourced
{
    [JsonPropertyName("van")]
    public required ProtocolRole From { get; init; }

    [JsonPropertyName("naar")]
    public required ProtocolRole To { get; init; }

    [JsonPropertyName("kanalen"), Description("In volgorde van voorkeur."), MinLength(1)]
    public required IReadOnlyList<KeyChannel> Channels { get; init; }

    [JsonPropertyName("nummer"), Description("Het nummer dat de ontvanger van de sleutel opneemt, waar de tekst er een geeft."), RegularExpression(Patterns.Phone)]
    public required string? Number { get; init; }

    [JsonPropertyName("herinneringNaWerkdagen"), Description("Werkdagen waarna een niet overgedragen sleutel wordt gemeld, oplopend."), Range(1, 60)]
    public required IReadOnlyList<int> ReminderWorkingDays { get; init; }
}
