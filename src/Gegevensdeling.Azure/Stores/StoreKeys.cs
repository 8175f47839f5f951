namespace Gegevensdeling.Azure.Stores;

/// <summary>Row keys forbid '/', '\', '#', '?' and control characters, and a name in a path must not leave its folder.</summary>
internal static class StoreKeys
{
    /// <exception cref="ArgumentException">Something else than letters, digits, '-' and '_' stands in it.</exception>
    public static string Safe(string id) =>
        id.Length is > 0 and <= 100 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? id
            : throw new ArgumentException("An id that cannot be a key", nameof(id));
}
