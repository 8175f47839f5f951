namespace Gegevensdeling.Tests.Docs;

/// <summary>The repository as files, wherever it was cloned.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules", ".git", ".local"];

    public static string Root { get; } = Find();

    /// <summary>Every document that people read, as paths from the root.</summary>
    public static IReadOnlyList<string> Documents { get; } = [.. Files("*.md")];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Files that are written by people, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern, string below = "") =>
        Directory.EnumerateFiles(Path.Combine(Root, below), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(Made).Any())
            .Order(StringComparer.Ordinal);

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GegevensdelingFunctions.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("the tests run outside the repository");
    }
}
