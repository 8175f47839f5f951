using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Protocols;

/// <summary>What a referral needs beyond the common parts.</summary>
public sealed record ReferralSettings : Sourced
{
    [JsonPropertyName("gebied")]
    public required Territory Territory { get; init; }

    [JsonPropertyName("opvolging")]
    public required FollowUp FollowUp { get; init; }

    [JsonPropertyName("wissen")]
    public required ErasureClause Erasure { get; init; }

    [JsonPropertyName("gbo")]
    public required BroadIntake BroadIntake { get; init; }

    [JsonPropertyName("evaluatie")]
    public required Evaluation Evaluation { get; init; }
}

/// <summary>Residence is a table of postcodes (W7); Brussels goes to the CAW (R3).</summary>
public sealed record Territory : Sourced
{
    [JsonPropertyName("postcodes"), Description("Het grondgebied van het OCMW."), MinLength(1), RegularExpression(Patterns.Postcode)]
    public required IReadOnlyList<string> Postcodes { get; init; }

    [JsonPropertyName("brussel")]
    public required BrusselsPointer Brussels { get; init; }

    /// <summary>True when this body serves the postcode.</summary>
    public bool Contains(string postcode) => Postcodes.Contains(postcode, StringComparer.Ordinal);
}

/// <summary>Where a Brussels family is pointed to until a CAW protocol is loaded.</summary>
public sealed record BrusselsPointer : Sourced
{
    [JsonPropertyName("van"), RegularExpression(Patterns.Postcode)]
    public required string First { get; init; }

    [JsonPropertyName("tot"), Description("Laatste postcode, inbegrepen."), RegularExpression(Patterns.Postcode)]
    public required string Last { get; init; }

    [JsonPropertyName("verwijsNaar"), MinLength(1)]
    public required string PointTo { get; init; }

    public bool Contains(string postcode) =>
        postcode.Length == First.Length
        && string.CompareOrdinal(First, postcode) <= 0
        && string.CompareOrdinal(postcode, Last) <= 0;
}

/// <summary>Reminders and escalation, all in Belgian working days (W3, W4, W10, W20, R14).</summary>
public sealed record FollowUp : Sourced
{
    [JsonPropertyName("ongeopendNaWerkdagen"), Description("Niet geopend: de verwijzer telefoneert, de collega's worden verwittigd."), Range(1, 30)]
    public required int UnopenedAfter { get; init; }

    [JsonPropertyName("nietOpgenomenCollegasNaWerkdagen"), Description("Niemand nam de doorverwijzing op: de collega's."), Range(1, 30)]
    public required int UntakenColleaguesAfter { get; init; }

    [JsonPropertyName("nietOpgenomenHoofdNaWerkdagen"), Description("Nog altijd niemand: het hoofd van de dienst."), Range(1, 30)]
    public required int UntakenHeadAfter { get; init; }

    [JsonPropertyName("herinneringElkeWerkdagen"), Description("Zonder uitkomst: een herinnering, telkens na zoveel werkdagen."), Range(1, 250)]
    public required int ReminderEvery { get; init; }

    [JsonPropertyName("escalatieNaWerkdagen"), Description("Zonder uitkomst: het hoofd van de dienst, na zoveel werkdagen."), Range(1, 250)]
    public required int EscalationAfter { get; init; }

    [JsonPropertyName("onbereikbaarNaWerkdagen"), Description("Eigen termijn van het OCMW waarna een medewerker beslist over een onbereikbare cliënt."), Range(1, 250)]
    public required int UnreachableAfter { get; init; }

    [JsonPropertyName("verbeteringBevestigenNaWerkdagen"), Description("Een gemelde fout: het team bevestigt de melding binnen zoveel werkdagen."), Range(1, 30)]
    public required int AcknowledgeDefectAfter { get; init; }

    [JsonPropertyName("verbeteringOnderzoekenNaWerkdagen"), Description("Een gemelde fout: onderzocht en behandeld binnen zoveel werkdagen ('binnen redelijke termijn')."), Range(1, 250)]
    public required int InvestigateDefectAfter { get; init; }
}

/// <summary>The FAQ's proposed clause on erasure, adopted or not (R11), and the limit within which data are gone (R12, R13).</summary>
public sealed record ErasureClause : Sourced
{
    [JsonPropertyName("clausuleOvergenomen")]
    public required bool Adopted { get; init; }

    [JsonPropertyName("clausule"), MinLength(1)]
    public required string Text { get; init; }

    [JsonPropertyName("binnenUren"), Description("Uiterste termijn na intrekking, weigering of 'niet voor ons'."), Range(1, 24)]
    public required int WithinHours { get; init; }
}

/// <summary>The integrated broad intake (GBO): onward sharing needs an agreement that exists and the client's consent (R17).</summary>
public sealed record BroadIntake : Sourced
{
    [JsonPropertyName("overeenkomstBestaat")]
    public required bool AgreementExists { get; init; }

    [JsonPropertyName("toestemmingVereist")]
    public required bool ConsentRequired { get; init; }

    [JsonPropertyName("overeenkomst"), Description("Referentie; verplicht waar ze bestaat.")]
    public string? Agreement { get; init; }
}

/// <summary>Yearly figures without personal data (R16).</summary>
public sealed record Evaluation : Sourced
{
    [JsonPropertyName("elkeMaanden"), Range(1, 60)]
    public required int EveryMonths { get; init; }

    [JsonPropertyName("kleinsteCel"), Description("Aantallen van 1 tot onder deze drempel worden niet getoond."), Range(2, 100)]
    public required int SmallestCell { get; init; }
}
