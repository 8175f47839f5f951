using System.Text.Json;
using System.Text.Json.Nodes;
using Gegevensdeling.Infra.Tests.Laws;
using Xunit;

namespace Gegevensdeling.Infra.Tests;

/// <summary>The app gets every setting that the host has an option for, and no other.</summary>
public sealed class SettingsTests(Predicted predicted)
{
    private const string BodyLimit = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    /// <summary>Read by the platform and the libraries, not by our options.</summary>
    private static readonly string[] Platform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_TOKEN_CREDENTIALS", "AzureWebJobsStorage", "AzureWebJobsStorage__accountName",
        "DOTNET_EnableDiagnostics", BodyLimit, "FUNCTIONS_WORKER_RUNTIME", "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    /// <summary>Until the host's sample is there.</summary>
    private static readonly string[] Agreed =
    [
        "AfterRestore", "Audit__BlobEndpoint", "Drop__BlobEndpoint", "Graph__BaseAddress", "Graph__Sender", "Graph__TeamsAppId", "Graph__TeamsRecipients", "Identity", "Storage__BlobEndpoint", "Storage__TableEndpoint", "Vaults__Exchange",
        "Vaults__System",
    ];

    [Fact]
    public void The_settings_are_those_of_the_host() => Assert.Equal(Expected(), Given(predicted.Deployment));

    [Fact]
    public void A_setting_has_a_name_that_App_Service_takes_and_no_secret_in_it()
    {
        Assert.Empty(AppLaws.SettingsAreNamedWellAndHoldNoSecret(predicted.Deployment));
        Assert.Equal(["Identity__Issuers__0__Parties__2222-2222"], Planted("Identity__Issuers__0__Parties__2222-2222", "ocmw"));
        Assert.Equal(["Storage"], Planted("Storage", "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=eA=="));
    }

    /// <summary>Without it the platform refuses what is above 100 MB, and a year's extract is. The sample is checked against the routes.</summary>
    [Fact]
    public void The_platform_lets_through_what_the_largest_route_takes()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json")))!["Values"]!;
        Assert.Equal(sample[BodyLimit]!.GetValue<string>(), predicted.Deployment.Of(AppLaws.Settings).Single().Text(BodyLimit));
    }

    [Fact]
    public void The_identity_section_is_json_with_issuers()
    {
        var identity = JsonNode.Parse(predicted.Deployment.Of(AppLaws.Settings).Single().Text("Identity"))!;
        Assert.Equal("tid", identity["Issuers"]![0]!["PartyClaim"]!.GetValue<string>());
    }

    private static IReadOnlyList<string> Given(Deployment deployment) =>
        [.. deployment.Of(AppLaws.Settings).Single().Node["properties"]!.AsObject().Select(setting => setting.Key).Except(Platform).Order(StringComparer.Ordinal)];

    // Issuers have dictionaries whose keys no setting's name can hold: the section goes as one value.
    private static IReadOnlyList<string> Expected()
    {
        var sample = Path.Combine(Repository.Root, "local.settings.sample.json");
        var values = File.Exists(sample) ? JsonNode.Parse(File.ReadAllText(sample), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })?["Values"]?.AsObject() : null;
        return values is null
            ? Agreed
            : [.. values.Select(value => value.Key.Replace(":", "__", StringComparison.Ordinal)).Select(key => key.StartsWith("Identity__", StringComparison.Ordinal) ? "Identity" : key).Except(Platform).Distinct().Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Planted(string name, string value) =>
        AppLaws.SettingsAreNamedWellAndHoldNoSecret(predicted.Deployment.With(AppLaws.Settings, settings => settings["properties"]![name] = value));
}
