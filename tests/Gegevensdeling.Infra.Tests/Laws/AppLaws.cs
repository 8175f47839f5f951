using System.Text.RegularExpressions;

namespace Gegevensdeling.Infra.Tests.Laws;

/// <summary>What holds for the host and its network.</summary>
internal static partial class AppLaws
{
    public const string Site = "Microsoft.Web/sites";
    public const string Settings = Site + "/config";

    /// <summary>HTTPS only, no FTP, no shell, no publishing password, one system identity.</summary>
    public static IEnumerable<string> NoWayInButHttps(Deployment deployment) =>
        from site in deployment.Of(Site)
        let storage = site["functionAppConfig", "deployment", "storage"]
        from wrong in new (bool Kept, string Name)[]
        {
            (site.Is(true, "httpsOnly"), "httpsOnly"),
            (site.Is(false, "sshEnabled"), "sshEnabled"),
            (site.Text("siteConfig", "ftpsState") == "Disabled", "ftpsState"),
            (site.Text("siteConfig", "minTlsVersion") == "1.2", "minTlsVersion"),
            (site.Is(false, "siteConfig", "remoteDebuggingEnabled"), "remoteDebuggingEnabled"),
            (site.Node["identity"]?["type"]?.GetValue<string>() == "SystemAssigned", "identity"),
            (storage?["authentication"]?["type"]?.GetValue<string>() == "SystemAssignedIdentity", "deployment"),
            (site.Text("functionAppConfig", "runtime", "name") == "dotnet-isolated" && site.Text("functionAppConfig", "runtime", "version") == "10.0", "runtime"),
            (site.Text("virtualNetworkSubnetId").Length > 0, "virtualNetworkSubnetId"),
            (deployment.Of(Site + "/basicPublishingCredentialsPolicies").Count(policy => policy.Is(false, "allow")) == 2, "publishing passwords"),
        }
        where !wrong.Kept
        select $"{site.Name}: {wrong.Name}";

    /// <summary>Names that App Service takes (learn.microsoft.com/azure/app-service/configure-common), and values without a secret in them.</summary>
    public static IEnumerable<string> SettingsAreNamedWellAndHoldNoSecret(Deployment deployment) =>
        from settings in deployment.Of(Settings)
        from setting in settings.Node["properties"]!.AsObject()
        let value = setting.Value!.GetValue<string>()
        where !SettingName().IsMatch(setting.Key) || Secret().IsMatch(value)
        select setting.Key;

    /// <summary>Every store and vault is reached through the network.</summary>
    public static IEnumerable<string> EverythingHasAPrivateEndpoint(Deployment deployment)
    {
        var reached = deployment.Of("Microsoft.Network/privateEndpoints").Select(endpoint => endpoint.Name).ToHashSet();
        return deployment.Of(StorageLaws.Account).Select(account => account.Name + "-blob")
            .Concat(deployment.Of(VaultLaws.Vault).Select(vault => vault.Name + "-vault"))
            .Where(name => !reached.Contains(name));
    }

    [GeneratedRegex("^[A-Za-z0-9_.]+$")]
    private static partial Regex SettingName();

    [GeneratedRegex("AccountKey|SharedAccessSignature|listKeys|listSecrets|Password=", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
