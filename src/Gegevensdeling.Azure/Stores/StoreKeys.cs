namespace Gegevensdeling.Azure.Stores;

/// <summary>Row keys forbid '/', '\', '#', '?' and control characters, and a name in a path must not leave its folder.</summary>
internal static class StoreKeys
{
    /// <summary>True when nothing stands in it but letters, digits, '-' and '_'. Of another id there is nothing to be found.</summary>
    public static bool IsSafe(string id) => id.Length is > 0 and <= 100 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <exception cref="ArgumentException">The id is not safe.</exception>
    public static string Safe(string id) => IsSafe(id) ? id : throw new ArgumentException("An id that cannot be a key", nameof(id));
}
