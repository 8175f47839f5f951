using Azure;
using Azure.Security.KeyVault.Secrets;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;
using Sky = Gegevensdeling.StandIns.Weather;

namespace Gegevensdeling.Azure.Tests.Vaults;

public sealed class KeyVaultKeyStoreTests(Cloud cloud) : KeyStoreContract, IAsyncLifetime
{
    private Vault vault = null!;

    protected override IKeyStore Store => vault.Keys;

    public async ValueTask InitializeAsync() => vault = await Vault.OpenAsync(cloud, purgeable: true, Cancelled);

    public ValueTask DisposeAsync() => vault.DisposeAsync();

    [Theory]
    [Requirement("F3")]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    public async Task A_purge_that_takes_a_while_is_awaited_and_leaves_no_value_in_the_vault(int untilDeleted, int untilPurged)
    {
        (vault.Server.LooksUntilDeleted, vault.Server.LooksUntilPurged) = (untilDeleted, untilPurged);
        await Store.PutAsync(One, "sleutel-een", Cancelled);
        await Store.PutAsync(Two, "sleutel-twee", Cancelled);
        await Store.PurgeAsync(One, Cancelled);
        Assert.Equal(["sleutel-twee"], vault.Server.Everything);
    }

    [Fact]
    [Requirement("F3")]
    public async Task What_somebody_deleted_softly_is_counted_listed_and_purged()
    {
        await Store.PutAsync(One, "sleutel-een", Cancelled);
        await (await vault.Client.StartDeleteSecretAsync($"{One}-een", Cancelled)).WaitForCompletionAsync(TimeSpan.FromMilliseconds(1), Cancelled);
        Assert.Null(await Store.GetAsync(One, Cancelled));
        Assert.Equal(1, await Store.CountAsync(One, Cancelled));
        Assert.Equal([One], (await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Select(copy => copy.Exchange));
        await Store.PutAsync(One, "sleutel-nieuw", Cancelled); // 409 on the deleted name: purged first
        Assert.Equal(["sleutel-nieuw"], vault.Server.Everything);
        await Store.PurgeAsync(One, Cancelled);
        Assert.Empty(vault.Server.Everything);
    }

    [Fact]
    [Requirement("W6")]
    public async Task Replaced_many_times_there_is_never_a_value_but_the_latest()
    {
        for (var number = 0; number < 5; number++)
        {
            await Store.PutAsync(One, $"sleutel-{number}", Cancelled);
            Assert.Equal([$"sleutel-{number}"], vault.Server.Everything);
        }
    }

    [Fact]
    [Requirement("W6")]
    public async Task Killed_between_the_new_key_and_the_end_of_the_old_one_the_new_one_counts_and_reading_ends_the_old_one()
    {
        await Store.PutAsync(One, "de-oude", Cancelled);
        vault.Front.Turn((verb, _) => verb == "DELETE" ? Sky.Refusing : Sky.Fair);
        await Assert.ThrowsAsync<RequestFailedException>(() => Store.PutAsync(One, "de-nieuwe", Cancelled));
        vault.Front.Turn(Sky.Fair);
        Assert.Equal("de-nieuwe", await Store.GetAsync(One, Cancelled));
        Assert.Equal(["de-nieuwe"], vault.Server.Everything);
        Assert.Equal(1, await Store.CountAsync(One, Cancelled));
    }

    [Fact]
    public async Task An_acknowledgement_that_was_lost_makes_no_second_key()
    {
        await Store.PutAsync(One, "de-oude", Cancelled);
        vault.Front.Turn((verb, _) => verb == "PUT" ? Sky.AcknowledgementLost : Sky.Fair);
        await Assert.ThrowsAnyAsync<Exception>(() => Store.PutAsync(One, "de-nieuwe", Cancelled));
        vault.Front.Turn(Sky.Fair);
        await Store.PutAsync(One, "de-nieuwe", Cancelled);
        Assert.Equal(["de-nieuwe"], vault.Server.Everything.Distinct());
        Assert.Equal(1, await Store.CountAsync(One, Cancelled));
        Assert.Equal("de-nieuwe", await Store.GetAsync(One, Cancelled));
    }

    [Fact]
    public async Task An_expired_or_disabled_key_is_not_given_and_still_counted()
    {
        await vault.Client.SetSecretAsync(new KeyVaultSecret($"{One}-een", "verlopen") { Properties = { ExpiresOn = TimeProvider.System.GetUtcNow().AddDays(-1), Tags = { ["nummer"] = "1" } } }, Cancelled);
        Assert.Null(await Store.GetAsync(One, Cancelled));
        Assert.Equal(1, await Store.CountAsync(One, Cancelled));
    }

    [Fact]
    public async Task A_list_goes_on_over_its_pages()
    {
        vault.Server.PageSize = 3;
        for (var number = 0; number < 8; number++)
            await Store.PutAsync(new($"DV-{number}"), "sleutel", Cancelled);
        Assert.Equal(8, (await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Count);
    }

    [Fact]
    [Requirement("F3")]
    public async Task A_purge_that_does_not_end_is_an_outage_and_the_next_call_goes_on()
    {
        await Store.PutAsync(One, "sleutel-een", Cancelled);
        vault.Server.LooksUntilPurged = 1_000;
        await Assert.ThrowsAsync<TimeoutException>(() => Store.PurgeAsync(One, Cancelled));
        Assert.Equal(1, await Store.CountAsync(One, Cancelled));
    }
}
