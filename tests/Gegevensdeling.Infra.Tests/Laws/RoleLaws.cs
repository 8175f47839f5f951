namespace Gegevensdeling.Infra.Tests.Laws;

/// <summary>Who may do what.</summary>
internal static class RoleLaws
{
    public const string Assignment = "Microsoft.Authorization/roleAssignments";
    public const string Definition = "Microsoft.Authorization/roleDefinitions";

    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    /// <summary>Every role is for the identity of the app and on one resource; no person has a standing one (W21).</summary>
    public static IEnumerable<string> OnlyTheApp(Deployment deployment) =>
        from role in deployment.Of(Assignment)
        let principal = role.Text("principalId")
        where role.Text("principalType") != "ServicePrincipal" || !principal.StartsWith("[reference(", StringComparison.Ordinal)
            || !principal.EndsWith(".outputs.principalId.value]", StringComparison.Ordinal) || !principal.Contains("format('app-{0}'", StringComparison.Ordinal)
            || !Scope(role).Contains("/resourceGroups/rg-proef/providers/", StringComparison.Ordinal)
        select $"{Scope(role)}: {principal} ({role.Text("principalType")})";

    /// <summary>Resource and role, as words that a person can read.</summary>
    public static IEnumerable<string> Table(Deployment deployment) =>
        deployment.Of(Assignment).Select(role => $"{Scope(role).Split('/')[^1]}: {RoleName(role.Text("roleDefinitionId"))}").Order(StringComparer.Ordinal);

    /// <summary>Our own roles name each right: no wildcard, no copy of a key, nothing that deletes but the keys of exchanges.</summary>
    public static IEnumerable<string> NarrowDefinitions(Deployment deployment) =>
        from definition in deployment.Of(Definition)
        from permission in definition["permissions"]!.AsArray()
        from right in permission!["dataActions"]!.AsArray().Concat(permission["actions"]!.AsArray()).Select(node => node!.GetValue<string>())
        where right.Contains('*', StringComparison.Ordinal) || right.Contains("backup", StringComparison.Ordinal) || right.Contains("restore", StringComparison.Ordinal)
            || (!definition.Text("roleName").Contains("uitwisselingen", StringComparison.Ordinal) && !IsSoftDeleteOfASystemKey(definition, right) && (right.Contains("delete", StringComparison.Ordinal) || right.Contains("purge", StringComparison.Ordinal)))
            || right.Contains("roleAssignments", StringComparison.Ordinal)
        select $"{definition.Text("roleName")}: {right}";

    /// <summary>A protocol's pseudonym key goes at its very end. In that vault purge protection keeps what was deleted; only a purge would be final.</summary>
    private static bool IsSoftDeleteOfASystemKey(Resource definition, string right) =>
        definition.Text("roleName").Contains("systeemsleutels", StringComparison.Ordinal) && right == "Microsoft.KeyVault/vaults/secrets/delete";

    // Our own roles have their name from the output of the module that makes them.
    private static string RoleName(string id) => id.StartsWith('[') ? id.Split(".outputs.")[1].Split("Id")[0] : BuiltIn[id.Split('/')[^1]];

    private static string Scope(Resource role) => role.Id.Split("/providers/" + Assignment)[0];
}
