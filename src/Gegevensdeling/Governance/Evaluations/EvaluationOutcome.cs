using System.Text.Json.Serialization;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>What an evaluation decided. Codes; what was said stands in the minutes.</summary>
public enum EvaluationOutcome
{
    [JsonStringEnumMemberName("ongewijzigd-verder")] GoesOnUnchanged,

    /// <summary>A change is a new version of the protocol, signed anew.</summary>
    [JsonStringEnumMemberName("protocol-aanpassen")] ChangeProtocol,

    /// <summary>R19: the wishes for other fields were discussed.</summary>
    [JsonStringEnumMemberName("velden-besproken")] FieldsDiscussed,

    [JsonStringEnumMemberName("werking-bijsturen")] AdjustPractice,

    /// <summary>Security measures (art. 6) are adapted.</summary>
    [JsonStringEnumMemberName("maatregelen-aanpassen")] AdjustMeasures,

    /// <summary>Notice is given in the life of the protocol itself.</summary>
    [JsonStringEnumMemberName("opzeggen")] GiveNotice,
}
