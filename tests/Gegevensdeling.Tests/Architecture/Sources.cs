using System.Runtime.CompilerServices;

namespace Gegevensdeling.Tests.Architecture;

/// <summary>One source file, by its path from the root of the repository.</summary>
internal sealed record Source(string Path, string Text)
{
    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');
}

/// <summary>What stands in <c>src/</c>.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static IReadOnlyList<Source> Code { get; } = [.. Read("*.cs")];

    public static IReadOnlyList<Source> Projects { get; } = [.. Read("*.csproj")];

    private static IEnumerable<Source> Read(string pattern) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)
        orderby name
        select new Source(name, File.ReadAllText(path));

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
