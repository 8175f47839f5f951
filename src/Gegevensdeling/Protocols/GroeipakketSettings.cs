using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>What a Groeipakket request needs beyond the common parts (P2, P5, P15, X7).</summary>
public sealed record GroeipakketSettings : Sourced
{
    /// <summary>The flow of the question.</summary>
    public const string RequestFlow = "aanvraag";

    /// <summary>The flow of the answer.</summary>
    public const string AnswerFlow = "antwoord";

    /// <summary>The child's number: what is asked by, and the first column of the answer.</summary>
    public const string ChildField = "insz-kind";

    /// <summary>Whether the child is entitled: two words, first the one for yes.</summary>
    public const string RightField = "recht-sociale-toeslag";

    /// <summary>The beneficiaries' numbers, a column each.</summary>
    public const string BeneficiaryField = "insz-begunstigde";

    /// <summary>The period of payment; delivered only where the file gives it a column (X8).</summary>
    public const string PeriodField = "betalingsperiode";

    [JsonPropertyName("leeftijdVan"), Description("Jongste leeftijd in jaren, inbegrepen."), Range(0, 25)]
    public required int AgeFrom { get; init; }

    [JsonPropertyName("leeftijdTot"), Description("Leeftijd in jaren die op geen dag van de periode bereikt mag zijn ('0 tot 25': nog geen 25)."), Range(0, 25)]
    public required int AgeTo { get; init; }

    [JsonPropertyName("periodeVanaf"), Description("De dag waarmee de periode begint waarin het kind recht geeft.")]
    public required DateOnly PeriodFrom { get; init; }

    [JsonPropertyName("grens"), Description("Of die dag zelf meetelt: 'vanaf' of 'na'.")]
    public required BoundaryRule Boundary { get; init; }

    [JsonPropertyName("meesteBegunstigden"), Description("Zoveel kolommen voor begunstigden."), Range(1, 2)]
    public required int MostBeneficiaries { get; init; }

    [JsonPropertyName("dienst"), Description("De partij waarvan alleen de sociale dienst het antwoord ziet, wie van de ontvangers ook vroeg.")]
    public required PartyId Service { get; init; }

    [JsonPropertyName("sleutelPogingen"), Description("Zo vaak mag een sleutel die niet past, worden ingevoerd."), Range(1, 10)]
    public required int KeyAttempts { get; init; }

    [JsonPropertyName("uittrekselBewarenDagen"), Description("Hoogstens zoveel dagen blijft een opgeladen uittreksel van het kadaster staan."), Range(1, 366)]
    public required int ExtractDays { get; init; }

    [JsonPropertyName("opvolging")]
    public required GroeipakketFollowUp FollowUp { get; init; }

    /// <summary>First day of the period: that of the text, or the day after it (X7).</summary>
    [JsonIgnore]
    public DateOnly FirstDay => Boundary == BoundaryRule.From ? PeriodFrom : PeriodFrom.AddDays(1);
}

/// <summary>Whether the day that a text names counts itself; the text says both (X7).</summary>
public enum BoundaryRule
{
    [JsonStringEnumMemberName("vanaf")] From,
    [JsonStringEnumMemberName("na")] After,
}

/// <summary>Reminders of a Groeipakket request, in Belgian working days where the name says so.</summary>
public sealed record GroeipakketFollowUp : Sourced
{
    [JsonPropertyName("aanvragerNaWerkdagen"), Description("Verkeerde rijen in de aanvraag: de aanvrager krijgt na zoveel werkdagen opnieuw de vraag."), Range(1, 30)]
    public required int RequesterAfter { get; init; }

    [JsonPropertyName("antwoordNaWerkdagen"), Description("Nog geen antwoord: het team wordt herinnerd."), Range(1, 250)]
    public required int AnswerAfter { get; init; }

    [JsonPropertyName("ontvangstNaWerkdagen"), Description("Ontvangst niet bevestigd: de dienst wordt herinnerd."), Range(1, 30)]
    public required int ReceiptAfter { get; init; }

    [JsonPropertyName("hoofdNaWerkdagen"), Description("Ontvangst nog altijd niet bevestigd: het hoofd van de dienst."), Range(1, 250)]
    public required int HeadAfter { get; init; }

    [JsonPropertyName("herhalingElkeWerkdagen"), Description("Daarna een herinnering, telkens na zoveel werkdagen."), Range(1, 250)]
    public required int RepeatEvery { get; init; }

    [JsonPropertyName("irrelevantieElkeMaanden"), Description("De vraag of het bestand nog nodig is, telkens na zoveel maanden."), Range(1, 12)]
    public required int RelevanceEveryMonths { get; init; }

    [JsonPropertyName("laatsteWaarschuwingDagen"), Description("De laatste waarschuwing, zoveel dagen voor het jaar om is."), Range(1, 365)]
    public required int LastWarningDays { get; init; }

    [JsonPropertyName("foutBevestigenNaWerkdagen"), Description("Een gemelde fout: het team bevestigt de melding binnen zoveel werkdagen."), Range(1, 30)]
    public required int AcknowledgeDefectAfter { get; init; }

    [JsonPropertyName("foutOnderzoekenNaWerkdagen"), Description("Een gemelde fout: onderzocht en behandeld binnen zoveel werkdagen ('binnen een redelijke termijn')."), Range(1, 250)]
    public required int InvestigateDefectAfter { get; init; }
}
