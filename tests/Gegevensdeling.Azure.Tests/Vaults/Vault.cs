using Azure.Security.KeyVault.Secrets;
using Gegevensdeling.Azure.Vaults;
using Gegevensdeling.StandIns;
using Gegevensdeling.StandIns.KeyVault;

namespace Gegevensdeling.Azure.Tests.Vaults;

/// <summary>A vault of its own for one test, with weather in front of it.</summary>
internal sealed class Vault : IAsyncDisposable
{
    private Vault(KeyVaultServer server, WeatherProxy front, SecretClient client) => (Server, Front, Client) = (server, front, client);

    public KeyVaultServer Server { get; }

    public WeatherProxy Front { get; }

    public SecretClient Client { get; }

    public KeyVaultKeyStore Keys => new(Client, TimeProvider.System, TimeSpan.FromMilliseconds(1));

    public static async Task<Vault> OpenAsync(Cloud cloud, bool purgeable, CancellationToken cancellation)
    {
        var server = await KeyVaultServer.StartAsync(cloud.Certificate, TimeProvider.System, purgeable, cancellation);
        var front = await WeatherProxy.StartAsync(server.Address, cloud.Certificate, cancellation);
        return new(server, front, ClientOf(cloud, front.Address));
    }

    public static SecretClient ClientOf(Cloud cloud, Uri address) => new(
        address, cloud.Credential,
        new AzureConnection(cloud.Credential) { Transport = cloud.Transport, Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(5), NetworkTimeout = TimeSpan.FromSeconds(5) }
            .Apply(new SecretClientOptions { DisableChallengeResourceVerification = true }));

    public async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        await Server.DisposeAsync();
    }
}
