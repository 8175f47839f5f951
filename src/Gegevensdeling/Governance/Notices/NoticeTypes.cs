using System.Text.Json.Serialization;

namespace Gegevensdeling.Governance.Notices;

/// <summary>What is told: a change (art. 9), or that data will be passed on (Maldegem art. 4).</summary>
public enum NoticeSubject
{
    [JsonStringEnumMemberName("wetswijziging")] ChangeOfLaw,

    /// <summary>'Elke eventuele mededeling': told before it happens (D18).</summary>
    [JsonStringEnumMemberName("doorgifte")] OnwardDisclosure,

    [JsonStringEnumMemberName("verwerkers")] Processors,
}

/// <summary>What of the protocol a change of law touches (G13).</summary>
public enum NoticeTouch
{
    [JsonStringEnumMemberName("finaliteit")] Finality,
    [JsonStringEnumMemberName("proportionaliteit")] Proportionality,
    [JsonStringEnumMemberName("frequentie")] Frequency,
    [JsonStringEnumMemberName("duurtijd")] Duration,

    /// <summary>'enz.' in article 9.</summary>
    [JsonStringEnumMemberName("andere")] Other,
}

/// <summary>What follows from a change.</summary>
public enum NoticeConsequence
{
    [JsonStringEnumMemberName("geen-gevolg")] None,

    /// <summary>A new version, signed anew.</summary>
    [JsonStringEnumMemberName("protocol-aanpassen")] ChangeProtocol,

    /// <summary>G7: recorded in the life of the protocol.</summary>
    [JsonStringEnumMemberName("opzeggen")] GiveNotice,

    /// <summary>Of an announced disclosure: nothing is passed on any more, or it never was.</summary>
    [JsonStringEnumMemberName("doorgifte-gestopt")] Stopped,

    /// <summary>G8: the legal ground is gone; recorded in the life of the protocol.</summary>
    [JsonStringEnumMemberName("einde-van-rechtswege")] EndsByLaw,
}
