using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Gegevensdeling.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

public sealed partial class GlossaryTests
{
    private static string Text => File.ReadAllText(Path.Combine(CommittedProtocols.Folder, "..", "docs", "glossary.md"));

    [Fact]
    public void The_glossary_pairs_each_member_of_a_protocol_file_with_its_record()
    {
        var pairs = Pair().Matches(Text[Text.IndexOf("## Members", StringComparison.Ordinal)..])
            .ToDictionary(match => match.Groups["member"].Value, match => match.Groups["type"].Value);
        Assert.True(pairs.Count > 15);
        Assert.All(Members(typeof(Protocol)).Where(member => member.Type.IsAssignableTo(typeof(Sourced)) && member.Name is not ("titel" or "groeipakket" or "debiteuren")), member =>
            Assert.Equal(member.Type.Name, pairs[member.Name]));
    }

    private static IEnumerable<(string Name, Type Type)> Members(Type type) =>
        from property in type.GetProperties()
        let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        where name is not null
        let kind = property.PropertyType
        select (name, kind.IsGenericType ? kind.GetGenericArguments()[0] : kind);

    [GeneratedRegex(@"`(?<member>[a-zA-Z]+)` \| `(?<type>[A-Za-z]+)`")]
    private static partial Regex Pair();
}
