using System.Text.Json.Nodes;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>Nonsense in every member of a protocol file: an answer with place and reason in Dutch, never an exception.</summary>
[Requirement("F5")]
public sealed class NonsenseTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Files = ["mechelen-2024.json", "kasterlee-2025.json", "turnhout-2021.json", "maldegem-2023.json"];

    [Fact]
    public void Nonsense_in_any_member_is_told_with_its_place_or_is_judged()
    {
        var (rejected, loaded) = (0, 0);
        foreach (var bad in Nonsense.Of(Files.Select(CommittedProtocols.Text)))
        {
            var file = bad.Path == "$.id" ? "x.json" : $"{(string)JsonNode.Parse(Whole(bad.Json))!["id"]!}.json";
            switch (ProtocolFile.Parse(file, bad.Json))
            {
                case ProtocolFileResult.Rejected no:
                    rejected++;
                    Assert.NotEmpty(no.Errors);
                    Assert.All(no.Errors, error => Assert.True(error is { Line: > 0, Reason.Length: > 5 } && error.Path.StartsWith('$') && error.Reason.Length < 300 && !error.ToString().Any(char.IsControl), $"{bad.Path} {bad.Kind}: {error}"));
                    break;
                case ProtocolFileResult.Loaded(var protocol):
                    loaded++;
                    Assert.All(ProtocolFindings.Check(protocol, CommittedProtocols.All), finding => Assert.True(finding is { Text.Length: > 0, WhatToDo.Length: > 0, Article.Length: > 0 }, bad.Path));
                    Assert.NotNull(ProtocolRules.At(protocol, At));
                    break;
                default:
                    Assert.Fail("a third case");
                    break;
            }
        }

        Assert.True(rejected > 3000 && loaded > 100, $"{rejected} {loaded}");
    }

    /// <summary>A reason stands at the member itself, at what it lies in or what lies in it, or names it.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("waar")]
    [InlineData("leeg object")]
    public void The_place_that_is_told_is_where_the_nonsense_stands(string kind)
    {
        foreach (var bad in Nonsense.Of([CommittedProtocols.Text(Files[3])]).Where(bad => bad.Kind == kind && bad.Path != "$.id"))
        {
            if (ProtocolFile.Parse(Files[3], bad.Json) is ProtocolFileResult.Rejected no)
                Assert.Contains(no.Errors, error => bad.Path.StartsWith(error.Path, StringComparison.Ordinal) || error.Path.StartsWith(bad.Path, StringComparison.Ordinal)
                    || error.Reason.Contains($"'{bad.Path.Split('.')[^1]}'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_member_of_the_records_is_tried()
    {
        var tried = Nonsense.Of(Files.Select(CommittedProtocols.Text)).Select(bad => bad.Path.Split('.')[^1]).ToHashSet(StringComparer.Ordinal);
        var members = Members(JsonNode.Parse(ProtocolSchema.Text)!.AsObject()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(["opzegging", "beeindiging", "oorzaak", "overeenkomst"], members.Except(tried)); // what no protocol has yet; ProtocolFileTests gives the ends
    }

    private static IEnumerable<string> Members(JsonObject schema) =>
        (schema["properties"]?.AsObject().SelectMany(property => Members(property.Value!.AsObject()).Prepend(property.Key)) ?? [])
        .Concat(schema["items"] is JsonObject items ? Members(items) : []);

    /// <summary>The same text, readable also where the nonsense is no JSON for this parser.</summary>
    private static string Whole(string json)
    {
        try
        {
            JsonNode.Parse(json)!["id"]!.GetValue<string>();
            return json;
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            return """{"id":"mechelen-2024"}""";
        }
    }
}
