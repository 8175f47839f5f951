using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

[Requirement("F5")]
public sealed class LintCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task The_committed_protocols_have_nothing_open()
    {
        Assert.Equal(0, await _terminal.RunAsync("lint", Protocols()));
        Assert.Contains("mechelen-2024.json: ", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("kasterlee-2025.json: ", _terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("OPEN:", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_is_told_with_file_place_and_reason()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Protocols(), "mechelen-2024.json"), TestContext.Current.CancellationToken);
        var bad = _terminal.Write("mechelen-2024.json", text.Replace("{\n", "{\n  \"extra\": 1,\n", StringComparison.Ordinal));
        Assert.Equal(1, await _terminal.RunAsync("lint", bad));
        Assert.Matches(@"mechelen-2024\.json: FOUT: \$\S* \(regel \d+\): .+", _terminal.Output);
    }

    [Fact]
    public async Task What_is_not_there_is_unusable()
    {
        Assert.Equal(2, await _terminal.RunAsync("lint", _terminal.Path("weg.json")));
        Directory.CreateDirectory(_terminal.Path("leeg"));
        Assert.Equal(2, await _terminal.RunAsync("lint", _terminal.Path("leeg")));
        Assert.Equal("Er zijn geen protocolbestanden gevonden.\n", _terminal.Error);
    }

    private static string Protocols()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GegevensdelingFunctions.sln")))
                return Path.Combine(folder.FullName, "protocols");
        }

        throw new InvalidOperationException("the tests run outside the repository");
    }
}
