using System.Reflection;
using System.Runtime.Versioning;
using Gegevensdeling.TestKit;

[assembly: SupportedOSPlatform("linux")]

namespace Gegevensdeling.Infra.Tests;

/// <summary>The pinned Bicep compiler, on a copy of the infra folder. It needs no network: no module comes from a registry, and its types are its own.</summary>
internal sealed class Compiler : IDisposable
{
    private static readonly string Program = typeof(Compiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Bicep").Value!;

    private readonly DirectoryInfo work = TestFolder.Create("bicep-");

    public Compiler()
    {
        if (!IsInstalled)
            throw Absent();
        foreach (var file in Directory.EnumerateFiles(Repository.Infra, "*", SearchOption.AllDirectories).Where(file => file.Contains("bicep", StringComparison.Ordinal)))
        {
            var copy = In(Path.GetRelativePath(Repository.Infra, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static bool IsInstalled => OperatingSystem.IsLinux() && File.Exists(Program);

    public static InvalidOperationException Absent() =>
        ExternalTool.Absent("bicep for Linux", "none: NuGet's Azure.Bicep.CommandLine.linux-x64", Environment.GetEnvironmentVariable("CI"));

    public string In(string path) => Path.Combine(work.FullName, path);

    /// <summary>Replaces a text that stands once in one file of the copy.</summary>
    public void Plant(string path, string find, string replacement)
    {
        var text = File.ReadAllText(In(path));
        if (text.Split(find).Length != 2)
            throw new InvalidOperationException($"{path} does not have once: {find}");
        File.WriteAllText(In(path), text.Replace(find, replacement, StringComparison.Ordinal));
    }

    public Task<Run> LintAsync(string path, CancellationToken cancellation) => Async(["lint", In(path)], cancellation);

    public Task<Run> LintAllAsync(CancellationToken cancellation) => Async(["lint", "--pattern", In("**/*.bicep")], cancellation);

    public Task<Run> BuildAsync(string path, CancellationToken cancellation) => Async(["build", In(path), "--outdir", work.CreateSubdirectory("gebouwd").FullName], cancellation);

    public Task<Run> BuildAllAsync(CancellationToken cancellation) => Async(["build", "--pattern", In("**/*.bicep")], cancellation);

    public Task<Run> BuildParametersAsync(string path, CancellationToken cancellation) => Async(["build-params", In(path), "--outfile", In("parameters.json")], cancellation);

    /// <summary>What a deployment with these parameters would make, worked out to values.</summary>
    public async Task<Deployment> PredictAsync(string parameters, CancellationToken cancellation)
    {
        var run = await Async(
            [
                "snapshot", In(parameters), "--mode", "overwrite", "--resource-group", "rg-proef", "--location", "westeurope",
                "--subscription-id", "44444444-4444-4444-8444-444444444444", "--tenant-id", "55555555-5555-4555-8555-555555555555",
            ],
            cancellation);
        return run.Code == 0
            ? Deployment.Read(await File.ReadAllTextAsync(In(Path.ChangeExtension(parameters, ".snapshot.json")), cancellation))
            : throw new InvalidOperationException(run.Output);
    }

    public void Dispose() => work.Delete(recursive: true);

    // HOME is where the compiler would keep modules of registries; there are none.
    private Task<Run> Async(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        Run.Async(Program, arguments, new Dictionary<string, string> { ["HOME"] = work.FullName, ["PATH"] = string.Empty }, cancellation);
}
