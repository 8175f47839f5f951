using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gegevensdeling.Infra.Tests.Laws;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Infra.Tests;

/// <summary>Every alarm is there, speaks of what the code measures, reaches somebody, and is written down with what to do.</summary>
public sealed partial class AlarmTests(Predicted predicted)
{
    [Fact]
    [Requirement("W21")]
    public void Every_alarm_is_there_and_reaches_somebody()
    {
        Assert.Empty(AlarmLaws.AllAreThere(predicted.Deployment));
        Assert.Empty(AlarmLaws.SomebodyHears(predicted.Deployment));
        Assert.Contains("fouten-5xx", string.Join(' ', AlarmLaws.SomebodyHears(predicted.Deployment.With(AlarmLaws.Rule, rule => rule["properties"]!["enabled"] = false))), StringComparison.Ordinal);
        Assert.NotEmpty(AlarmLaws.SomebodyHears(predicted.Deployment.With(AlarmLaws.Rule, rule => rule["properties"]!["actions"]!["actionGroups"]!.AsArray().RemoveAt(0))));
    }

    [Fact]
    public void An_alarm_waits_for_no_metric_that_nobody_sends()
    {
        Assert.Empty(AlarmLaws.MetricsExist(predicted.Deployment));
        var misspelt = predicted.Deployment.With(AlarmLaws.Rule, rule => Query(rule, "AppMetrics | where Name == \"gegevensdeling.orphan\""));
        Assert.NotEmpty(AlarmLaws.MetricsExist(misspelt));
    }

    [Fact]
    public void The_alarm_on_the_sweep_also_speaks_when_nothing_is_heard()
    {
        Assert.Empty(AlarmLaws.SilenceIsHeard(predicted.Deployment));
        Assert.NotEmpty(AlarmLaws.SilenceIsHeard(predicted.Deployment.With(AlarmLaws.Rule, rule => Query(rule, "AppMetrics | where Sum < 1"))));
    }

    [Fact]
    [Requirement("W21")]
    public void Who_comes_at_a_key_or_content_is_logged()
    {
        Assert.Empty(AlarmLaws.AccessIsLogged(predicted.Deployment));
        Assert.NotEmpty(AlarmLaws.AccessIsLogged(predicted.Deployment.With("Microsoft.Insights/diagnosticSettings", setting => setting["properties"]!["logs"]![0]!["enabled"] = false)));
        var queries = predicted.Deployment.Of(AlarmLaws.Rule).Where(rule => rule.Name.Contains("-inzage-", StringComparison.Ordinal)).Select(AlarmLaws.Query).ToList();
        Assert.All(queries, query => Assert.Contains(".outputs.principalId", query, StringComparison.Ordinal));
        Assert.Equal(2, queries.Count);
    }

    [Fact]
    public void Each_alarm_has_its_heading_in_the_handbook_and_each_heading_its_alarm() =>
        Assert.Equal(AlarmLaws.Names(predicted.Deployment), [.. Headings().Matches(Repository.Read("docs/operations.md")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)]);

    private static void Query(JsonObject rule, string query) => rule["properties"]!["criteria"]!["allOf"]![0]!["query"] = query;

    [GeneratedRegex("^### `([a-z0-9-]+)`", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
