using System.Text.RegularExpressions;

namespace Gegevensdeling.Infra.Tests.Laws;

/// <summary>Who hears what.</summary>
internal static partial class AlarmLaws
{
    public const string Rule = "Microsoft.Insights/scheduledQueryRules";

    /// <summary>The metrics of the code, by name; an alarm on another would never speak.</summary>
    private static readonly HashSet<string> Metrics =
    [
        "gegevensdeling.activity.duration", "gegevensdeling.activity.retries", "gegevensdeling.step.wait", "gegevensdeling.request.duration", "gegevensdeling.sweep.runs",
        "gegevensdeling.erasure.open", "gegevensdeling.erasure.failed", "gegevensdeling.orphans", "gegevensdeling.overdue", "gegevensdeling.message.unconfirmed", "gegevensdeling.audit.broken",
        "gegevensdeling.orchestration.stopped", "gegevensdeling.breach.overdue",
    ];

    private static readonly string[] Required =
    [
        "auditketen-stuk", "bericht-onbevestigd", "fouten-5xx", "gegevenslek-termijn", "inzage-inhoud", "inzage-sleutels", "niet-bereikbaar", "ontvangst-uitgebleven", "opruimronde", "rechten-gewijzigd",
        "sleutel-niet-overhandigd", "stap-mislukt", "verwerking-gestopt", "wees", "wissing-mislukt", "wissing-open",
    ];

    /// <summary>Alarm names without the name of the app before them.</summary>
    public static IReadOnlyList<string> Names(Deployment deployment) =>
        [.. All(deployment).Select(alarm => string.Join('-', alarm.Name.Split('-')[2..])).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> AllAreThere(Deployment deployment) => Required.Except(Names(deployment));

    /// <summary>Each is on and goes to the operator; what touches keys, content or erasure goes to the data protection officers too.</summary>
    public static IEnumerable<string> SomebodyHears(Deployment deployment) =>
        from alarm in All(deployment)
        let groups = (alarm["actions"] is System.Text.Json.Nodes.JsonArray list ? list : alarm["actions", "actionGroups"]!.AsArray()).Select(node => node!.ToJsonString()).ToList()
        let told = (Operator: groups.Any(one => one.Contains("operatorGroupId", StringComparison.Ordinal)), Dpo: groups.Any(one => one.Contains("dpoGroupId", StringComparison.Ordinal)))
        let must = ForDpo().IsMatch(alarm.Name)
        where !alarm.Is(true, "enabled") || !told.Operator || (must && !told.Dpo)
        select alarm.Name;

    /// <summary>No alarm waits for a metric that nobody sends.</summary>
    public static IEnumerable<string> MetricsExist(Deployment deployment) =>
        from rule in deployment.Of(Rule)
        from Match metric in MetricName().Matches(Query(rule))
        where !Metrics.Contains(metric.Groups[1].Value)
        select $"{rule.Name}: {metric.Groups[1].Value}";

    /// <summary>The sweep's alarm also speaks when nothing is heard at all: its query gives a row then.</summary>
    public static IEnumerable<string> SilenceIsHeard(Deployment deployment) =>
        from rule in deployment.Of(Rule).Where(rule => rule.Name.EndsWith("-opruimronde", StringComparison.Ordinal))
        let query = Query(rule)
        where !query.Contains("ago(25h)", StringComparison.Ordinal) || !query.EndsWith("summarize Gelukt = sum(Sum) | where isnull(Gelukt) or Gelukt < 1", StringComparison.Ordinal) || rule.Text("windowSize") != "P2D"
        select rule.Name;

    /// <summary>Vaults and every account that holds something of an exchange tell who came.</summary>
    public static IEnumerable<string> AccessIsLogged(Deployment deployment)
    {
        var logged = deployment.Of("Microsoft.Insights/diagnosticSettings").Where(setting => setting["logs"]!.AsArray().All(log => log!["enabled"]!.GetValue<bool>())).Select(setting => setting.Id).ToList();
        return deployment.Of(VaultLaws.Vault).Concat(deployment.Of(StorageLaws.BlobService).Where(service => !service.Owner.Contains("host", StringComparison.Ordinal)))
            .Where(target => !logged.Exists(id => id.StartsWith(target.Id + "/providers/", StringComparison.Ordinal)))
            .Select(target => target.Name);
    }

    public static string Query(Resource rule) => rule["criteria", "allOf"]![0]!["query"]!.GetValue<string>();

    private static IEnumerable<Resource> All(Deployment deployment) =>
        [.. deployment.Of(Rule), .. deployment.Of("Microsoft.Insights/activityLogAlerts"), .. deployment.Of("Microsoft.Insights/metricAlerts")];

    [GeneratedRegex("(inzage-|rechten-|wissing-open|wees|opruimronde|sleutel-|gegevenslek-)")]
    private static partial Regex ForDpo();

    [GeneratedRegex("\"(gegevensdeling\\.[a-z.]+)\"")]
    private static partial Regex MetricName();
}
