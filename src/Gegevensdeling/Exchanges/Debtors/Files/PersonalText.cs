using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Finds in a short text what may not be in it: a number of a person, a telephone number, a mail address (G19).</summary>
internal static class PersonalText
{
    /// <summary>Digits of the shortest Belgian telephone number; a house number with its box has fewer, a number of a person more.</summary>
    private const int LongNumber = 9;

    /// <summary>Whether the person's own number stands in it. Any other that could be one is not looked for: long file numbers look alike too often.</summary>
    public static bool Holds(string text, long number) => string.Concat(text.Where(char.IsAsciiDigit)).Contains(InszText.Write(number), StringComparison.Ordinal);

    public static bool HoldsLongNumber(string text)
    {
        var digits = 0;
        foreach (var unit in text)
        {
            digits = char.IsAsciiDigit(unit) ? digits + 1 : char.IsLetter(unit) ? 0 : digits; // blanks and punctuation do not break a number
            if (digits == LongNumber)
                return true;
        }

        return false;
    }

    public static bool HoldsMail(string text) => text.Contains('@', StringComparison.Ordinal);
}
