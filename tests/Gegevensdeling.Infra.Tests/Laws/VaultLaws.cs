namespace Gegevensdeling.Infra.Tests.Laws;

/// <summary>What holds for the two vaults.</summary>
internal static class VaultLaws
{
    public const string Vault = "Microsoft.KeyVault/vaults";

    /// <summary>One vault from which a purge is final (F3), one from which nothing can be purged (F1); roles only, closed but for the operator's addresses.</summary>
    public static IEnumerable<string> OnePurgesAndOneNever(Deployment deployment)
    {
        var vaults = deployment.Of(Vault);
        var exchange = vaults.Where(vault => vault["enablePurgeProtection"] is null).ToList();
        var system = vaults.Where(vault => vault.Is(true, "enablePurgeProtection")).ToList();
        if (vaults.Count != 2 || exchange.Count != 1 || system.Count != 1)
            return [$"{vaults.Count} vaults, {exchange.Count} without purge protection, {system.Count} with"];
        return
        [
            .. Wrong(exchange[0], days: 7, named: "-uitw-"), .. Wrong(system[0], days: 90, named: "-syst-"),
            .. exchange.Where(vault => vault.Text("publicNetworkAccess") != "Disabled").Select(vault => $"{vault.Name}: publicNetworkAccess"),
        ];
    }

    private static IEnumerable<string> Wrong(Resource vault, int days, string named) =>
        from wrong in new (bool Kept, string Name)[]
        {
            (vault.Name.Contains(named, StringComparison.Ordinal), "name"),
            (vault.Is(true, "enableRbacAuthorization"), "enableRbacAuthorization"),
            (vault.Is(true, "enableSoftDelete"), "enableSoftDelete"),
            (vault["softDeleteRetentionInDays"]?.GetValue<int>() == days, "softDeleteRetentionInDays"),
            (vault["accessPolicies"] is null, "accessPolicies"),
            (vault.Text("networkAcls", "defaultAction") == "Deny", "networkAcls.defaultAction"),
            (vault.Text("networkAcls", "bypass") == "None", "networkAcls.bypass"),
            (vault.Is(false, "enabledForTemplateDeployment"), "enabledForTemplateDeployment"),
        }
        where !wrong.Kept
        select $"{vault.Name}: {wrong.Name}";
}
