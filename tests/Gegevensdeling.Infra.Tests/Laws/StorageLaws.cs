namespace Gegevensdeling.Infra.Tests.Laws;

/// <summary>What holds for every storage account. Each law gives what breaks it; nothing when it is kept.</summary>
internal static class StorageLaws
{
    public const string Account = "Microsoft.Storage/storageAccounts";
    public const string BlobService = Account + "/blobServices";
    public const string Container = BlobService + "/containers";
    public const string Policy = Container + "/immutabilityPolicies";
    public const string User = Account + "/localUsers";

    /// <summary>Identities only, over TLS, from the network or from listed addresses.</summary>
    public static IEnumerable<string> NoKeysAndNoPublic(Deployment deployment) =>
        from account in deployment.Of(Account)
        let sftp = account.Is(true, "isSftpEnabled")
        from wrong in new (bool Kept, string Name)[]
        {
            (account.Is(false, "allowSharedKeyAccess"), "allowSharedKeyAccess"),
            (account.Is(false, "allowBlobPublicAccess"), "allowBlobPublicAccess"),
            (account.Is(false, "allowCrossTenantReplication"), "allowCrossTenantReplication"),
            (account.Is(true, "supportsHttpsTrafficOnly"), "supportsHttpsTrafficOnly"),
            (account.Is(true, "encryption", "requireInfrastructureEncryption"), "requireInfrastructureEncryption"),
            (account.Text("minimumTlsVersion") == "TLS1_2", "minimumTlsVersion"),
            (account.Text("networkAcls", "defaultAction") == "Deny", "networkAcls.defaultAction"),
            (account.Text("networkAcls", "bypass") == "None", "networkAcls.bypass"),
            (account.Text("publicNetworkAccess") == (sftp ? "Enabled" : "Disabled"), "publicNetworkAccess"),
            (account.Is(sftp, "isLocalUserEnabled") && account.Is(sftp, "isHnsEnabled"), "isLocalUserEnabled, isHnsEnabled"),
        }
        where !wrong.Kept
        select $"{account.Name}: {wrong.Name}";

    /// <summary>No account keeps a version, a deleted blob, a deleted container or a change feed (F2).</summary>
    public static IEnumerable<string> NothingDeletedIsKept(Deployment deployment)
    {
        var services = deployment.Of(BlobService).ToDictionary(service => service.Owner);
        foreach (var account in deployment.Of(Account))
        {
            if (!services.TryGetValue(account.Name, out var service))
                yield return $"{account.Name}: nothing is said of deleted blobs";
            else if (!service.Is(false, "isVersioningEnabled"))
                yield return $"{account.Name}: isVersioningEnabled";
            else if (!service.Is(false, "deleteRetentionPolicy", "enabled") || !service.Is(false, "containerDeleteRetentionPolicy", "enabled"))
                yield return $"{account.Name}: soft delete";
            else if (account.Is(false, "isHnsEnabled") && (!service.Is(false, "changeFeed", "enabled") || !service.Is(false, "restorePolicy", "enabled")))
                yield return $"{account.Name}: change feed or restore";
        }
    }

    /// <summary>Each SFTP user has one scope, the container that is its home, and may only read and list there (P10).</summary>
    public static IEnumerable<string> EachUserSeesItsOwnContainer(Deployment deployment)
    {
        var containers = deployment.Of(Container).Select(container => container.Name).ToHashSet();
        var taken = new HashSet<string>();
        foreach (var user in deployment.Of(User))
        {
            var (account, name) = (user.Owner, user.Name.Split('/')[^1]);
            var scopes = user["permissionScopes"]?.AsArray() ?? [];
            if (scopes.Count != 1 || scopes[0]!["service"]!.GetValue<string>() != "blob")
                yield return $"{name}: {scopes.Count} scopes";
            foreach (var scope in scopes)
            {
                var container = scope!["resourceName"]!.GetValue<string>();
                if (container.Replace("-", string.Empty, StringComparison.Ordinal) != name || !containers.Contains($"{account}/default/{container}") || !taken.Add(container))
                    yield return $"{name}: sees {container}";
                if (user.Text("homeDirectory") != container)
                    yield return $"{name}: home";
                if (scope["permissions"]!.GetValue<string>().Except("rl").Any())
                    yield return $"{name}: {scope["permissions"]}";
            }

            if (!name.All(char.IsAsciiLetterOrDigit) || !user.Is(true, "hasSshPassword") || !user.Is(false, "hasSshKey") || !user.Is(false, "hasSharedKey") || !user.Is(false, "allowAclAuthorization"))
                yield return $"{name}: sign-in";
        }
    }

    /// <summary>The audit chain can only grow, a document of evidence is written once, and nothing else is immutable (or it could not be erased).</summary>
    public static IEnumerable<string> EvidenceStays(Deployment deployment)
    {
        var policies = deployment.Of(Policy).ToDictionary(policy => string.Join('/', policy.Name.Split('/')[1..3]), policy => policy);
        if (!policies.Keys.Order(StringComparer.Ordinal).SequenceEqual(["default/audit", "default/bewijs"]))
            yield return $"immutable: {string.Join(", ", policies.Keys)}";
        foreach (var (container, policy) in policies)
        {
            if (policy["immutabilityPeriodSinceCreationInDays"]!.GetValue<int>() < 3652)
                yield return $"{container}: less than ten years";
            if (!policy.Is(container == "default/audit", "allowProtectedAppendWrites"))
                yield return $"{container}: allowProtectedAppendWrites";
        }
    }
}
