using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>
/// One protocol as data (F5): everything that one text settles, with the article behind it. A new municipality is a new file and no code.
/// Read with <see cref="ProtocolFile.Parse(string, ReadOnlySpan{byte})"/>; nothing else makes one in production.
/// </summary>
[Description("Eén protocol: het recht als gegevens. Elk onderdeel draagt zijn bron.")]
public sealed record Protocol : Sourced
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-2)]
    public string? Schema { get; init; }

    [JsonPropertyName("id"), Description("De naam van het protocol, gelijk aan de bestandsnaam.")]
    public required ProtocolId Id { get; init; }

    [JsonPropertyName("versie"), Description("Telt de herzieningen van dit bestand; een uitwisseling eindigt onder de versie waarmee ze begon."), Range(1, 9999)]
    public required int Version { get; init; }

    [JsonPropertyName("soort"), Description("Welke uitwisseling het protocol regelt.")]
    public required ProtocolKind Kind { get; init; }

    [JsonPropertyName("naam"), Description("Korte naam om mee te citeren, zoals 'Mechelen'."), MinLength(1)]
    public required string Name { get; init; }

    [JsonPropertyName("titel")]
    public required SourcedText Title { get; init; }

    [JsonPropertyName("tekst"), Description("Hoe de tekst is opgebouwd en wat hij over zichzelf zegt; de linter leest dit.")]
    public required ProtocolText Text { get; init; }

    [JsonPropertyName("partijen"), MinLength(2)]
    public required IReadOnlyList<Party> Parties { get; init; }

    [JsonPropertyName("adviezen"), Description("Adviezen van de functionarissen voor gegevensbescherming.")]
    public required IReadOnlyList<Advice> Advices { get; init; }

    [JsonPropertyName("samenwerkingsovereenkomst"), Description("De onderliggende overeenkomst; verplicht bij een doorverwijzing.")]
    public Agreement? Agreement { get; init; }

    [JsonPropertyName("rechtsgronden"), MinLength(1)]
    public required IReadOnlyList<LegalGround> LegalGrounds { get; init; }

    [JsonPropertyName("doeleinden"), MinLength(1)]
    public required IReadOnlyList<Purpose> Purposes { get; init; }

    [JsonPropertyName("gegevens"), Description("Welke gegevens, en geen andere."), MinLength(1)]
    public required IReadOnlyList<DataField> Fields { get; init; }

    [JsonPropertyName("stromen"), Description("Wie wat aan wie geeft, in volgorde."), MinLength(1)]
    public required IReadOnlyList<Flow> Flows { get; init; }

    [JsonPropertyName("ontvangers"), Description("Wie bij de ontvanger, en welke derden.")]
    public required IReadOnlyList<Recipient> Recipients { get; init; }

    [JsonPropertyName("contactpunten"), MinLength(1)]
    public required IReadOnlyList<ContactPoints> Contacts { get; init; }

    [JsonPropertyName("bewaring")]
    public required Retention Retention { get; init; }

    [JsonPropertyName("looptijd")]
    public required Duration Duration { get; init; }

    [JsonPropertyName("bekendmakingen"), Description("Waar elke partij het protocol publiceert.")]
    public required IReadOnlyList<Publication> Publications { get; init; }

    [JsonPropertyName("verwerkers"), Description("De verwerkers van elke partij, de beheerder van dit systeem inbegrepen."), MinLength(1)]
    public required IReadOnlyList<Processor> Processors { get; init; }

    [JsonPropertyName("maatregelen"), Description("Beveiligingsmaatregelen die een partij moet kunnen aantonen.")]
    public required IReadOnlyList<SecurityMeasure> Measures { get; init; }

    [JsonPropertyName("machtigingen"), Description("Machtigingen voor het Rijksregister.")]
    public required IReadOnlyList<Authorisation> Authorisations { get; init; }

    [JsonPropertyName("plichten"), Description("Wat partijen elkaar melden.")]
    public required IReadOnlyList<Duty> Duties { get; init; }

    [JsonPropertyName("dpia")]
    public required ImpactAssessment ImpactAssessment { get; init; }

    [JsonPropertyName("informatie")]
    public required Information Information { get; init; }

    [JsonPropertyName("rechtbank")]
    public required Court Court { get; init; }

    [JsonPropertyName("ondertekening")]
    public required Signing Signing { get; init; }

    [JsonPropertyName("doorverwijzing"), Description("Alleen bij een doorverwijzing, en daar verplicht.")]
    public ReferralSettings? Referral { get; init; }

    [JsonPropertyName("groeipakket"), Description("Alleen bij een Groeipakketvraag, en daar verplicht.")]
    public GroeipakketSettings? Groeipakket { get; init; }

    [JsonPropertyName("debiteuren"), Description("Alleen bij een debiteurenprotocol, en daar verplicht.")]
    public DebtorSettings? Debtors { get; init; }

    [JsonPropertyName("aanvaardeBevindingen"), Description("Gebreken in de tekst die iemand met naam en reden aanvaardt.")]
    public required IReadOnlyList<AcceptedFinding> AcceptedFindings { get; init; }

    /// <summary>The body that gives in the first flow.</summary>
    [JsonIgnore]
    public PartyId Sender => Flows[0].From[0];

    /// <summary>The body that gets in the first flow.</summary>
    [JsonIgnore]
    public PartyId Receiver => Flows[0].To[0];

    /// <exception cref="InvalidOperationException">The body is no party; ask <see cref="IsParty"/> first.</exception>
    public Party Party(PartyId id) => Parties.Single(party => party.Id == id);

    public bool IsParty(PartyId id) => Parties.Any(party => party.Id == id);

    public ContactPoints ContactsOf(PartyId id) => Contacts.Single(contacts => contacts.Party == id);

    /// <summary>Names the place in the text, for example <c>Mechelen art. 11</c>.</summary>
    public string Cite(Sourced part) => $"{Name} {part.Source}";
}
