using Gegevensdeling.Local.Commands;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

/// <summary>Runs commands in process, in a folder of their own, and keeps what they print.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly DirectoryInfo _folder = TestFolder.Create("commands-");

    public string Output { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public string Typed { get; set; } = string.Empty;

    public string Everything => Output + Error;

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(Path(name), content);
        return Path(name);
    }

    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Select(path => System.IO.Path.GetRelativePath(_folder.FullName, path)).Order(StringComparer.Ordinal)];

    public async Task<int> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(Typed);
        var code = await CommandLine.RunAsync(CommandLine.Create(input), arguments, output, error, TestContext.Current.CancellationToken);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
