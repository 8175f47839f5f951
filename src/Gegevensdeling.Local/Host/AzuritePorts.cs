using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Gegevensdeling.Azure;
using Gegevensdeling.Exchanges;
using Gegevensdeling.StandIns;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Local.Host;

/// <summary>Where each service of the stand-in cloud is reached.</summary>
public sealed record CloudAddresses(Uri Blobs, Uri Drop, Uri Tables, Uri ExchangeVault, Uri SystemVault, Uri Graph);

/// <summary>The ports on the Azure adapters, with Azurite and servers on this machine behind them. Nothing outlives the process.</summary>
public sealed class AzuritePorts : IHostPorts
{
    private const string Sender = "niet-beantwoorden@gegevensdeling.example";

    private readonly AzurePorts azure;

    private readonly BlobServiceClient drop;

    private AzuritePorts(AzurePorts azure, StandInCloud cloud, BlobServiceClient drop) => (this.azure, Cloud, this.drop) = (azure, cloud, drop);

    public StandInCloud Cloud { get; }

    public Ports Ports => azure.Ports;

    /// <summary>Starts everything in <c>azure</c> below the root, which must not be there yet.</summary>
    /// <exception cref="AzuriteException">Azurite is not installed or did not start.</exception>
    public static async Task<AzuritePorts> OpenAsync(string root, TimeProvider clock, CancellationToken cancellation) =>
        await OnAsync(await StandInCloud.StartAsync(Directory.CreateDirectory(Path.Combine(root, "azure")).FullName, clock, cancellation), clock, cancellation);

    /// <param name="cloud">Ends with this.</param>
    /// <param name="addresses">Other addresses than the services' own, where something stands in between.</param>
    /// <param name="connect">Changes how the clients connect.</param>
    public static async Task<AzuritePorts> OnAsync(
        StandInCloud cloud, TimeProvider clock, CancellationToken cancellation, Func<CloudAddresses, CloudAddresses>? addresses = null, Func<AzureConnection, AzureConnection>? connect = null)
    {
        var at = new CloudAddresses(cloud.Azurite.Blobs, cloud.Azurite.Drop, cloud.Azurite.Tables, cloud.ExchangeVault.Address, cloud.SystemVault.Address, cloud.Graph.Address);
        at = addresses?.Invoke(at) ?? at;
        var options = new AzureOptions
        {
            Storage = new() { BlobEndpoint = at.Blobs, TableEndpoint = at.Tables },
            Audit = new() { BlobEndpoint = at.Blobs },
            Drop = new() { BlobEndpoint = at.Drop },
            Vaults = new() { Exchange = at.ExchangeVault, System = at.SystemVault },
            Graph = new() { BaseAddress = at.Graph, Sender = Sender },
        };
        var connection = new AzureConnection(new DefaultAzureCredential()) { Transport = new HttpClientTransport(cloud.Certificate.NewHandler()), Handler = cloud.Certificate.NewHandler, OnThisMachine = true };
#pragma warning disable CA2000 // what is returned ends it, and so does a failure to prepare
        var opened = new AzuritePorts(new AzurePorts(options, connect?.Invoke(connection) ?? connection, clock, NullLoggerFactory.Instance), cloud, new(at.Drop, connection.Credential, connection.Apply(new BlobClientOptions())));
#pragma warning restore CA2000
        try
        {
            await opened.azure.PrepareAsync(cancellation);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async Task MakeDropAsync(IEnumerable<PartyId> parties, CancellationToken cancellation)
    {
        foreach (var party in parties)
            await drop.GetBlobContainerClient(party.Value).CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>The files in a body's own container of the SFTP account, as its user would fetch them.</summary>
    public async Task<IReadOnlyList<byte[]>> DroppedAsync(PartyId party, CancellationToken cancellation)
    {
        var (place, files) = (drop.GetBlobContainerClient(party.Value), new List<byte[]>());
        if (!await place.ExistsAsync(cancellation))
            return files;
        await foreach (var blob in place.GetBlobsAsync(cancellationToken: cancellation))
            files.Add((await place.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content.ToArray());
        return files;
    }

    public bool IsOutage(Exception exception) => LocalOutages.Recognise(exception) || AzureOutages.Recognise(exception);

    public async ValueTask DisposeAsync()
    {
        azure.Dispose();
        await Cloud.DisposeAsync();
    }
}
