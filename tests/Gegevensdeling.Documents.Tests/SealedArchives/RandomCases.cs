namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Files, names and keys as people make them, repeatable by seed.</summary>
internal sealed class RandomCases(int seed)
{
    private static readonly string[] Parts =
    [
        "doorverwijzing", "lijst", "Één", "ñandú", "Ærøskøbing", "日本語", "Ελλάδα", "😀", "👩‍👧", "e\u0301", " met  spaties ", "(1)", "#&%$!'", "a.b.c", "ÿ", "_-_", "KIND", "2024-04-01",
    ];

    private static readonly string[] KeyParts = ["K7QF", "3M9T", "0000", "XW4H", "é", "wachtwoord", "€", "日", "q", " ", "😀", "%$'"];

    private readonly Random random = new(seed);

    public string Key() => string.Join('-', Some(KeyParts, 1, 7));

    public List<(string Name, byte[] Content)> Files()
    {
        var names = Enumerable.Range(0, random.Next(1, 6)).Select(Name).ToList();
        return [.. names.Select(name => (name, Content()))];
    }

    // the number keeps names apart, and folders apart from files
    private string Name(int number)
    {
        var name = $"{string.Concat(Some(Parts, 0, 4))}{number}.xlsx";
        return random.Next(8) switch
        {
            0 => $"map {number}/{string.Concat(Some(Parts, 1, 3)).Trim()}/{name}",
            1 => $"{new string('n', 150)}{name}",
            _ => name,
        };
    }

    private byte[] Content()
    {
        var length = random.Next(6) switch
        {
            0 => 0,
            1 => random.Next(1, 64),
            2 => 16 * random.Next(1, 100),
            3 => random.Next(1, 300_000),
            _ => random.Next(1, 5_000),
        };
        var content = new byte[length];
        random.NextBytes(content);
        return content;
    }

    private IEnumerable<string> Some(string[] from, int least, int below) =>
        [.. Enumerable.Range(0, random.Next(least, below)).Select(_ => from[random.Next(from.Length)])];
}
