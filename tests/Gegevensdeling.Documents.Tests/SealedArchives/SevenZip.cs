using System.Diagnostics;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>The real 7-Zip, in a folder of its own that goes when the test ends.</summary>
internal sealed class SevenZip : IDisposable
{
    private readonly string program = ExternalTool.Path("7zz", "7zip");

    public string Folder { get; } = TestFolder.Create("sealed-archives-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs 7-Zip in the folder; the answer is its exit code and everything it said.</summary>
    public (int ExitCode, string Output) Run(params IEnumerable<string> arguments)
    {
        // the locale makes 7-Zip read arguments as UTF-8 wherever the test runs
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    public void Succeeds(params IEnumerable<string> arguments)
    {
        var (exitCode, output) = Run(arguments);
        Assert.True(exitCode == 0, output);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
