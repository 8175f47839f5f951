using System.Text.RegularExpressions;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>The few texts that people in office type: a reference, an office, a reason. Short, one line, and never with a person's number in it.</summary>
public static partial class OfficeText
{
    /// <summary>The longest of a reference, a name or an office.</summary>
    public const int Line = 200;

    /// <summary>The longest of a reason.</summary>
    public const int Reason = 1000;

    /// <summary>The refusal of the first text that is none; null where all are right.</summary>
    public static DossierDecision? Refuse(params IEnumerable<(string Field, string Text, int Longest)> texts) =>
        texts.Select(text => Wrong(text.Field, text.Text, text.Longest)).FirstOrDefault(wrong => wrong is not null);

    private static DossierDecision? Wrong(string field, string text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? No("tekst-ontbreekt", $"Vul '{field}' in.")
        : text.Length > longest ? No("tekst-te-lang", $"'{field}' is langer dan {longest} tekens.")
        : text.Any(char.IsControl) ? No("tekst-ongeldig", $"'{field}' bevat tekens die er niet in horen.")
        : ElevenDigits().Matches(text).Any(found => Insz.Check(found.Value) is not InszVerdict.Invalid) ? No("tekst-met-persoon", $"In '{field}' staat een rijksregisternummer. Dat hoort hier niet.")
        : null;

    private static DossierDecision No(string code, string text) => DossierDecision.No(code, "art. 3", text);

    [GeneratedRegex(@"(?<![0-9])[0-9]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{3}[ .-]?[0-9]{2}(?![0-9])")]
    private static partial Regex ElevenDigits();
}
