using System.Text.Json.Serialization;

namespace Gegevensdeling.Audit;

/// <summary>Everything that leaves a trace. Closed and append-only: a word that stands in a chain keeps its meaning for ever.</summary>
public enum AuditAction
{
    [JsonStringEnumMemberName("aangemaakt")]
    Created,

    [JsonStringEnumMemberName("verzegeld")]
    Sealed,

    /// <summary>W6: sealed again under a new key, the earlier file is void.</summary>
    [JsonStringEnumMemberName("herverzegeld")]
    Resealed,

    /// <summary>The mailbox or drop accepted the file; that is not delivery yet (W3).</summary>
    [JsonStringEnumMemberName("verzonden")]
    Delivered,

    [JsonStringEnumMemberName("niet-afgeleverd")]
    NotDelivered,

    /// <summary>W4: a social worker took the case.</summary>
    [JsonStringEnumMemberName("genomen")]
    Taken,

    /// <summary>The content was read in the application (W3).</summary>
    [JsonStringEnumMemberName("geopend")]
    Opened,

    /// <summary>The sealed file was fetched as it is.</summary>
    [JsonStringEnumMemberName("bestand-opgehaald")]
    FileFetched,

    [JsonStringEnumMemberName("ontvangst-bevestigd")]
    ReceiptConfirmed,

    [JsonStringEnumMemberName("sleutel-getoond")]
    KeyRevealed,

    [JsonStringEnumMemberName("sleutel-overgedragen")]
    KeyHandedOver,

    /// <summary>A party declared that its copy of the key is gone (P14, F4).</summary>
    [JsonStringEnumMemberName("sleutel-gewist-verklaard")]
    KeyWipeDeclared,

    [JsonStringEnumMemberName("contact-vastgelegd")]
    ContactRecorded,

    [JsonStringEnumMemberName("uitkomst-vastgelegd")]
    OutcomeRecorded,

    [JsonStringEnumMemberName("verbeterd")]
    Corrected,

    /// <summary>G17: wrong, incomplete or superfluous data were reported.</summary>
    [JsonStringEnumMemberName("fout-gemeld")]
    DefectReported,

    [JsonStringEnumMemberName("ingetrokken")]
    Withdrawn,

    /// <summary>Objection or restriction was recorded (W22).</summary>
    [JsonStringEnumMemberName("bezwaar-vastgelegd")]
    ObjectionRecorded,

    /// <summary>W7: the receiver is not the one it was for.</summary>
    [JsonStringEnumMemberName("niet-voor-ons")]
    NotForUs,

    [JsonStringEnumMemberName("onbereikbaar")]
    Unreachable,

    /// <summary>R10: handed over to the client file.</summary>
    [JsonStringEnumMemberName("in-clientdossier")]
    InClientFile,

    [JsonStringEnumMemberName("herinnerd")]
    Reminded,

    [JsonStringEnumMemberName("geescaleerd")]
    Escalated,

    /// <summary>A party declared that its own copies are gone.</summary>
    [JsonStringEnumMemberName("wissen-verklaard")]
    ErasureDeclared,

    [JsonStringEnumMemberName("gewist")]
    Erased,

    [JsonStringEnumMemberName("geschiedenis-opgeschoond")]
    HistoryPurged,

    /// <summary>A copy or key that no exchange claims was found and set apart.</summary>
    [JsonStringEnumMemberName("wees-gevonden")]
    OrphanFound,

    /// <summary>State or terms of an exchange were looked at, without content.</summary>
    [JsonStringEnumMemberName("ingezien")]
    Viewed,

    [JsonStringEnumMemberName("bewijs-opgevraagd")]
    EvidenceRequested,

    [JsonStringEnumMemberName("cijfers-opgevraagd")]
    FiguresRequested,

    /// <summary>G18: a breach was reported, or an assessment of one was started.</summary>
    [JsonStringEnumMemberName("gegevenslek-gemeld")]
    BreachReported,

    [JsonStringEnumMemberName("protocol-in-werking")]
    ProtocolActivated,

    [JsonStringEnumMemberName("protocol-geschorst")]
    ProtocolSuspended,

    [JsonStringEnumMemberName("protocol-beeindigd")]
    ProtocolEnded,

    /// <summary>W23: the names behind staff references of past years are gone.</summary>
    [JsonStringEnumMemberName("personeel-vergeten")]
    StaffForgotten,

    /// <summary>W21: an operator's emergency access.</summary>
    [JsonStringEnumMemberName("noodtoegang")]
    BreakGlass,

    /// <summary>What a telephone call decided was recorded (W5).</summary>
    [JsonStringEnumMemberName("telefonisch-vastgelegd")]
    RecordedByTelephone,

    /// <summary>W1: the receiver asks for the key.</summary>
    [JsonStringEnumMemberName("sleutel-gevraagd")]
    KeyRequested,

    /// <summary>W6: a key was lost, written down wrongly or may be known to others.</summary>
    [JsonStringEnumMemberName("sleutel-verloren")]
    KeyLost,

    /// <summary>R17: passed on to a partner that the protocol allows, with the client's consent.</summary>
    [JsonStringEnumMemberName("doorgegeven")]
    PassedOn,

    /// <summary>A step in the life of a protocol was recorded: advice, signature, publication, confirmation (G2, G3, G5).</summary>
    [JsonStringEnumMemberName("protocol-stap")]
    ProtocolStep,

    /// <summary>G7: notice was given.</summary>
    [JsonStringEnumMemberName("protocol-opgezegd")]
    ProtocolNotice,

    /// <summary>G10: a suspension was lifted by a named person.</summary>
    [JsonStringEnumMemberName("protocol-hervat")]
    ProtocolReleased,

    /// <summary>The system told somebody, or did what a dossier asked for.</summary>
    [JsonStringEnumMemberName("stap-gezet")]
    StepTaken,

    /// <summary>G18: what was done about a breach was recorded.</summary>
    [JsonStringEnumMemberName("gegevenslek-behandeld")]
    BreachHandled,

    /// <summary>G17: what was done about wrong data was recorded.</summary>
    [JsonStringEnumMemberName("fout-behandeld")]
    DefectHandled,

    /// <summary>What was done about an objection or a restriction was recorded (W22).</summary>
    [JsonStringEnumMemberName("bezwaar-behandeld")]
    ObjectionHandled,

    /// <summary>G13, G14, G21, R16: a notice of change, a processor, an access review or an evaluation was recorded.</summary>
    [JsonStringEnumMemberName("opvolging-vastgelegd")]
    FollowUpRecorded,

    /// <summary>F9: a party signed the head of a chain with a key of its own.</summary>
    [JsonStringEnumMemberName("kop-medeondertekend")]
    HeadCountersigned,

    /// <summary>D17: a party took the audit events of its own protocol out, in the shape of a register.</summary>
    [JsonStringEnumMemberName("audit-uitgevoerd")]
    AuditExported,

    /// <summary>F12: a person's question which data there are was answered. It stands on no exchange and says nothing of whom.</summary>
    [JsonStringEnumMemberName("inzage-beantwoord")]
    PersonAnswered,

    /// <summary>F1: another key signs from now on; the event has its id. It stands on no exchange.</summary>
    [JsonStringEnumMemberName("ondertekensleutel-vernieuwd")]
    SigningKeyRenewed,
}
