using System.Text;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// Which names are hostile: those that leave the folder they are unpacked in, name a drive or a second stream, hide what they are,
/// or cannot be told apart on Windows.
/// </summary>
internal static class EntryName
{
    /// <summary>Why the name is refused, in Dutch and without the name; null when it is fine.</summary>
    public static string? Refusal(string name, int longest)
    {
        if (name.Length == 0)
            return "een bestand heeft geen naam";
        if (name.Length > longest)
            return "een bestandsnaam is te lang";
        if (name.Any(unit => unit is '\\' or ':' or '\u007F' or < ' ' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or >= '\uFFFE'))
            return "een bestandsnaam bevat een verboden teken";
        if (name.Split('/').Any(part => part is "" or "." or ".."))
            return "een bestandsnaam leidt naar een andere map";
        return IsWellFormed(name) ? null : "een bestandsnaam is geen geldige tekst";
    }

    /// <summary>What two names of one archive may not share.</summary>
    public static string Identity(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static bool IsWellFormed(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            // EnumerateRunes shows a lone surrogate as U+FFFD; a real U+FFFD is refused with it
            if (rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }
}
