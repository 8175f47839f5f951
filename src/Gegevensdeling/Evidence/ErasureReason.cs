using System.Text.Json.Serialization;

namespace Gegevensdeling.Evidence;

/// <summary>Why an exchange was erased. Closed: a new reason is a new member, never another meaning of an old one.</summary>
public enum ErasureReason
{
    /// <summary>R12: withdrawn at the team, which told the OCMW.</summary>
    [JsonStringEnumMemberName("ingetrokken-team")]
    WithdrawnAtSender,

    /// <summary>R13: withdrawn at the OCMW; the team is not told.</summary>
    [JsonStringEnumMemberName("ingetrokken-ocmw")]
    WithdrawnAtReceiver,

    /// <summary>R11: the client wants no further help.</summary>
    [JsonStringEnumMemberName("geen-hulp-gewenst")]
    NoHelpWanted,

    /// <summary>R10: a client file holds the data from now on.</summary>
    [JsonStringEnumMemberName("clientdossier")]
    ClientFile,

    /// <summary>W7: refused by the receiver as not its own.</summary>
    [JsonStringEnumMemberName("niet-voor-ons")]
    NotForUs,

    /// <summary>W10: a named worker decided that the client cannot be reached.</summary>
    [JsonStringEnumMemberName("onbereikbaar")]
    Unreachable,

    /// <summary>G9, G10: the protocol was ended or suspended and the data had to go.</summary>
    [JsonStringEnumMemberName("beeindigd")]
    ProtocolEnded,

    /// <summary>W22: objection or restriction, or erasure on request of the person concerned (art. 17, 21 GDPR).</summary>
    [JsonStringEnumMemberName("verzoek-betrokkene")]
    RequestedBySubject,

    /// <summary>A term of the protocol ran out.</summary>
    [JsonStringEnumMemberName("termijn")]
    TermEnded,

    /// <summary>P12: the receiver no longer needs the file.</summary>
    [JsonStringEnumMemberName("niet-meer-nodig")]
    NoLongerNeeded,

    /// <summary>P13: receipt of the answer was confirmed.</summary>
    [JsonStringEnumMemberName("ontvangst-bevestigd")]
    ReceiptConfirmed,

    /// <summary>Sealed or delivered in error, or replaced by a new file (W6).</summary>
    [JsonStringEnumMemberName("vervallen")]
    Voided,

    /// <summary>A copy or key that no exchange claimed (design 4).</summary>
    [JsonStringEnumMemberName("wees")]
    Orphan,
}
