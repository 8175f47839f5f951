using System.Reflection;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

public sealed class SourcesTests
{
    /// <summary>Parts of one value: they stand in a record that has the source.</summary>
    private static readonly Type[] PartsOfAValue = [typeof(Representative), typeof(Encryption), typeof(Term), typeof(Article)];

    [Fact]
    public void Every_part_of_a_protocol_has_a_source() =>
        Assert.All(Reachable(typeof(Protocol), []), type => Assert.True(type.IsAssignableTo(typeof(Sourced)) || PartsOfAValue.Contains(type), type.Name));

    [Theory]
    [InlineData("mechelen-2024.json")]
    [InlineData("kasterlee-2025.json")]
    [InlineData("turnhout-2021.json")]
    [InlineData("maldegem-2023.json")]
    [Requirement("G1")]
    public void A_part_without_source_or_one_of_ours_without_reason_is_refused(string file)
    {
        foreach (var cut in MemberCuts.Of(CommittedProtocols.Text(file), member => member is "bron" or "reden"))
        {
            // 'reden' beside an article explains a choice and may be left out.
            if (cut.Member == "reden" && !cut.ParentSource.Contains("eigen", StringComparison.Ordinal))
                continue;
            var rejected = Assert.IsType<ProtocolFileResult.Rejected>(ProtocolFile.Parse(file, cut.Json));
            Assert.Contains(rejected.Errors, error => error.Path == cut.Parent && error.Reason.Contains(cut.Member, StringComparison.Ordinal));
        }
    }

    private static HashSet<Type> Reachable(Type type, HashSet<Type> seen)
    {
        var element = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        if (element.Namespace == typeof(Protocol).Namespace && element is { IsClass: true, IsAbstract: false } && seen.Add(element))
        {
            foreach (var property in element.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                Reachable(property.PropertyType, seen);
        }

        return seen;
    }
}
