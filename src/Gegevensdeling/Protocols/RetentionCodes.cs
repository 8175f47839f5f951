using System.Text.Json.Serialization;

namespace Gegevensdeling.Protocols;

/// <summary>What ends a retention (art. 3).</summary>
public enum RetentionEnd
{
    /// <summary>Contact was made and it is clear whether the client wants help (R9).</summary>
    [JsonStringEnumMemberName("contact-en-uitkomst-bekend")] OutcomeKnown,

    /// <summary>A term after <see cref="RetentionStart"/>.</summary>
    [JsonStringEnumMemberName("termijn")] Term,

    /// <summary>The file no longer serves processing and validation, at the latest after the term (P12).</summary>
    [JsonStringEnumMemberName("irrelevant-uiterlijk-termijn")] IrrelevantOrTerm,

    /// <summary>The other side confirmed receipt, at the latest after the term (P13).</summary>
    [JsonStringEnumMemberName("ontvangst-bevestigd-uiterlijk-termijn")] ReceiptOrTerm,

    /// <summary>The collection is closed or the debt paid (D8).</summary>
    [JsonStringEnumMemberName("invordering-beeindigd")] CollectionEnded,

    /// <summary>At once (D5).</summary>
    [JsonStringEnumMemberName("onmiddellijk")] AtOnce,
}

/// <summary>From when a term runs.</summary>
public enum RetentionStart
{
    [JsonStringEnumMemberName("ontstaan-van-de-kopie")] CopyMade,
    [JsonStringEnumMemberName("afsluiten-van-het-clientdossier")] ClientFileClosed,
    [JsonStringEnumMemberName("vaststelling-geen-client")] FoundNoClient,
    [JsonStringEnumMemberName("intrekking-of-weigering")] WithdrawnOrRefused,
}

public enum TermUnit
{
    [JsonStringEnumMemberName("uren")] Hours,
    [JsonStringEnumMemberName("dagen")] Days,
    [JsonStringEnumMemberName("maanden")] Months,
    [JsonStringEnumMemberName("jaren")] Years,
}
