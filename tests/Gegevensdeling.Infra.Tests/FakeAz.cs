using Gegevensdeling.TestKit;

namespace Gegevensdeling.Infra.Tests;

/// <summary>Stands in for <c>az</c> on PATH: notes its arguments, reads what is piped to it, and answers as the case at hand says.</summary>
internal sealed class FakeAz : IDisposable
{
    public const string Password = "Geheim+/wachtwoord0123456789abcdefgh==";

    private readonly DirectoryInfo folder = TestFolder.Create("az-");

    /// <param name="answers">Lines of a shell <c>case</c> on the arguments, each ending in <c>;;</c>.</param>
    public FakeAz(string answers)
    {
        var az = Path.Combine(folder.FullName, "az");
        File.WriteAllText(az, $"""
            #!/usr/bin/env bash
            printf '%s\n' "$*" >>"{Arguments}"
            case "$*" in
            {answers}
            esac

            """);
        File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Piped => Path.Combine(folder.FullName, "piped");

    private string Arguments => Path.Combine(folder.FullName, "arguments");

    /// <summary>Every call of <c>az</c>, one a line.</summary>
    public string Calls => File.Exists(Arguments) ? File.ReadAllText(Arguments) : string.Empty;

    public Task<Run> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellation) =>
        Run.Async(
            ExternalTool.Path("bash", "bash"), [Path.Combine(Repository.Infra, script), .. arguments],
            new Dictionary<string, string> { ["PATH"] = $"{folder.FullName}:/usr/bin:/bin", ["HOME"] = folder.FullName }, cancellation);

    public void Dispose() => folder.Delete(recursive: true);
}
