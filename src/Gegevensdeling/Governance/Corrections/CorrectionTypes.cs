using System.Text.Json.Serialization;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>What is the matter with a datum, in the words of article 7.</summary>
public enum DefectKind
{
    [JsonStringEnumMemberName("foutief")] Wrong,
    [JsonStringEnumMemberName("onnauwkeurig")] Inexact,
    [JsonStringEnumMemberName("onvolledig")] Incomplete,
    [JsonStringEnumMemberName("ontbrekend")] Missing,
    [JsonStringEnumMemberName("verouderd")] Outdated,
    [JsonStringEnumMemberName("overtollig")] Superfluous,
}

/// <summary>The 'gepaste maatregelen' of article 7.</summary>
public enum CorrectionMeasure
{
    /// <summary>New content took the place of the old.</summary>
    [JsonStringEnumMemberName("verbeterd")] Corrected,

    /// <summary>Superfluous: the copy goes.</summary>
    [JsonStringEnumMemberName("gewist")] Erased,

    [JsonStringEnumMemberName("niet-gegrond")] Unfounded,
}

/// <summary>Why a report is not founded: a code, no free text (G19).</summary>
public enum UnfoundedReason
{
    [JsonStringEnumMemberName("gegeven-klopt")] DataAreRight,
    [JsonStringEnumMemberName("niet-te-bevestigen")] NotConfirmable,
    [JsonStringEnumMemberName("client-wenst-geen-wijziging")] ClientWantsNoChange,
    [JsonStringEnumMemberName("niet-in-dit-protocol")] OutsideProtocol,
}

/// <summary>The words of these lists, as they stand in messages and lists.</summary>
public static class CorrectionWords
{
    public static string Word(this DefectKind kind) => kind switch
    {
        DefectKind.Wrong => "foutief",
        DefectKind.Inexact => "onnauwkeurig",
        DefectKind.Incomplete => "onvolledig",
        DefectKind.Missing => "ontbrekend",
        DefectKind.Outdated => "verouderd",
        DefectKind.Superfluous => "overtollig",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Word(this CorrectionMeasure measure) => measure switch
    {
        CorrectionMeasure.Corrected => "verbeterd",
        CorrectionMeasure.Erased => "gewist",
        CorrectionMeasure.Unfounded => "niet-gegrond",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>As people read it in a message.</summary>
    public static string Said(this UnfoundedReason reason) => reason switch
    {
        UnfoundedReason.DataAreRight => "het gegeven klopt",
        UnfoundedReason.NotConfirmable => "de fout is niet te bevestigen",
        UnfoundedReason.ClientWantsNoChange => "de cliënt wenst geen wijziging",
        UnfoundedReason.OutsideProtocol => "het gaat niet om een gegeven van dit protocol",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
