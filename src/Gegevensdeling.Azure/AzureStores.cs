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
    public AzureStores(StorageOptions storage, AuditOptions auditing, AzureConnection connection)
    {
        var service = new TableServiceClient(storage.TableEndpoint, connection.Credential, connection.Apply(new TableClientOptions()));
        var blobs = new BlobServiceClient(storage.BlobEndpoint, connection.Credential, connection.Apply(new BlobClientOptions()));
        var kept = new BlobServiceClient(auditing.BlobEndpoint, connection.Credential, connection.Apply(new BlobClientOptions()));
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
        foreach (var container in new[] { evidence, audit })
        {
            // In Azure the deployment made both, and the host has no right to make a container in that account.
            if (!await container.ExistsAsync(cancellation))
                await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        }
    }
}
