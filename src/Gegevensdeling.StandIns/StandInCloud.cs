using Gegevensdeling.StandIns.Graph;
using Gegevensdeling.StandIns.KeyVault;

namespace Gegevensdeling.StandIns;

/// <summary>All of Azure that a host needs, on this machine: started together, ended together.</summary>
public sealed class StandInCloud : IAsyncDisposable
{
    private StandInCloud(LoopbackCertificate certificate) => Certificate = certificate;

    public LoopbackCertificate Certificate { get; }

    public ManagedIdentityServer Identity { get; private set; } = null!;

    public Azurite Azurite { get; private set; } = null!;

    public KeyVaultServer ExchangeVault { get; private set; } = null!;

    public KeyVaultServer SystemVault { get; private set; } = null!;

    public GraphServer Graph { get; private set; } = null!;

    /// <param name="data">An existing folder for what Azurite keeps; the rest is in memory.</param>
    /// <param name="clock">Of the dates that vault and mail give.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="AzuriteException">Azurite is not installed or did not start.</exception>
    public static async Task<StandInCloud> StartAsync(string data, TimeProvider clock, CancellationToken cancellation)
    {
        var cloud = new StandInCloud(new());
        try
        {
            var azurite = Azurite.StartAsync(data, cloud.Certificate, cancellation);
            cloud.Identity = await ManagedIdentityServer.StartAsync(cancellation);
            cloud.Identity.Announce();
            cloud.ExchangeVault = await KeyVaultServer.StartAsync(cloud.Certificate, clock, purgeable: true, cancellation);
            cloud.SystemVault = await KeyVaultServer.StartAsync(cloud.Certificate, clock, purgeable: false, cancellation);
            cloud.Graph = await GraphServer.StartAsync(cloud.Certificate, clock, cancellation);
            cloud.Azurite = await azurite;
            return cloud;
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { Azurite, ExchangeVault, SystemVault, Graph, Identity })
        {
            if (part is not null)
                await part.DisposeAsync();
        }

        Certificate.Dispose();
    }
}
