using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>What happened, as whoever noticed it can tell. Closed: a report has no free text, so that no person can stand in it.</summary>
public enum BreachSort
{
    [JsonStringEnumMemberName("verkeerde-ontvanger")] WrongReceiver,
    [JsonStringEnumMemberName("verlies")] Loss,
    [JsonStringEnumMemberName("onbevoegde-inzage")] UnauthorisedAccess,
    [JsonStringEnumMemberName("diefstal")] Theft,
    [JsonStringEnumMemberName("ransomware")] Ransomware,
    [JsonStringEnumMemberName("sleutel-gekend")] KeyKnown,
    [JsonStringEnumMemberName("andere")] Other,
}

/// <summary>Which supervisory authority was told. Which one is competent is for each controller's officer to say.</summary>
public enum SupervisoryAuthority
{
    [JsonStringEnumMemberName("vlaamse-toezichtcommissie")] FlemishCommission,
    [JsonStringEnumMemberName("gegevensbeschermingsautoriteit")] DataProtectionAuthority,
}

/// <summary>Why a party does not tell the authority (art. 33.1, 33.5: the reason is kept).</summary>
public enum NoNotificationReason
{
    /// <summary>Unlikely to result in a risk for the persons.</summary>
    [JsonStringEnumMemberName("geen-risico")] NoRisk,

    /// <summary>It concerns only what the other controller processes.</summary>
    [JsonStringEnumMemberName("andere-verantwoordelijke")] OtherController,
}

/// <summary>Why there is nothing to report after all.</summary>
public enum DismissalReason
{
    [JsonStringEnumMemberName("geen-inbreuk")] NoBreach,
    [JsonStringEnumMemberName("geen-persoonsgegevens")] NoPersonalData,
    [JsonStringEnumMemberName("dubbele-melding")] Double,
}

/// <summary>What was lost (EDPB, guidelines 9/2022: confidentiality, integrity, availability).</summary>
public enum BreachNature
{
    [JsonStringEnumMemberName("vertrouwelijkheid")] Confidentiality,
    [JsonStringEnumMemberName("integriteit")] Integrity,
    [JsonStringEnumMemberName("beschikbaarheid")] Availability,
}

/// <summary>How sensitive the data are.</summary>
public enum Sensitivity
{
    [JsonStringEnumMemberName("contactgegevens")] Contact,
    [JsonStringEnumMemberName("sociale-of-financiele-toestand")] SocialOrFinancial,
    [JsonStringEnumMemberName("bijzondere-of-strafrechtelijke-gegevens")] Special,
}

/// <summary>How likely it is that something happens to the persons.</summary>
public enum Likelihood
{
    [JsonStringEnumMemberName("onwaarschijnlijk")] Unlikely,
    [JsonStringEnumMemberName("mogelijk")] Possible,
    [JsonStringEnumMemberName("waarschijnlijk")] Likely,
}

/// <summary>How heavy that would be for them.</summary>
public enum Impact
{
    [JsonStringEnumMemberName("beperkt")] Limited,
    [JsonStringEnumMemberName("aanzienlijk")] Considerable,
    [JsonStringEnumMemberName("ernstig")] Severe,
}

/// <summary>What the assessment comes to: none is not told (art. 33.1), a risk to the authority, a high risk to the persons too (art. 34.1).</summary>
public enum Risk
{
    [JsonStringEnumMemberName("geen-risico")] None,
    [JsonStringEnumMemberName("risico")] Some,
    [JsonStringEnumMemberName("hoog-risico")] High,
}

/// <summary>What was done against the effects (art. 33.3 d).</summary>
public enum BreachMeasure
{
    /// <summary>It no longer goes on.</summary>
    [JsonStringEnumMemberName("inbreuk-gestopt")] Stopped,
    [JsonStringEnumMemberName("toegang-ingetrokken")] AccessRevoked,
    [JsonStringEnumMemberName("sleutel-vervangen")] KeyReplaced,
    [JsonStringEnumMemberName("kopie-gewist-verklaard")] CopyErased,
    [JsonStringEnumMemberName("bestand-teruggevonden")] Recovered,
    [JsonStringEnumMemberName("uitwisseling-geschorst")] Suspended,
    [JsonStringEnumMemberName("werkwijze-aangepast")] ProcedureChanged,
    [JsonStringEnumMemberName("techniek-aangepast")] TechnologyChanged,
    [JsonStringEnumMemberName("medewerkers-ingelicht")] StaffInstructed,
}

/// <summary>Why the persons are not told (art. 34.1, 34.3).</summary>
public enum NoPersonsGround
{
    /// <summary>Art. 34.1: only a high risk asks for it.</summary>
    [JsonStringEnumMemberName("geen-hoog-risico")] NoHighRisk,

    /// <summary>Art. 34.3 a.</summary>
    [JsonStringEnumMemberName("onbegrijpelijk-gemaakt")] Unintelligible,

    /// <summary>Art. 34.3 b.</summary>
    [JsonStringEnumMemberName("hoog-risico-weggenomen")] RiskRemoved,

    /// <summary>Art. 34.3 c: a public communication instead.</summary>
    [JsonStringEnumMemberName("onevenredige-inspanning")] Disproportionate,
}

/// <summary>In which mandate somebody took part in the consultation.</summary>
public enum ConsultMandate
{
    [JsonStringEnumMemberName("dpo")] Officer,
    [JsonStringEnumMemberName("plaatsvervangend-dpo")] Deputy,
    [JsonStringEnumMemberName("leidinggevende")] Head,
    [JsonStringEnumMemberName("informatieveiligheid")] Security,
    [JsonStringEnumMemberName("beheerder-systeem")] Operator,
}

/// <summary>What the consultation decided.</summary>
public enum ConsultDecision
{
    [JsonStringEnumMemberName("verder-onderzoeken")] InvestigateFurther,
    [JsonStringEnumMemberName("maatregelen-nemen")] TakeMeasures,
    [JsonStringEnumMemberName("schorsing-vragen")] AskSuspension,
    [JsonStringEnumMemberName("toezichthouder-inlichten")] TellAuthority,
    [JsonStringEnumMemberName("toezichthouder-niet-inlichten")] TellNoAuthority,
    [JsonStringEnumMemberName("betrokkenen-inlichten")] TellPersons,
    [JsonStringEnumMemberName("betrokkenen-niet-inlichten")] TellNoPersons,
    [JsonStringEnumMemberName("geen-inbreuk")] NoBreach,
}

/// <summary>Who took part: a mandate of a party, never a name.</summary>
/// <param name="Party">Null for the operator, who stands in no protocol.</param>
public sealed record ConsultParticipant(ConsultMandate Mandate, PartyId? Party = null);
