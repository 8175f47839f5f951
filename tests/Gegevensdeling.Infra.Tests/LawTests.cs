using System.Text.Json.Nodes;
using Gegevensdeling.Infra.Tests.Laws;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Infra.Tests;

/// <summary>The laws on what would be deployed. Each is shown to see a planted fault.</summary>
public sealed class LawTests(Predicted predicted)
{
    private static readonly JsonNode Nothing = JsonValue.Create("iedereen");

    [Fact]
    public void No_account_opens_with_a_key_or_to_the_public()
    {
        Kept(StorageLaws.NoKeysAndNoPublic);
        Seen(StorageLaws.NoKeysAndNoPublic, StorageLaws.Account, account => account["properties"]!["allowSharedKeyAccess"] = true);
        Seen(StorageLaws.NoKeysAndNoPublic, StorageLaws.Account, account => account["properties"]!["networkAcls"]!["defaultAction"] = "Allow");
    }

    [Fact]
    [Requirement("F2")]
    public void No_account_keeps_what_was_deleted()
    {
        Kept(StorageLaws.NothingDeletedIsKept);
        Seen(StorageLaws.NothingDeletedIsKept, StorageLaws.BlobService, service => service["properties"]!["isVersioningEnabled"] = true);
        Seen(StorageLaws.NothingDeletedIsKept, StorageLaws.BlobService, service => service["properties"]!["deleteRetentionPolicy"] = new JsonObject { ["enabled"] = true, ["days"] = 7 });
    }

    /// <summary>P10: each municipality has its own user and container, and body A cannot list body B.</summary>
    [Fact]
    public void Each_sftp_user_sees_its_own_container_and_nothing_else()
    {
        Assert.Equal(2, predicted.Deployment.Of(StorageLaws.User).Count);
        Kept(StorageLaws.EachUserSeesItsOwnContainer);
        Seen(StorageLaws.EachUserSeesItsOwnContainer, StorageLaws.User, user => user["properties"]!["permissionScopes"]![0]!["resourceName"] = "ocmw-proefdorp");
        Seen(StorageLaws.EachUserSeesItsOwnContainer, StorageLaws.User, user => user["properties"]!["permissionScopes"]![0]!["permissions"] = "rlw");
    }

    [Fact]
    [Requirement("F1")]
    public void The_audit_chain_only_grows_and_evidence_is_written_once()
    {
        Kept(StorageLaws.EvidenceStays);
        Seen(StorageLaws.EvidenceStays, StorageLaws.Policy, policy => policy["properties"]!["allowProtectedAppendWrites"] = true);
    }

    [Fact]
    [Requirement("F3")]
    public void A_purge_is_final_in_the_vault_of_exchanges_and_impossible_in_that_of_the_system()
    {
        Kept(VaultLaws.OnePurgesAndOneNever);
        Seen(VaultLaws.OnePurgesAndOneNever, VaultLaws.Vault, vault => vault["properties"]!["enablePurgeProtection"] = true);
        Seen(VaultLaws.OnePurgesAndOneNever, VaultLaws.Vault, vault => vault["properties"]!["enablePurgeProtection"] = null);
    }

    [Fact]
    [Requirement("W21")]
    public async Task Roles_are_for_the_app_alone_and_are_those_that_were_approved()
    {
        Kept(RoleLaws.OnlyTheApp);
        Seen(RoleLaws.OnlyTheApp, RoleLaws.Assignment, role => role["properties"]!["principalType"] = "User");
        Seen(RoleLaws.OnlyTheApp, RoleLaws.Assignment, role => role["properties"]!["principalId"] = Nothing.DeepClone());
        Kept(RoleLaws.NarrowDefinitions);
        Seen(RoleLaws.NarrowDefinitions, RoleLaws.Definition, role => role["properties"]!["permissions"]![0]!["dataActions"]!.AsArray().Add("Microsoft.KeyVault/vaults/secrets/backup/action"));
        Seen(RoleLaws.NarrowDefinitions, RoleLaws.Definition, role =>
        {
            if (role["properties"]!["roleName"]!.GetValue<string>().Contains("systeemsleutels", StringComparison.Ordinal))
                role["properties"]!["permissions"]![0]!["dataActions"]!.AsArray().Add("Microsoft.KeyVault/vaults/secrets/purge/action");
        });
        await Approved.EqualAsync("roles.approved.txt", string.Join('\n', RoleLaws.Table(predicted.Deployment)) + "\n");
    }

    [Fact]
    public void The_app_has_no_way_in_but_https()
    {
        Kept(AppLaws.NoWayInButHttps);
        Seen(AppLaws.NoWayInButHttps, AppLaws.Site, site => site["properties"]!["httpsOnly"] = false);
    }

    [Fact]
    public void Stores_and_vaults_are_reached_through_the_network()
    {
        Kept(AppLaws.EverythingHasAPrivateEndpoint);
        Seen(AppLaws.EverythingHasAPrivateEndpoint, "Microsoft.Network/privateEndpoints", endpoint => endpoint["name"] = "iets-anders");
    }

    private static void Absent(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    private void Kept(Func<Deployment, IEnumerable<string>> law) => Absent(law(predicted.Deployment));

    private void Seen(Func<Deployment, IEnumerable<string>> law, string type, Action<JsonObject> fault) => Assert.NotEmpty(law(predicted.Deployment.With(type, fault)));
}
