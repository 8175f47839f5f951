using System.Security.Cryptography;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>Seals and opens the archive of a referral, in memory only: plain content never reaches a store or a file.</summary>
public sealed class ReferralSealing(IBlobStore blobs, IKeyStore keys)
{
    /// <summary>A page and a JSON document: some kilobytes.</summary>
    private const int MostBytes = 64 * 1024;

    /// <summary>Makes a key, seals, stores the key and then the archive (design 4, step 2).</summary>
    public async Task<(string Sha256, long Bytes)> SealAsync(BlobName name, ReferralDocument document, CancellationToken cancellation)
    {
        var key = TelephoneKey.Create();
        using var archive = await SealAsync(document, key, cancellation);
        await keys.PutAsync(name.Exchange, key.Reveal(), cancellation);
        return await StoreAsync(name, archive, cancellation);
    }

    /// <summary>
    /// Seals again under a new key (W6): the new archive first, then its key, then the old archive goes. Killed at any point it can be
    /// done again without loss.
    /// </summary>
    public async Task<(string Sha256, long Bytes)> ResealAsync(BlobName old, BlobName next, CancellationToken cancellation)
    {
        if (await FindAsync(next, cancellation) is null)
        {
            var document = await FindAsync(old, cancellation) ?? throw new DamagedArchiveException("het oude bestand kan niet worden geopend");
            await SealNextAsync(next, document, cancellation);
        }

        return await GiveWayAsync(old, next, cancellation) ?? throw new FileNotFoundException("The archive that was just sealed is gone");
    }

    /// <summary>
    /// Seals new content under a new key (G17), in the same order and as safely: until the new key is stored the old archive and key are whole; from then
    /// on the new ones are.
    /// </summary>
    /// <returns>Null where the new archive is gone already: the exchange was erased meanwhile, and its key must go again.</returns>
    public async Task<(string Sha256, long Bytes)?> ReplaceAsync(BlobName old, BlobName next, ReferralDocument document, CancellationToken cancellation)
    {
        if (await FindAsync(next, cancellation) is null)
            await SealNextAsync(next, document, cancellation);
        return await GiveWayAsync(old, next, cancellation);
    }

    private async Task SealNextAsync(BlobName next, ReferralDocument document, CancellationToken cancellation)
    {
        var key = TelephoneKey.Create();
        using var archive = await SealAsync(document, key, cancellation);
        await StoreAsync(next, archive, cancellation);
        await keys.PutAsync(next.Exchange, key.Reveal(), cancellation);
    }

    private async Task<(string Sha256, long Bytes)?> GiveWayAsync(BlobName old, BlobName next, CancellationToken cancellation)
    {
        await blobs.DeleteAsync(old, cancellation);
        await using var stored = await blobs.OpenAsync(next, cancellation);
        return stored is null ? null : (await Sha256Hex.OfAsync(stored, cancellation), stored.Length);
    }

    /// <summary>Opens the archive, if it is the one that was sealed.</summary>
    /// <returns>Null when the archive or its key is gone.</returns>
    /// <exception cref="SealedArchiveException">The archive was changed or damaged.</exception>
    public async Task<ReferralDocument?> OpenAsync(BlobName name, string sha256, CancellationToken cancellation)
    {
        await using var archive = await blobs.OpenAsync(name, cancellation);
        if (archive is null || await keys.GetAsync(name.Exchange, cancellation) is not { } key)
            return null;

        // 7zAES has no authentication: the hash of the sealed file is checked before it is opened (design 6).
        if (await Sha256Hex.OfAsync(archive, cancellation) != sha256)
            throw new DamagedArchiveException("het bestand is niet meer het bestand dat verzegeld werd");
        archive.Position = 0;
        return await ReadAsync(archive, key, cancellation);
    }

    /// <summary>False when an archive of this name is there and is not the one that was sealed.</summary>
    public async Task<bool> IsIntactAsync(BlobName name, string sha256, CancellationToken cancellation)
    {
        await using var archive = await blobs.OpenAsync(name, cancellation);
        return archive is null || await Sha256Hex.OfAsync(archive, cancellation) == sha256;
    }

    /// <summary>What is in this archive; null when it is gone, or the key in the store is not its key.</summary>
    public async Task<ReferralDocument?> FindAsync(BlobName name, CancellationToken cancellation)
    {
        await using var archive = await blobs.OpenAsync(name, cancellation);
        if (archive is null || await keys.GetAsync(name.Exchange, cancellation) is not { } key)
            return null;
        try
        {
            return await ReadAsync(archive, key, cancellation);
        }
        catch (WrongKeyException)
        {
            return null;
        }
    }

    private static async Task<ReferralDocument> ReadAsync(Stream archive, string key, CancellationToken cancellation)
    {
        using var opened = await SealedArchive.OpenAsync(archive, key, ArchiveLimits.Default with { TotalBytes = MostBytes, EntryBytes = MostBytes }, cancellation);
        var json = new MemoryStream(MostBytes);
        try
        {
            var entry = opened.Entries.Single(candidate => candidate.Name == ReferralDocument.JsonName);
            await opened.ReadAsync(entry, json, cancellation);
            return ReferralDocument.Read(json.GetBuffer().AsSpan(0, (int)json.Length));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json.GetBuffer());
        }
    }

    private static async Task<MemoryStream> SealAsync(ReferralDocument document, TelephoneKey key, CancellationToken cancellation)
    {
        var archive = new MemoryStream();
        var (page, json) = (document.Page(), document.Json());
        try
        {
            ArchiveEntry[] entries = [new(ReferralDocument.PageName, page), new(ReferralDocument.JsonName, json)];
            await SealedArchiveWriter.WriteAsync(archive, key.Reveal(), entries, cancellation);
            return archive;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(page);
            CryptographicOperations.ZeroMemory(json);
        }
    }

    private async Task<(string Sha256, long Bytes)> StoreAsync(BlobName name, MemoryStream archive, CancellationToken cancellation)
    {
        var bytes = archive.GetBuffer().AsMemory(0, (int)archive.Length);
        await blobs.WriteAsync(name, async (target, token) => await target.WriteAsync(bytes, token), cancellation);
        return (Sha256Hex.Of(bytes.Span), archive.Length);
    }
}
