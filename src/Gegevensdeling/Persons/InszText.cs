using System.Globalization;

namespace Gegevensdeling.Persons;

/// <summary>An INSZ as people and files write it, to and from the number that its eleven digits make.</summary>
public static class InszText
{
    /// <summary>The eleven digits as a number; false for more, fewer, or any character but digits and <paramref name="between"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, ReadOnlySpan<char> between, out long number)
    {
        number = 0;
        var digits = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character) && digits < Insz.Length)
                (number, digits) = ((number * 10) + character - '0', digits + 1);
            else if (!between.Contains(character))
                return false;
        }

        return digits == Insz.Length;
    }

    /// <summary>Eleven digits without punctuation, as systems exchange them.</summary>
    public static string Write(long number) => number.ToString("D11", CultureInfo.InvariantCulture);
}
