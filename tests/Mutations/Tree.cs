using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gegevensdeling.Mutations;

/// <summary>A copy of the built repository in a temporary folder. One project is built at a time, and its file put beside the tests.</summary>
internal sealed partial class Tree : IDisposable
{
    private const string Output = "bin/Debug/net10.0";

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    private static readonly string[] Parts = ["src", "tests", "protocols", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json", ".editorconfig"];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("gegevensdeling-mutaties-");
    private readonly string original;

    private Tree(string original) => this.original = original;

    public static async Task<Tree> CopyAsync(string original)
    {
        var tree = new Tree(original);
        foreach (var part in Parts)
            Copy(Path.Combine(original, part), Path.Combine(tree.root.FullName, part));

        // What restore wrote names the folders of the original.
        foreach (var file in Directory.EnumerateFiles(tree.root.FullName, "project.assets.json", SearchOption.AllDirectories))
            File.Delete(file);
        await RunAsync("dotnet", ["restore", tree.PathOf("src/Gegevensdeling.Local/Gegevensdeling.Local.csproj"), "-v", "quiet"], tree.root.FullName);
        return tree;
    }

    /// <summary>Builds the project with the mutation, runs the named tests, and puts everything back.</summary>
    /// <returns>Null when every named test failed; otherwise what went otherwise.</returns>
    public async Task<string?> TryAsync(Mutation mutation)
    {
        var path = PathOf(mutation.File);
        var text = await File.ReadAllTextAsync(path);
        var assembly = Path.GetFileName(mutation.Project) + ".dll";
        await File.WriteAllTextAsync(path, mutation.ApplyTo(text));
        try
        {
            var project = PathOf($"{mutation.Project}/{Path.GetFileName(mutation.Project)}.csproj");
            var (built, said) = await RunAsync(
                "dotnet", ["build", project, "--no-restore", "--no-dependencies", "-v", "quiet", "--nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"], root.FullName);
            if (built != 0)
                return $"does not compile: {said}";
            foreach (var test in mutation.CaughtBy.Select(NamedTest.Parse))
            {
                File.Copy(PathOf($"{mutation.Project}/{Output}/{assembly}"), PathOf($"tests/{test.Project}/{Output}/{assembly}"), overwrite: true);
                var result = await TestAsync(test.Project, [test.Method]);
                if (result is not { Total: > 0, Failed: > 0 })
                    return $"{test.Method} did not fail ({result.Total} run, {result.Failed} failed)";
            }

            return null;
        }
        finally
        {
            await File.WriteAllTextAsync(path, text);
            foreach (var project in mutation.CaughtBy.Select(test => NamedTest.Parse(test).Project).Distinct())
                File.Copy(Path.Combine(original, "tests", project, Output, assembly), PathOf($"tests/{project}/{Output}/{assembly}"), overwrite: true);
        }
    }

    /// <summary>Runs tests of one project in this copy.</summary>
    public async Task<(int Total, int Failed, string Said)> TestAsync(string project, IEnumerable<string> methods)
    {
        var program = PathOf($"tests/{project}/{Output}/{project}.dll");
        var (_, said) = await RunAsync("dotnet", [program, "-noColor", .. methods.SelectMany(method => new[] { "-method", method })], root.FullName);
        var summary = Summary().Match(said);
        return summary.Success
            ? (Number(summary, "total"), Number(summary, "failed") + Number(summary, "errors"), said)
            : (0, 0, said);
    }

    public void Dispose() => root.Delete(recursive: true);

    private string PathOf(string path) => Path.Combine(root.FullName, path);

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, IReadOnlyList<string> arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(LongestRun);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var said = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, said + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "did not end");
        }
    }

    [GeneratedRegex(@"Total: (?<total>\d+), Errors: (?<errors>\d+), Failed: (?<failed>\d+)")]
    private static partial Regex Summary();
}
