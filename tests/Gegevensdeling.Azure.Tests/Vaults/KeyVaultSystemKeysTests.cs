using Azure.Data.Tables;
using Gegevensdeling.Azure.Vaults;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Vaults;

public sealed class KeyVaultSystemKeysTests(Cloud cloud) : SystemKeysContract, IAsyncLifetime
{
    private Vault vault = null!;
    private TableClient elections = null!;

    /// <summary>Another instance each time, as another host would be: none remembers what one of the others made.</summary>
    protected override ISystemKeys Keys => new KeyVaultSystemKeys(vault.Client, elections);

    public async ValueTask InitializeAsync()
    {
        vault = await Vault.OpenAsync(cloud, purgeable: false, Cancelled);
        elections = new TableClient(cloud.Azurite.Tables, $"sleutels{Guid.NewGuid():N}", cloud.Credential, new AzureConnection(cloud.Credential) { Transport = cloud.Transport }.Apply(new TableClientOptions()));
        await elections.CreateAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await elections.DeleteAsync(Cancelled);
        await vault.DisposeAsync();
    }

    [Fact]
    public async Task A_table_that_lost_its_rows_makes_no_new_key()
    {
        var made = await Keys.GetOrCreateAsync("handtekening/2026-001", () => [1, 2, 3], Cancelled);
        await elections.DeleteAsync(Cancelled);
        await elections.CreateAsync(Cancelled);
        Assert.Equal(["handtekening/2026-001"], await Keys.NamesAsync("handtekening/", Cancelled));
        Assert.Equal(made, await Keys.GetOrCreateAsync("handtekening/2026-001", () => [9], Cancelled));
        Assert.Equal(["handtekening/2026-001"], await Keys.NamesAsync("handtekening/", Cancelled));
    }

    [Theory]
    [InlineData("handtekening/2026-001")]
    [InlineData("pseudoniem/mechelen-2024")]
    [InlineData("a-s/-h-/s/h--")]
    public void A_name_becomes_a_secrets_name_and_itself_again(string name)
    {
        var secret = KeyVaultSystemKeys.SecretNameOf(name);
        Assert.Matches("^[0-9a-zA-Z-]+$", secret);
        Assert.Equal(name, KeyVaultSystemKeys.NameOf(secret));
    }
}
