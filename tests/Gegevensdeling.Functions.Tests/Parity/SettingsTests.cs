using System.Globalization;
using System.Text.Json.Nodes;
using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Azure;
using Gegevensdeling.Functions.Hosting;
using Gegevensdeling.Governance.PersonAnswers;
using Gegevensdeling.Keys;
using Microsoft.Extensions.Configuration;

namespace Gegevensdeling.Functions.Tests.Parity;

/// <summary>Every setting of the sample is an option of the host and the other way round, and the host says what is wrong before it starts.</summary>
public sealed class SettingsTests
{
    private const string BodyLimit = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    /// <summary>Read by the platform and the libraries, not by our options.</summary>
    private static readonly string[] Platform = ["AZURE_TOKEN_CREDENTIALS", "AzureWebJobsStorage__accountName", BodyLimit, "FUNCTIONS_WORKER_RUNTIME"];

    [Fact]
    public void Every_setting_of_the_sample_exists_in_the_options_and_the_other_way_round()
    {
        var options = Leaves(typeof(AzureOptions), "").Concat(Leaves(typeof(QueryLimits), "PersonQueries__")).Concat(Leaves(typeof(SigningKeyTerms), "SigningKeys__")).Append("Identity").Order();
        Assert.Equal(options, Sample().Keys.Except(Platform).Order());
    }

    [Fact]
    public void The_sample_is_read_and_complete()
    {
        var settings = HostSettings.Read(Configuration(Sample()));
        Assert.Equal(1, settings.SigningKeys.Years);
        Assert.Equal("https://audit.blob.core.windows.net/", settings.Azure.Audit.BlobEndpoint!.ToString());
        Assert.Equal("ocmw-mechelen", Assert.Single(Assert.Single(settings.Identity.Issuers).Parties).Value);
    }

    [Fact]
    public void Each_setting_that_must_be_there_is_missed_by_name()
    {
        foreach (var name in Sample().Keys.Except(Platform).Except(["AfterRestore", "Graph__TeamsAppId", "Graph__TeamsRecipients", "Graph__BaseAddress", "Identity", "PersonQueries__PerStaff", "PersonQueries__PerParty", "SigningKeys__Years", "SigningKeys__Withdrawn"]))
        {
            var refused = Assert.Throws<InvalidDataException>(() => HostSettings.Read(Configuration(Sample().Where(setting => setting.Key != name))));
            Assert.Contains(name.Split("__")[0], refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_setting_of_a_wrong_form_is_refused_and_its_value_is_not_shown()
    {
        var sample = Sample();
        (sample["Storage__BlobEndpoint"], sample["Identity"]) = ("http://:geheim", "{ geheim");
        var refused = Assert.Throws<InvalidDataException>(() => HostSettings.Read(Configuration(sample)));
        Assert.Contains("Identity", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SigningKeys__Years", "0")]
    [InlineData("SigningKeys__Years", "4")]
    [InlineData("SigningKeys__Withdrawn", "geen-sleutel")]
    public void A_term_of_the_signing_key_that_cannot_be_is_refused(string name, string value)
    {
        var sample = Sample();
        sample[name] = value;
        var refused = Assert.Throws<InvalidDataException>(() => HostSettings.Read(Configuration(sample)));
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geen-sleutel", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The platform counts a body as Kestrel does, before the host sees it: what the dispatcher would let in must get that far.</summary>
    [Fact]
    public void The_platform_lets_through_what_the_largest_route_takes()
    {
        var largest = FunctionParityTests.Table().Routes.Where(route => route.File is not null).Max(route => Upload.ServerLimit(route.File!));
        Assert.Equal(largest, long.Parse(Sample()[BodyLimit]!, CultureInfo.InvariantCulture));
    }

    /// <summary>What may not be switched on: Durable Task would write inputs and outputs to telemetry.</summary>
    [Fact]
    public void The_host_traces_no_inputs_and_uses_Azure_Storage_and_OpenTelemetry()
    {
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")))!;
        Assert.Equal("OpenTelemetry", host["telemetryMode"]!.GetValue<string>());
        var durable = host["extensions"]!["durableTask"]!;
        Assert.Equal("AzureStorage", durable["storageProvider"]!["type"]!.GetValue<string>());
        Assert.False(durable["tracing"]!["traceInputsAndOutputs"]!.GetValue<bool>());
    }

    private static IEnumerable<string> Leaves(Type options, string path) =>
        from property in options.GetProperties().Where(property => property.GetMethod!.IsPublic && !property.GetMethod.IsStatic)
        from name in property.PropertyType.Namespace!.StartsWith(nameof(Gegevensdeling), StringComparison.Ordinal) ? Leaves(property.PropertyType, $"{path}{property.Name}__") : [path + property.Name]
        select name;

    private static Dictionary<string, string?> Sample() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")))!["Values"]!.AsObject().ToDictionary(value => value.Key, value => value.Value?.GetValue<string>());

    private static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value))).Build();
}
