namespace Gegevensdeling.Protocols;

/// <summary>The forms of short values, in the schema and in the loader alike.</summary>
internal static class Patterns
{
    /// <summary>A Belgian number in E.164.</summary>
    public const string Phone = @"^\+32[0-9]{8,9}$";

    /// <summary>A Belgian postcode.</summary>
    public const string Postcode = "^[1-9][0-9]{3}$";

    /// <summary>An id or a code: lower case words with hyphens.</summary>
    public const string Word = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>Where a value stands: title, preamble, parties, a recital, an article, the signatures, the FAQ, or ours.</summary>
    public const string Source = "^" + Place + "(; " + Place + ")*$";

    public const string WebAddress = "^https://[^\\s]+$";

    private const string Place = "(titel|aanhef|partijen|ondertekening|[A-G][0-9]?|art\\. [0-9]{1,2}( §[0-9])?|FAQ|eigen)";
}
