using Azure;
using Azure.Data.Tables;
using Azure.Security.KeyVault.Secrets;
using Azure.Storage.Blobs;
using Gegevensdeling.Azure.Drop;
using Gegevensdeling.Azure.Graph;
using Gegevensdeling.Azure.Vaults;
using Gegevensdeling.Exchanges;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Azure;

/// <summary>Every port of the law on Azure, put together once for each host.</summary>
public sealed class AzurePorts : IDisposable
{
    /// <summary>Between two looks at a deletion or a purge: the vault takes seconds.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>No exchange has this reference.</summary>
    private static readonly ExchangeId Nothing = new("start");

    private readonly AzureStores stores;
    private readonly SecretClient exchangeVault;
    private readonly SecretClient systemVault;
    private readonly TableClient elections;
    private readonly TableClient sent;
    private readonly GraphOutbox outbox;

    public AzurePorts(AzureOptions options, AzureConnection connection, TimeProvider clock, ILoggerFactory logs)
    {
        var tables = new TableServiceClient(options.Storage.TableEndpoint, connection.Credential, connection.Apply(new TableClientOptions()));
        (elections, sent) = (tables.GetTableClient("sleutelkeuze"), tables.GetTableClient("verzonden"));
        (exchangeVault, systemVault) = (VaultOf(options.Vaults.Exchange, connection), VaultOf(options.Vaults.System, connection));
        stores = new(options.Storage, options.Audit, connection);
        outbox = new(options.Graph, connection, stores.Archives, sent, clock, logs.CreateLogger<GraphOutbox>());
        Ports = new(
            stores.Register, stores.Archives, new KeyVaultKeyStore(exchangeVault, clock, connection.OnThisMachine ? TimeSpan.FromMilliseconds(5) : Pause),
            new KeyVaultSystemKeys(systemVault, elections), outbox, stores.Staff, stores.Evidence, stores.Audit, stores.Once,
            new BlobDrop(new(options.Drop.BlobEndpoint, connection.Credential, connection.Apply(new BlobClientOptions()))));
    }

    public Ports Ports { get; }

    /// <summary>
    /// Makes tables and containers that are absent, and looks whether both vaults are what they must be and the drop's account lets itself be looked through.
    /// Call it before anything else.
    /// </summary>
    /// <exception cref="RequestFailedException">A store or the drop does not answer, or gives no right.</exception>
    /// <exception cref="VaultRefusedException">A vault is not; the host must not start.</exception>
    /// <exception cref="InvalidOperationException">The account of the archives keeps what is deleted; the host must not start.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await VaultCheck.RunAsync(exchangeVault, systemVault, cancellation);
        await stores.EnsureAsync(cancellation);
        await elections.CreateIfNotExistsAsync(cancellation);
        await sent.CreateIfNotExistsAsync(cancellation);
        await Ports.Drop.CountAsync(Nothing, cancellation); // without a right there, an erasure could never be proven
    }

    public void Dispose() => outbox.Dispose();

    private static SecretClient VaultOf(Uri vault, AzureConnection connection) =>
        new(vault, connection.Credential, connection.Apply(new SecretClientOptions { DisableChallengeResourceVerification = connection.OnThisMachine }));
}
