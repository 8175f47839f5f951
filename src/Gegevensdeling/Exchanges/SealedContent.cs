using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges;

/// <summary>Seals and opens the files of an exchange, in memory only: plain content never reaches a store or a file.</summary>
public sealed class SealedContent(IBlobStore blobs, IKeyStore keys)
{
    private const int Piece = 64 * 1024;

    /// <summary>Makes a key, seals one file, stores the key and then the archive (design 4, step 2).</summary>
    /// <param name="entry">The name of the file in the archive.</param>
    /// <param name="write">Writes its content. What it throws is thrown on, and nothing was stored.</param>
    public async Task<SealedFile> SealAsync(BlobName name, string entry, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var key = TelephoneKey.Create();
        using var archive = new MemoryStream();
        await SealedArchiveWriter.WriteAsync(archive, key.Reveal(), [new ArchiveEntry(entry, write)], cancellation);
        await keys.PutAsync(name.Exchange, key.Reveal(), cancellation);
        archive.Position = 0;
        return await StoreAsync(name, archive, cancellation);
    }

    /// <summary>Stores what came sealed, as it is; streamed.</summary>
    public async Task<SealedFile> StoreAsync(BlobName name, Stream archive, CancellationToken cancellation)
    {
        SealedFile? stored = null;
        await blobs.WriteAsync(name, async (target, token) => stored = await CopyAsync(name.Artefact, archive, target, token), cancellation);
        return stored!;
    }

    /// <summary>Takes back what was sealed for an exchange that does not want it any more: the key first.</summary>
    public async Task DiscardAsync(BlobName name, CancellationToken cancellation)
    {
        await keys.PurgeAsync(name.Exchange, cancellation);
        await blobs.DeleteAsync(name, cancellation);
    }

    /// <summary>
    /// Seals the same content again under a new key (W6): the new archive first, then its key, then the old archive goes. Killed at any point it can be done
    /// again without loss.
    /// </summary>
    public async Task<SealedFile> ResealAsync(ExchangeId exchange, SealedFile current, ArtefactId artefact, CancellationToken cancellation)
    {
        var (old, next) = (new BlobName(exchange, current.Id), new BlobName(exchange, artefact));
        if (!await IsOpenableAsync(next, cancellation))
        {
            var key = TelephoneKey.Create();
            using var archive = new MemoryStream();
            await using (var sealedBefore = await StoredAsync(exchange, current, cancellation) ?? throw new FileNotFoundException("The archive to seal again is gone"))
            {
                var before = await keys.GetAsync(old.Exchange, cancellation) ?? throw new FileNotFoundException("The key of the archive to seal again is gone");
                using var opened = await SealedArchive.OpenAsync(sealedBefore, before, ArchiveLimits.Default, cancellation);
                var only = opened.Entries.Single();
                await SealedArchiveWriter.WriteAsync(archive, key.Reveal(), [new ArchiveEntry(only.Name, (target, token) => opened.ReadAsync(only, target, token))], cancellation);
            }

            archive.Position = 0;
            await StoreAsync(next, archive, cancellation);
            await keys.PutAsync(next.Exchange, key.Reveal(), cancellation);
        }

        await blobs.DeleteAsync(old, cancellation);
        await using var stored = await blobs.OpenAsync(next, cancellation) ?? throw new FileNotFoundException("The archive that was just sealed is gone");
        return await CopyAsync(next.Artefact, stored, Stream.Null, cancellation);
    }

    /// <summary>The archive as it is stored, if it is the one that was stored; null when it is gone.</summary>
    /// <exception cref="DamagedArchiveException">The archive was changed.</exception>
    public async Task<Stream?> StoredAsync(ExchangeId exchange, SealedFile file, CancellationToken cancellation)
    {
        var archive = await blobs.OpenAsync(new(exchange, file.Id), cancellation);
        if (archive is null)
            return null;

        // 7zAES has no authentication: the hash of the sealed file is checked before it is opened (design 6).
        if (await Sha256Hex.OfAsync(archive, cancellation) != file.Sha256)
        {
            await archive.DisposeAsync();
            throw new DamagedArchiveException("het bestand is niet meer het bestand dat verzegeld werd");
        }

        archive.Position = 0;
        return archive;
    }

    /// <summary>Reads the one file of an archive as it is decrypted; it is never whole in memory.</summary>
    /// <param name="read">Reads to the end, or as far as it wants.</param>
    /// <returns>Null when the archive or its key is gone.</returns>
    /// <exception cref="SealedArchiveException">The archive was changed or damaged.</exception>
    public async Task<T?> ReadAsync<T>(ExchangeId exchange, SealedFile file, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation)
        where T : class
    {
        await using var archive = await StoredAsync(exchange, file, cancellation);
        if (archive is null || await keys.GetAsync(exchange, cancellation) is not { } key)
            return null;
        var pipe = new Pipe();
#pragma warning disable CA2025 // awaited before the archive is closed, in the finally below
        var filling = FillAsync(archive, key, pipe.Writer, cancellation);
#pragma warning restore CA2025
        await using var content = pipe.Reader.AsStream();
        try
        {
            return await read(content, cancellation);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await filling;
        }
    }

    /// <summary>The one file of an archive, whole in memory; null when it is gone or damaged.</summary>
    public async Task<MemoryStream?> WorkbookAsync(ExchangeId exchange, SealedFile file, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(exchange, file, InMemoryAsync, cancellation);
        }
        catch (SealedArchiveException)
        {
            return null;
        }
    }

    /// <summary>All of a stream, from its beginning.</summary>
    public static async Task<MemoryStream> InMemoryAsync(Stream content, CancellationToken cancellation)
    {
        var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellation);
        whole.Position = 0;
        return whole;
    }

    private static async Task FillAsync(Stream archive, string key, PipeWriter writer, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            using var opened = await SealedArchive.OpenAsync(archive, key, ArchiveLimits.Default, cancellation);
            await using var target = writer.AsStream(leaveOpen: true);
            await opened.ReadAsync(opened.Entries.Single(), target, cancellation);
        }
#pragma warning disable CA1031 // it is thrown where the content is read: a reader that stops early has no interest in it
        catch (Exception caught)
#pragma warning restore CA1031
        {
            failure = caught;
        }

        await writer.CompleteAsync(failure);
    }

    private async Task<bool> IsOpenableAsync(BlobName name, CancellationToken cancellation)
    {
        await using var archive = await blobs.OpenAsync(name, cancellation);
        if (archive is null || await keys.GetAsync(name.Exchange, cancellation) is not { } key)
            return false;
        try
        {
            using var opened = await SealedArchive.OpenAsync(archive, key, ArchiveLimits.Default, cancellation);
            return true;
        }
        catch (WrongKeyException)
        {
            return false;
        }
    }

    private static async Task<SealedFile> CopyAsync(ArtefactId artefact, Stream archive, Stream target, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var bytes = 0L;
            for (int count; (count = await archive.ReadAsync(piece, cancellation)) > 0; bytes += count)
            {
                hash.AppendData(piece, 0, count);
                await target.WriteAsync(piece.AsMemory(0, count), cancellation);
            }

            return new(artefact, Convert.ToHexStringLower(hash.GetCurrentHash()), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }
}
