using System.Text.RegularExpressions;
using Xunit;

namespace Gegevensdeling.Tests.Architecture;

/// <summary>How files read (style): none over 300 lines; an orchestration is the article it implements, without numbers of its own.</summary>
public sealed partial class FileTests
{
    private const int Longest = 300;
    private const int LongestOrchestration = 80;

    /// <summary>Lines of orchestrations that have a number, each with its reason.</summary>
    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["private static readonly TimeSpan BeforeLookingAgain = TimeSpan.FromHours(1);"] = "no protocol says how soon an unproven erasure is tried again",
        ["if (found.StillFound.Count == 0)"] = "empty, not a number",
    };

    [Fact]
    public void No_file_has_more_than_300_lines()
    {
        Assert.Empty(TooLong(Sources.Code));
        Assert.NotEmpty(TooLong([new("src/planted.cs", string.Concat(Enumerable.Repeat("x\n", Longest + 1)))]));
    }

    [Fact]
    public void An_orchestration_is_short()
    {
        Assert.Empty(LongOrchestrations(Sources.Code));
        Assert.NotEmpty(LongOrchestrations([new("src/planted.orchestration.cs", string.Concat(Enumerable.Repeat("await x;\n", LongestOrchestration + 1)))]));
    }

    [Fact]
    public void An_orchestration_has_no_numbers_but_its_version()
    {
        Assert.Empty(Digits(Sources.Code));
        Assert.Equal(["src/planted.orchestration.cs: await Wait(14);"], Digits([new("src/planted.orchestration.cs", "// 1 of 2\n= new(\"Naam\", 3, RunAsync);\nawait Wait(14);\n")]));
        Assert.All(Numbers.Keys, line => Assert.Contains(Orchestrations(Sources.Code), source => source.Text.Contains(line, StringComparison.Ordinal)));
    }

    private static IEnumerable<Source> Orchestrations(IEnumerable<Source> code) => code.Where(source => source.Path.EndsWith(".orchestration.cs", StringComparison.Ordinal));

    private static IEnumerable<string> TooLong(IEnumerable<Source> code) => code.Where(source => source.Lines.Count > Longest).Select(source => source.Path);

    private static IEnumerable<string> LongOrchestrations(IEnumerable<Source> code) =>
        Orchestrations(code).Where(source => source.Lines.Count(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal)) > LongestOrchestration).Select(source => source.Path);

    private static IEnumerable<string> Digits(IEnumerable<Source> code) =>
        from source in Orchestrations(code)
        from line in source.Lines
        let text = line.Trim()
        where !text.StartsWith("//", StringComparison.Ordinal) && !Numbers.ContainsKey(text) && Regex.IsMatch(Version().Replace(Quoted().Replace(text, "\"\""), ""), @"(?<!\w)\d")
        select $"{source.Path}: {text}";

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"new\("""", \d+, RunAsync\)")]
    private static partial Regex Version();
}
