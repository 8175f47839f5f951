using System.Buffers.Binary;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Gegevensdeling.Infra.Tests;

/// <summary>
/// The Teams app keeps the rules of its manifest (developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json; lengths and required
/// members are copied from there) and says nothing of anybody.
/// </summary>
public sealed partial class TeamsManifestTests
{
    private static readonly (string Path, int Length)[] Required =
    [
        ("manifestVersion", 4), ("version", 256), ("id", 36), ("developer.name", 32), ("developer.websiteUrl", 2048), ("developer.privacyUrl", 2048), ("developer.termsOfUseUrl", 2048),
        ("name.short", 30), ("name.full", 100), ("description.short", 80), ("description.full", 4000), ("icons.color", 2048), ("icons.outline", 2048), ("accentColor", 7),
        ("webApplicationInfo.id", 36), ("webApplicationInfo.resource", 2048),
    ];

    private static readonly string[] Known =
        ["$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor", "webApplicationInfo", "activities"];

    private static readonly JsonObject Manifest = JsonNode.Parse(Repository.Read("infra/teams/manifest.json"))!.AsObject();

    [Fact]
    public void Every_required_member_is_there_and_short_enough()
    {
        Assert.Empty(Wrong(Manifest));
        Assert.Equal(Known.Order(StringComparer.Ordinal), Manifest.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal($"https://developer.microsoft.com/json-schemas/teams/v{Manifest["manifestVersion"]}/MicrosoftTeams.schema.json", Manifest["$schema"]!.GetValue<string>());
        Assert.All(new[] { "id", "webApplicationInfo.id" }, path => Assert.True(Guid.TryParseExact(Find(Manifest, path), "D", out _), path));
        Assert.Matches("^#[0-9A-Fa-f]{6}$", Find(Manifest, "accentColor"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", Find(Manifest, "version"));
        Assert.All(Manifest["developer"]!.AsObject().Where(member => member.Key.EndsWith("Url", StringComparison.Ordinal)), url => Assert.StartsWith("https://", url.Value!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_or_too_long_member_is_found()
    {
        var planted = Manifest.DeepClone().AsObject();
        planted["description"]!["short"] = new string('x', 81);
        planted.Remove("accentColor");
        Assert.Equal(["description.short", "accentColor"], Wrong(planted));
    }

    /// <summary>A notification is seen on lock screens and by whoever stands by: it holds a reference and nothing else (W4).</summary>
    [Fact]
    public void The_notification_names_a_reference_only()
    {
        var activity = Manifest["activities"]!["activityTypes"]!.AsArray().Single()!;
        Assert.Equal("nieuwsVoorDpo", activity["type"]!.GetValue<string>());
        Assert.True(activity["description"]!.GetValue<string>().Length <= 128);
        Assert.True(activity["templateText"]!.GetValue<string>().Length <= 128);
        Assert.Equal(["{verwijzing}"], Parameter().Matches(activity["templateText"]!.GetValue<string>()).Select(match => match.Value));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void An_icon_has_the_size_that_Teams_asks(string name, uint size)
    {
        Assert.Equal(name, Find(Manifest, "icons." + Path.GetFileNameWithoutExtension(name)));
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Infra, "teams", name));
        Assert.Equal("\u0089PNG\r\n\u001a\n"u8.ToArray()[^4..], bytes[4..8]);
        Assert.Equal((size, size), (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20))));
    }

    private static IEnumerable<string> Wrong(JsonObject manifest) =>
        Required.Where(rule => Find(manifest, rule.Path) is not { Length: > 0 } text || text.Length > rule.Length).Select(rule => rule.Path);

    private static string? Find(JsonObject manifest, string path) =>
        path.Split('.').Aggregate((JsonNode?)manifest, (node, name) => node?[name])?.GetValue<string>();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
