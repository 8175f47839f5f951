using System.Text.Json.Serialization;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>The 'gepaste maatregelen' of article 7 where the data come out of a register: no new file goes out, since the request is a one-off (art. 5).</summary>
public enum AnswerMeasure
{
    /// <summary>Corrected in the Vlaams Kadaster Groeipakket; the right value is told by telephone, never here.</summary>
    [JsonStringEnumMemberName("aangepast")] Adapted,

    /// <summary>Superfluous: the service erases that row in its own file, and declares so.</summary>
    [JsonStringEnumMemberName("overtollig-gewist")] RowErased,

    [JsonStringEnumMemberName("niet-gegrond")] Unfounded,
}

/// <summary>The words of the measures, as they stand in lists and in the audit chain.</summary>
public static class AnswerMeasureWords
{
    public static string Word(this AnswerMeasure measure) => measure switch
    {
        AnswerMeasure.Adapted => "aangepast",
        AnswerMeasure.RowErased => "overtollig-gewist",
        AnswerMeasure.Unfounded => "niet-gegrond",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };
}
