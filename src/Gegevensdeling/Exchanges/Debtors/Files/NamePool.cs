namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Keeps each name of a file once: people share a few thousand of them, and a list of a million rows then costs its numbers.</summary>
internal sealed class NamePool
{
    private const int Most = 100_000;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The same name, from an earlier row where there is one.</summary>
    public string Of(string name)
    {
        if (_names.TryGetValue(name, out var kept))
            return kept;
        if (_names.Count < Most)
            _names.Add(name);
        return name;
    }
}
