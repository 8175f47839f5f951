using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Gegevensdeling.TestKit;

/// <summary>Runs the very commands of docs/verify.md in a folder of their own, with the real openssl and jq.</summary>
public sealed partial class VerifyGuide : IDisposable
{
    private static readonly string[] Tools = ["openssl", "jq", "sh", "basenc"];

    private readonly DirectoryInfo folder = TestFolder.Create("verify-guide-");

    /// <summary>A tool that is not installed; null where all are.</summary>
    public static string? Absent => Tools.FirstOrDefault(tool => !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(place => File.Exists(Path.Combine(place, tool))));

    /// <summary>True where nothing may be skipped.</summary>
    public static bool IsDemanded => Environment.GetEnvironmentVariable("CI") == "true";

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Write(string name, string content) => File.WriteAllBytes(PathOf(name), Encoding.UTF8.GetBytes(content));

    /// <summary>The commands of every block that is marked so, for example <c>sh archief</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Steps(string kind)
    {
        var guide = File.ReadAllText(Guide());
        var steps = string.Concat(Blocks().Matches(guide).Where(block => block.Groups[1].Value == kind).Select(block => block.Groups[2].Value));
        return steps.Length > 0 ? steps : throw new InvalidOperationException($"docs/verify.md has no block '{kind}'");
    }

    /// <summary>The same for another document than the receipt that the guide is about.</summary>
    public static string StepsFor(string document) => Steps("sh").Replace("ontvangstbewijs.json", document, StringComparison.Ordinal);

    /// <returns>The exit code, and what was printed on either stream.</returns>
    public (int Code, string Output) Run(string script)
    {
        Write("stappen.sh", "set -eu\n" + script);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "sh stappen.sh 2>&1"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Guide([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "verify.md"));

    [GeneratedRegex(@"^```(sh[^\n]*)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
