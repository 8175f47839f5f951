using System.Text.RegularExpressions;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance;

/// <summary>
/// The one free text that a dossier takes: where a decision, a letter or minutes can be found in a body's own files. Short, and never a person: what looks
/// like a national register number or an address is refused.
/// </summary>
public static partial class OfficeReference
{
    private const int Longest = 80;

    /// <summary>Null where the text may stand in a dossier.</summary>
    public static Refusal? Refuse(string text) =>
        text.Length is >= 2 and <= Longest && Form().IsMatch(text) && !Number().IsMatch(text)
            ? null
            : new("kenmerk-ongeldig", "art. 8 §1", $"Een kenmerk telt 2 tot {Longest} tekens: letters, cijfers, spaties en - _ / . : ( ). Zet er geen naam, adres of rijksregisternummer in.");

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd} \-_/.:()]*$")]
    private static partial Regex Form();

    /// <summary>Eleven digits, however they are split.</summary>
    [GeneratedRegex(@"(\p{Nd}[ \-_/.:()]*){11}")]
    private static partial Regex Number();
}
