using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Keys;

/// <summary>How long one key signs, as a setting of the house (decision 5).</summary>
public sealed record SigningKeyTerms
{
    public static SigningKeyTerms Default { get; } = new();

    /// <summary>In how many calendar years (UTC) a key signs, that of its name included.</summary>
    [Range(1, 3)]
    public int Years { get; init; } = 1;

    /// <summary>Ids (<c>kid</c>), with commas between them, of keys that others may know: the next run of the sweep replaces such a key. They stay published.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{43}(, ?[A-Za-z0-9_-]{43})*$")]
    public string? Withdrawn { get; init; }

    /// <summary>Whether a key has signed for long enough. A clock that was set back makes no key old.</summary>
    /// <param name="year">Of the key's name.</param>
    /// <param name="thisYear">In which it is now.</param>
    public bool IsOver(int year, int thisYear) => thisYear >= year + Years;

    public bool IsWithdrawn(string keyId) => Withdrawn?.Split(',', StringSplitOptions.TrimEntries).Contains(keyId, StringComparer.Ordinal) == true;
}
