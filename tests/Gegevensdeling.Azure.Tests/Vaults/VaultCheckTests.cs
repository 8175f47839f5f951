using Gegevensdeling.Azure.Vaults;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Vaults;

public sealed class VaultCheckTests(Cloud cloud)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("F3")]
    public async Task Only_a_vault_that_purges_for_exchanges_beside_one_that_does_not_for_the_system_is_accepted()
    {
        await using var purges = await Vault.OpenAsync(cloud, purgeable: true, Cancelled);
        await using var keeps = await Vault.OpenAsync(cloud, purgeable: false, Cancelled);
        await VaultCheck.RunAsync(purges.Client, keeps.Client, Cancelled);
        await VaultCheck.RunAsync(purges.Client, keeps.Client, Cancelled);
        Assert.Contains("purge protection", (await Refused(keeps, purges)).Message, StringComparison.Ordinal);
        Assert.Contains("twee verschillende kluizen", (await Refused(purges, purges)).Message, StringComparison.Ordinal);
        await using var other = await Vault.OpenAsync(cloud, purgeable: true, Cancelled);
        Assert.Contains("kluis voor de sleutels van het systeem", (await Refused(purges, other)).Message, StringComparison.Ordinal);
        Assert.Empty(await purges.Keys.ListAsync(Cancelled).ToListAsync(Cancelled)); // the probe is no key of an exchange
    }

    private static Task<VaultRefusedException> Refused(Vault exchange, Vault system) =>
        Assert.ThrowsAsync<VaultRefusedException>(() => VaultCheck.RunAsync(exchange.Client, system.Client, Cancelled));
}
