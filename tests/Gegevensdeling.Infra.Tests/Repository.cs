namespace Gegevensdeling.Infra.Tests;

/// <summary>The repository as files, wherever it was cloned.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Infra { get; } = Path.Combine(Root, "infra");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Every Bicep file, as paths from the infra folder.</summary>
    public static IReadOnlyList<string> Bicep { get; } =
        [.. Directory.EnumerateFiles(Infra, "*.bicep", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Infra, path)).Order(StringComparer.Ordinal)];

    /// <summary>Every script, as paths from the infra folder.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
        [.. Directory.EnumerateFiles(Infra, "*.sh", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Infra, path)).Order(StringComparer.Ordinal)];

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
