using System.Buffers;

namespace Gegevensdeling.Keys;

/// <summary>One group of a telephone key and the arithmetic of its check character.</summary>
/// <remarks>
/// The values v of the six characters of group g satisfy 1·v1 + 2·v2 + ... + 6·v6 ≡ g (mod 23). 23 is prime and the weights are
/// distinct and not zero, so every single wrong character and every swap of two characters changes the sum; the groups' sums differ,
/// so every swap of two groups shows as well.
/// </remarks>
internal static class KeyGroup
{
    /// <summary>Digits and capitals without 0 1 B G I L O Q S U V Y Z: of each set that looks alike at most one is left.</summary>
    public const string Alphabet = "23456789ACDEFHJKMNPRTWX";

    public const int Count = 6;
    public const int Random = 5;
    public const int Length = Random + 1;
    public const char Separator = '-';

    private const int InverseOfSix = 4; // 6 · 4 = 24 ≡ 1 (mod 23)

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <summary>The five random characters with their check character.</summary>
    public static string Complete(int number, ReadOnlySpan<char> random)
    {
        var rest = Modulo(number - Sum(random));
        return $"{random}{Alphabet[Modulo(rest * InverseOfSix)]}";
    }

    public static bool IsRight(int number, ReadOnlySpan<char> group) =>
        group.Length == Length && !group.ContainsAnyExcept(Allowed) && Modulo(Sum(group) - number) == 0;

    private static int Sum(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
            sum += (i + 1) * Alphabet.IndexOf(characters[i], StringComparison.Ordinal);
        return sum;
    }

    private static int Modulo(int value) => ((value % Alphabet.Length) + Alphabet.Length) % Alphabet.Length;
}
