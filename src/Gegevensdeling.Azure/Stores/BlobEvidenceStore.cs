using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>Signed documents as blobs that are written once, in the account of the audit log: <c>{exchange}/{name}.json</c>.</summary>
public sealed class BlobEvidenceStore(BlobContainerClient container) : IEvidenceStore
{
    private const string Extension = ".json";
    private const string Attempt = "poging";

    public async Task<bool> KeepAsync(ExchangeId exchange, string name, string document, CancellationToken cancellation)
    {
        var (blob, attempt) = (BlobOf(exchange, name), TableTexts.NewAttempt());
        try
        {
            await blob.UploadAsync(
                BinaryData.FromString(document),
                new BlobUploadOptions
                {
                    Conditions = new() { IfNoneMatch = ETag.All },
                    HttpHeaders = new() { ContentType = "application/json" },
                    Metadata = new Dictionary<string, string> { [Attempt] = attempt },
                },
                cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412 && exists.ErrorCode != BlobErrorCode.ContainerBeingDeleted)
        {
            // Another was first, or ours was kept and its acknowledgement was lost.
            BlobProperties stands = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return stands.Metadata.TryGetValue(Attempt, out var whose) && whose == attempt;
        }
    }

    public async Task<string?> FindAsync(ExchangeId exchange, string name, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult found = await BlobOf(exchange, name).DownloadContentAsync(cancellation);
            return found.Content.ToString();
        }
        catch (RequestFailedException absent) when (absent.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<string>> NamesAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        var folder = StoreKeys.Safe(exchange.Value) + "/";
        var names = await container.GetBlobsAsync(new GetBlobsOptions { Prefix = folder }, cancellation)
            .Select(blob => blob.Name[folder.Length..^Extension.Length]).ToListAsync(cancellation);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private BlobClient BlobOf(ExchangeId exchange, string name) => container.GetBlobClient($"{StoreKeys.Safe(exchange.Value)}/{StoreKeys.Safe(name)}{Extension}");
}
