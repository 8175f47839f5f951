using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Gegevensdeling.Audit;
using Gegevensdeling.Azure.Audit;
using Gegevensdeling.Azure.Stores;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure;

/// <summary>The ports on Azure Storage, in two accounts.</summary>
public sealed class AzureStores
{
    private readonly RegisterTables tables;
    private readonly TableClient staff;
    private readonly TableClient once;
    private readonly BlobArchiveStore archives;
    private readonly BlobContainerClient evidence;
    private readonly BlobContainerClient audit;

    /// <param name="storage">The main account.</param>
    /// <param name="auditing">The account of audit log and evidence.</param>
    /// <param name="credential">The host's identity.</param>
    /// <param name="transport">Null for Azure.Core's own.</param>
    public AzureStores(StorageOptions storage, AuditOptions auditing, TokenCredential credential, HttpPipelineTransport? transport = null)
    {
        var service = new TableServiceClient(storage.TableEndpoint, credential, AzureClients.Patient(new TableClientOptions(), transport));
        var blobs = new BlobServiceClient(storage.BlobEndpoint, credential, AzureClients.Patient(new BlobClientOptions(), transport));
        var kept = new BlobServiceClient(auditing.BlobEndpoint, credential, AzureClients.Patient(new BlobClientOptions(), transport));
        (tables, staff, once) = (RegisterTables.In(service), service.GetTableClient("medewerkers"), service.GetTableClient("eenmalig"));
        archives = new(blobs.GetBlobContainerClient("uitwisselingen"));
        (evidence, audit) = (kept.GetBlobContainerClient("bewijs"), kept.GetBlobContainerClient("audit"));
        Register = new TableRegister(tables);
        Staff = new TableStaffDirectory(staff);
        Once = new TableIdempotencyStore(once);
        Evidence = new BlobEvidenceStore(evidence);
        Audit = new AppendBlobAuditLog(audit);
    }

    public IRegister Register { get; }

    public IBlobStore Archives => archives;

    public IStaffDirectory Staff { get; }

    public IEvidenceStore Evidence { get; }

    public IAuditLog Audit { get; }

    public IIdempotencyStore Once { get; }

    /// <summary>Makes what is absent. Call it before anything else.</summary>
    /// <exception cref="InvalidOperationException">The account of the archives keeps what is deleted.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await tables.EnsureAsync(cancellation);
        await staff.CreateIfNotExistsAsync(cancellation);
        await once.CreateIfNotExistsAsync(cancellation);
        await archives.EnsureAsync(cancellation);
        await evidence.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await audit.CreateIfNotExistsAsync(cancellationToken: cancellation);
    }
}
