using System.Text.RegularExpressions;

namespace Gegevensdeling.Tests.Docs;

/// <summary>One test as it stands in the source, with the requirements that it or its class carries.</summary>
internal sealed record TestSource(string Class, string Method, IReadOnlySet<string> Numbers);

/// <summary>Reads the sources of all test projects: this one does not reference the others. What is indented further is an example in a text.</summary>
internal static partial class TestSources
{
    public static IReadOnlyList<TestSource> All { get; } = [.. Repository.Files("*.cs", "tests").SelectMany(path => Read(Repository.Read(path)))];

    /// <summary>The tests that a document means with <c>Class</c> or <c>Class.Method</c>.</summary>
    public static IReadOnlyList<TestSource> Named(string name) =>
        name.Split('.') is [var type, var method]
            ? [.. All.Where(test => test.Class == type && test.Method == method)]
            : [.. All.Where(test => test.Class == name)];

    /// <summary>Attributes stand before what they are about: the next class, or the next method.</summary>
    public static IEnumerable<TestSource> Read(string source)
    {
        var (type, ofType, ahead, isTest) = ("", new HashSet<string>(), new HashSet<string>(), false);
        foreach (Match match in Landmark().Matches(source))
        {
            if (match.Groups["numbers"].Success)
            {
                ahead.UnionWith(Number().Matches(match.Groups["numbers"].Value).Select(number => number.Value));
            }
            else if (match.Groups["test"].Success)
            {
                isTest = true;
            }
            else if (match.Groups["class"].Success)
            {
                (type, ofType, ahead, isTest) = (match.Groups["class"].Value, ahead, [], false);
            }
            else
            {
                if (isTest)
                    yield return new(type, match.Groups["method"].Value, ofType.Union(ahead).ToHashSet());
                (ahead, isTest) = ([], false);
            }
        }
    }

    [GeneratedRegex("""
        ^(?:\ {4})?\[(?:[^"\n]*?,\ )?Requirement\((?<numbers>[^)]*)\)
        |^\ {4}\[(?<test>Fact|Theory|Property)\b
        |^(?:(?:public|internal|sealed|abstract|static|partial)\ )+class\ (?<class>\w+)
        |^\ {4}(?:public|private)\ (?:(?:static|async|override|virtual)\ )*[\w<>\[\](),?.]+\ (?<method>\w+)\(
        """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Landmark();

    [GeneratedRegex("[A-Z][0-9]+")]
    private static partial Regex Number();
}
