using Xunit.v3;

namespace Gegevensdeling.TestKit;

/// <summary>
/// The one rule about programs that interop tests need: absent, the test is skipped with its reason; absent where <c>CI=true</c>, it fails.
/// </summary>
public static class ExternalTool
{
    /// <summary>The full path of the program, found on PATH.</summary>
    public static string Path(string program, string package)
    {
        var found = Environment.GetEnvironmentVariable("PATH")?
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        return found ?? throw Absent(program, package, Environment.GetEnvironmentVariable("CI"));
    }

    /// <summary>What an absent program means, given the environment's word on CI.</summary>
    public static InvalidOperationException Absent(string program, string package, string? ci) => Unavailable($"{program} is not on PATH (Debian package {package})", ci);

    /// <summary>What it means that a test cannot run here, given the environment's word on CI.</summary>
    public static InvalidOperationException Unavailable(string reason, string? ci) =>
        new(ci == "true" ? $"{reason}, and CI=true allows no skipping." : DynamicSkipToken.Value + reason);
}
