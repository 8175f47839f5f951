using System.Text.Json;
using Xunit;

namespace Gegevensdeling.Tests.Docs;

/// <summary>
/// The committed mutations are run by <c>tests/Mutations/run.sh</c>, which takes minutes. That the list still fits the code, and names tests
/// that exist, is checked at every run.
/// </summary>
public sealed class MutationListTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Every_mutation_fits_the_code_once_and_names_tests_that_exist()
    {
        var mutations = Read(Repository.Read("tests/Mutations/mutations.json"));
        Assert.True(mutations.Count >= 25, "The list of mutations lost some");
        Assert.Empty(mutations.SelectMany(mutation => Wrong(mutation, Repository.Read(mutation.File))));
    }

    [Fact]
    public void A_mutation_that_no_longer_fits_is_found()
    {
        var mutation = new Mutation("x", "src/x.cs", "await Erase();", "Erase();", ["Some.Tests/Some.Tests.NoSuchTests.Nothing"]);
        Assert.Equal(["x: its text stands there 0 times", "x: no test Some.Tests/Some.Tests.NoSuchTests.Nothing"], Wrong(mutation, "Erase();"));
        Assert.Equal("x: its text stands there 2 times", Wrong(mutation, "await Erase(); await Erase();").First());
    }

    private static List<Mutation> Read(string json) => JsonSerializer.Deserialize<List<Mutation>>(json, Options)!;

    private static IEnumerable<string> Wrong(Mutation mutation, string code)
    {
        var times = code.Split(mutation.Find).Length - 1;
        if (times != 1)
            yield return $"{mutation.Name}: its text stands there {times} times";
        if (mutation.CaughtBy.Count == 0)
            yield return $"{mutation.Name}: no test is named";
        foreach (var test in mutation.CaughtBy.Where(test => TestSources.Named(string.Join('.', test.Split('.')[^2..])) is []))
            yield return $"{mutation.Name}: no test {test}";
    }

    private sealed record Mutation(string Name, string File, string Find, string Replace, IReadOnlyList<string> CaughtBy);
}
