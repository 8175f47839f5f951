using System.Text.RegularExpressions;
using Xunit;

namespace Gegevensdeling.Tests.Docs;

/// <summary>What the documents point at is there.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. Repository.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_relative_link_leads_somewhere(string document) => None(BrokenLinks(document, Repository.Read(document)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_that_is_named_exists(string document) => None(MissingPaths(Repository.Read(document)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_test_that_is_named_exists(string document) => None(MissingTests(Repository.Read(document)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_document_names_a_place_outside_the_repository(string document) => None(Outside(Repository.Read(document)));

    [Fact]
    public void A_broken_link_a_missing_path_or_test_and_a_place_outside_are_found()
    {
        Assert.Equal(["gone.md", "../../../etc/passwd"], BrokenLinks("docs/verify.md", "[a](verify.md#x) [b](gone.md) [c](../../../etc/passwd) [d](https://example.be/x)"));
        Assert.Equal(["src/Nothing.cs"], MissingPaths("`src/Gegevensdeling` `src/Nothing.cs` `protocols/*.json` `srcery/x`"));
        Assert.Equal(["NoSuchTests", "DocumentTests.Nothing"], MissingTests("`DocumentTests` `NoSuchTests` `DocumentTests.Nothing`"));
        Assert.Equal([@"C:\Users", "/home/somebody/x", "/srv/data/x"], Outside(@"see C:\Users, /home/somebody/x and /srv/data/x; not a/srv/data/x or /proc/cpuinfo").Order(StringComparer.OrdinalIgnoreCase).OrderBy(x => x[0] == '/'));
        Assert.Contains("README.md", Repository.Documents);
        Assert.Contains("docs/decisions/0001-house-and-arrows.md", Repository.Documents);
    }

    private static void None(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    private static IEnumerable<string> BrokenLinks(string document, string text) =>
        Link().Matches(text).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Resolves(document, target));

    private static bool Resolves(string document, string target)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, target));
        return path.StartsWith(Repository.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Path.Exists(path);
    }

    private static IEnumerable<string> MissingPaths(string text) =>
        NamedPath().Matches(text).Select(match => match.Groups[1].Value).Where(path => path.IndexOfAny(['*', '{', ' ']) < 0 && !Repository.Exists(path));

    private static IEnumerable<string> MissingTests(string text) =>
        NamedTest().Matches(text).Select(match => match.Groups[1].Value).Where(name => TestSources.Named(name) is []);

    private static IEnumerable<string> Outside(string text) => ForeignPath().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\]\(([^)\s#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("`((?:src|tests|docs|protocols|benchmarks)/[^`]*)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"`([A-Z]\w*(?:Tests|Contract)(?:\.\w+)?)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"(?<![\w.~/-])/(?:srv|tmp|home|root|Users|mnt|opt|var)/[\w./-]*|\b[A-Z]:\\\w*")]
    private static partial Regex ForeignPath();
}
