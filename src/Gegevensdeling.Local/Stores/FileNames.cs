namespace Gegevensdeling.Local.Stores;

/// <summary>Ids become file names only if they are nothing but letters, digits and hyphens.</summary>
internal static class FileNames
{
    /// <exception cref="ArgumentException">Another character stands in it.</exception>
    public static string Safe(string id) =>
        id.Length is > 0 and <= 100 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? id
            : throw new ArgumentException("An id that cannot be a file name", nameof(id));
}
