using System.Text.Json.Serialization;

namespace Gegevensdeling.Governance.Objections;

/// <summary>Which right the person uses.</summary>
public enum ObjectionRight
{
    /// <summary>Art. 21 GDPR.</summary>
    [JsonStringEnumMemberName("bezwaar")] Objection,

    /// <summary>Art. 18 GDPR.</summary>
    [JsonStringEnumMemberName("beperking")] Restriction,
}

/// <summary>Why restriction is asked for: art. 18.1 GDPR, a to d.</summary>
public enum RestrictionGround
{
    [JsonStringEnumMemberName("juistheid-betwist")] AccuracyContested,
    [JsonStringEnumMemberName("onrechtmatig")] Unlawful,
    [JsonStringEnumMemberName("nodig-voor-rechtsvordering")] NeededForClaim,
    [JsonStringEnumMemberName("bezwaar-loopt")] ObjectionPending,
}

/// <summary>What the controller decides.</summary>
public enum ObjectionVerdict
{
    /// <summary>An objection: the referral is erased. A restriction: it stays restricted until it is lifted.</summary>
    [JsonStringEnumMemberName("gegrond")] Upheld,

    /// <summary>The referral goes on, once the person was told why and where to complain (art. 12.4, 18.3 GDPR).</summary>
    [JsonStringEnumMemberName("ongegrond")] Rejected,

    /// <summary>Well founded, in a file of many people: the row of this person is not used any more, and the file goes on without it once the person was told.</summary>
    [JsonStringEnumMemberName("rij-niet-meer-gebruiken")] RowUnused,

    /// <summary>The restriction ends, once the person was told (art. 18.3 GDPR).</summary>
    [JsonStringEnumMemberName("opgeheven")] Lifted,
}

/// <summary>Why an objection was rejected, or a restriction rejected or lifted. A code, no free text.</summary>
public enum ObjectionGround
{
    /// <summary>Art. 21.1: compelling legitimate grounds that override.</summary>
    [JsonStringEnumMemberName("dwingende-gronden")] CompellingGrounds,

    /// <summary>Art. 21.1, 18.1: establishment, exercise or defence of legal claims.</summary>
    [JsonStringEnumMemberName("rechtsvordering")] LegalClaim,

    /// <summary>The right does not exist against this processing; consent can be withdrawn instead.</summary>
    [JsonStringEnumMemberName("recht-niet-van-toepassing")] NotApplicable,

    /// <summary>Art. 12.5 b.</summary>
    [JsonStringEnumMemberName("kennelijk-ongegrond-of-buitensporig")] ManifestlyUnfounded,

    /// <summary>Art. 18.1 a: the accuracy was verified.</summary>
    [JsonStringEnumMemberName("juistheid-nagegaan")] AccuracyVerified,

    /// <summary>Art. 18.1 c: not needed for the claim any more.</summary>
    [JsonStringEnumMemberName("vordering-afgerond")] ClaimSettled,

    /// <summary>Art. 18.1 d: it was decided whose grounds override.</summary>
    [JsonStringEnumMemberName("bezwaar-beslist")] ObjectionDecided,

    /// <summary>The person takes the request back.</summary>
    [JsonStringEnumMemberName("verzoek-ingetrokken")] Retracted,
}

/// <summary>Why the month becomes three (art. 12.3 GDPR).</summary>
public enum ExtensionReason
{
    [JsonStringEnumMemberName("complex")] Complex,
    [JsonStringEnumMemberName("veel-verzoeken")] ManyRequests,
}
