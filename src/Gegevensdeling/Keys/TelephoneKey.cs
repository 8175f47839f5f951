using System.Diagnostics;

namespace Gegevensdeling.Keys;

/// <summary>
/// The key of one exchange's archive, made to be read over a telephone (F4): six groups of five random characters and one check
/// character, joined by hyphens. Exactly these 41 characters are the 7-Zip password. 30 characters of 23 are more than 135 random bits.
/// </summary>
/// <remarks>It is no record and has no public state, so that printing, logging or serialising it shows nothing.</remarks>
[DebuggerDisplay("TelephoneKey")]
public sealed class TelephoneKey
{
    private readonly string _text;

    private TelephoneKey(string text) => _text = text;

    /// <summary>A new key from the system's generator.</summary>
    public static TelephoneKey Create()
    {
        var groups = new string[KeyGroup.Count];
        for (var group = 0; group < groups.Length; group++)
        {
            var random = new char[KeyGroup.Random];
            for (var i = 0; i < random.Length; i++)
                random[i] = KeyGroup.Alphabet[SecureRandom.Below(KeyGroup.Alphabet.Length)];
            groups[group] = KeyGroup.Complete(group + 1, random);
        }

        return new TelephoneKey(string.Join(KeyGroup.Separator, groups));
    }

    /// <summary>Checks what somebody typed or noted: lower case, spaces and other separators are forgiven, a wrong character is not.</summary>
    public static KeyCheck Check(string typed)
    {
        var groups = Split(typed);
        if (groups.Count != KeyGroup.Count)
            return KeyCheck.WrongGroups.Count(groups.Count);
        var wrong = Enumerable.Range(1, KeyGroup.Count).Where(number => !KeyGroup.IsRight(number, groups[number - 1])).ToList();
        return wrong.Count > 0 ? KeyCheck.WrongGroups.These(wrong) : new KeyCheck.Valid(new TelephoneKey(string.Join(KeyGroup.Separator, groups)));
    }

    /// <summary>The password itself. Each call is a place to look at in a review.</summary>
    public string Reveal() => _text;

    /// <summary>How to read it aloud, one line a group.</summary>
    public IReadOnlyList<string> Spell() =>
        ["Zes groepen van zes tekens, in hoofdletters, met een streepje tussen de groepen. Ook de streepjes horen bij de sleutel.", .. _text.Split(KeyGroup.Separator).Select((group, index) => $"Groep {index + 1}: {string.Join(", ", group.Select(TelephoneAlphabet.Word))}")];

    public override string ToString() => nameof(TelephoneKey);

    private static List<string> Split(string typed)
    {
        var parts = typed.ToUpperInvariant().Split([' ', '\t', '\r', '\n', '-', '\u2010', '\u2011', '\u2013', '\u00a0', '.', '/', '_'], StringSplitOptions.RemoveEmptyEntries);
        // Read aloud in other portions, or typed without a break: the characters count, not the breaks.
        var all = string.Concat(parts);
        return all.Length == KeyGroup.Count * KeyGroup.Length ? [.. all.Chunk(KeyGroup.Length).Select(chunk => new string(chunk))] : [.. parts];
    }
}

/// <summary>What came of checking a typed key.</summary>
public abstract record KeyCheck
{
    private KeyCheck()
    {
    }

    public sealed record Valid(TelephoneKey Key) : KeyCheck;

    /// <param name="Groups">The groups to ask again, from 1; empty where the number of groups is wrong.</param>
    /// <param name="Text">Dutch, without a character of the key.</param>
    public sealed record WrongGroups(IReadOnlyList<int> Groups, string Text) : KeyCheck
    {
        internal static WrongGroups These(IReadOnlyList<int> groups) => new(groups, groups.Count == 1
            ? $"Groep {groups[0]} klopt niet. Laat die groep opnieuw voorlezen."
            : $"De groepen {string.Join(", ", groups.SkipLast(1))} en {groups[^1]} kloppen niet. Laat die groepen opnieuw voorlezen.");

        internal static WrongGroups Count(int found) => new([], found == 1
            ? "De sleutel heeft zes groepen van zes tekens; hier staat er één."
            : $"De sleutel heeft zes groepen van zes tekens; hier staan er {found}.");
    }
}
