using System.Text.Json.Serialization;

namespace Gegevensdeling.Protocols;

/// <summary>Which of the three exchanges the protocol governs.</summary>
public enum ProtocolKind
{
    [JsonStringEnumMemberName("doorverwijzing")] Referral,
    [JsonStringEnumMemberName("groeipakket")] Groeipakket,
    [JsonStringEnumMemberName("debiteuren")] Debtors,
}

/// <summary>The people who act in a protocol, by what they do in it.</summary>
public enum ProtocolRole
{
    [JsonStringEnumMemberName("teamlid")] TeamMember,
    [JsonStringEnumMemberName("maatschappelijk-werker")] SocialWorker,
    [JsonStringEnumMemberName("functionaris-gegevensbescherming")] DataProtectionOfficer,
    [JsonStringEnumMemberName("kadaster-en-fluxen")] RegisterTeam,
    [JsonStringEnumMemberName("debiteurenteam")] DebtTeam,
}

/// <summary>How a file travels.</summary>
public enum ChannelKind
{
    [JsonStringEnumMemberName("mail")] Mail,
    [JsonStringEnumMemberName("sftp")] Sftp,
    [JsonStringEnumMemberName("netwerkmap")] SharedFolder,
}

/// <summary>How a key travels; never the file's own channel (P4, F4).</summary>
public enum KeyChannel
{
    [JsonStringEnumMemberName("telefoon")] Telephone,
    [JsonStringEnumMemberName("sms")] Sms,
}

/// <summary>How often data may go (art. 5).</summary>
public enum Periodicity
{
    [JsonStringEnumMemberName("telkens-wanneer-aangewezen")] WhenIndicated,
    [JsonStringEnumMemberName("eenmalig")] Once,
    [JsonStringEnumMemberName("maandelijks")] Monthly,
}

/// <summary>How long the exchange lasts (G11).</summary>
public enum DurationKind
{
    [JsonStringEnumMemberName("duur-samenwerkingsovereenkomst")] AsTheAgreement,
    [JsonStringEnumMemberName("eenmalig")] Once,
    [JsonStringEnumMemberName("onbepaald")] Indefinite,
}

/// <summary>What a data protection officer's advice came to; the texts do not always say.</summary>
public enum AdviceSense
{
    [JsonStringEnumMemberName("positief")] Positive,
    [JsonStringEnumMemberName("met-opmerkingen")] WithRemarks,
    [JsonStringEnumMemberName("negatief")] Negative,
    [JsonStringEnumMemberName("niet-vermeld")] NotStated,
}

/// <summary>A mandate is held by a person or by a service (W2).</summary>
public enum MandateHolder
{
    [JsonStringEnumMemberName("persoon")] Person,
    [JsonStringEnumMemberName("dienst")] Service,
}

public enum SignatureForm
{
    [JsonStringEnumMemberName("digitaal")] Digital,
    [JsonStringEnumMemberName("met-de-hand")] ByHand,
    [JsonStringEnumMemberName("niet-vermeld")] NotStated,
}

/// <summary>Why a protocol ended other than by notice (G8, G9).</summary>
public enum EndCause
{
    [JsonStringEnumMemberName("rechtsgrond-vervallen")] GroundLapsed,
    [JsonStringEnumMemberName("gegevens-vernietigd")] DataDestroyed,
    [JsonStringEnumMemberName("inbreuk")] Breach,
}

/// <summary>The duties that the parties owe each other (art. 7 and 9).</summary>
public enum DutyKind
{
    [JsonStringEnumMemberName("onjuiste-gegevens-melden")] DataQuality,
    [JsonStringEnumMemberName("gegevenslek-melden")] Breach,
    [JsonStringEnumMemberName("wetswijziging-melden")] ChangeOfLaw,
    [JsonStringEnumMemberName("verwerkers-melden")] Processors,
    [JsonStringEnumMemberName("bewijs-leveren")] Proof,
    [JsonStringEnumMemberName("doorgifte-melden")] OnwardDisclosure,
    [JsonStringEnumMemberName("betrokkenen-informeren")] InformPersons,
}
