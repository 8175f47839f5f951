using System.Text.Json;

namespace Gegevensdeling.Mutations;

/// <summary>One deletion or change that must never pass unseen.</summary>
/// <param name="Name">Says what is taken away.</param>
/// <param name="File">The source file, from the root of the repository.</param>
/// <param name="Find">The exact text; it occurs once.</param>
/// <param name="Replace">What stands there instead; it compiles.</param>
/// <param name="Breaks">The requirement, rule or law that is broken.</param>
/// <param name="CaughtBy">The tests that must fail, each <c>{project}/{class}.{method}</c>.</param>
internal sealed record Mutation(string Name, string File, string Find, string Replace, string Breaks, IReadOnlyList<string> CaughtBy)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>The project that is built again, for example <c>src/Gegevensdeling.Api</c>.</summary>
    public string Project => string.Join('/', File.Split('/')[..2]);

    public static IReadOnlyList<Mutation> Read(string path) => JsonSerializer.Deserialize<List<Mutation>>(System.IO.File.ReadAllText(path), Options)!;

    /// <exception cref="InvalidOperationException">The text does not stand there exactly once.</exception>
    public string ApplyTo(string text)
    {
        var at = text.IndexOf(Find, StringComparison.Ordinal);
        return at >= 0 && text.IndexOf(Find, at + 1, StringComparison.Ordinal) < 0
            ? text[..at] + Replace + text[(at + Find.Length)..]
            : throw new InvalidOperationException($"{Name}: the text to find must stand exactly once in {File}");
    }
}

/// <summary>A test, by the project that holds it and its full name.</summary>
internal readonly record struct NamedTest(string Project, string Method)
{
    public static NamedTest Parse(string text) => new(text.Split('/')[0], text.Split('/')[1]);
}
