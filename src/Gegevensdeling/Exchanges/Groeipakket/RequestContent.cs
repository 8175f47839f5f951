using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Reads the file of a request: a 7z archive, or a workbook that Excel itself protected. In memory only.</summary>
public sealed class RequestContent(SealedContent content, IKeyStore keys)
{
    /// <summary>
    /// Opened with the key in the key store and judged again, row by row; null when file or key is gone. A stored file that is not the one that was stored is
    /// refused with <see cref="FileFaults.DamagedArchive"/>.
    /// </summary>
    public async Task<FileResult<CheckedRequest>?> ReadAsync(ExchangeView<RequestState> view, CancellationToken cancellation) =>
        await keys.GetAsync(view.Id, cancellation) is { } key ? await ReadAsync(view, key, cancellation) : null;

    /// <summary>The same with a key that somebody typed.</summary>
    public async Task<FileResult<CheckedRequest>?> ReadAsync(ExchangeView<RequestState> view, string key, CancellationToken cancellation)
    {
        if (view.State.File is not { } file)
            return null;
        try
        {
            await using var stored = await content.StoredAsync(view.Id, file, cancellation);
            return stored is null ? null
                : await SealedArchive.IsArchiveAsync(stored, cancellation)
                    ? await GroeipakketFiles.OpenRequestAsync(stored, key, key, view.Protocol, view.State.AskedOn, cancellation)
                    : GroeipakketFiles.ReadRequest(stored, key, view.Protocol, view.State.AskedOn, cancellation);
        }
        catch (SealedArchiveException damaged)
        {
            return FileResult<CheckedRequest>.No(FileRefusals.Of(view.Protocol, damaged));
        }
    }

    /// <summary>The workbook itself. One that Excel protected stays so: who looks it up by hand has the key from the same DPO. Null when it is gone or damaged.</summary>
    public async Task<MemoryStream?> WorkbookAsync(ExchangeView<RequestState> view, CancellationToken cancellation)
    {
        try
        {
            await using (var stored = await content.StoredAsync(view.Id, view.State.File!, cancellation))
            {
                if (stored is null)
                    return null;
                if (!await SealedArchive.IsArchiveAsync(stored, cancellation))
                    return await SealedContent.InMemoryAsync(stored, cancellation);
            }

            return await content.WorkbookAsync(view.Id, view.State.File!, cancellation);
        }
        catch (SealedArchiveException)
        {
            return null;
        }
    }
}
