using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Stores;

/// <summary>The place of one sealed archive: <c>exchanges/{exchange}/{artefact}.7z</c>.</summary>
public readonly record struct BlobName(ExchangeId Exchange, ArtefactId Artefact)
{
    public override string ToString() => $"exchanges/{Exchange}/{Artefact}.7z";
}

/// <summary>Holds sealed archives and nothing else (design: what is stored where).</summary>
public interface IBlobStore
{
    /// <summary>Writes one archive, all or nothing; an archive of the same name is replaced.</summary>
    Task WriteAsync(BlobName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation);

    /// <summary>The archive for reading, or null when there is none.</summary>
    Task<Stream?> OpenAsync(BlobName name, CancellationToken cancellation);

    /// <summary>Deletes every archive of the exchange, half-written ones included.</summary>
    Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>Deletes one archive.</summary>
    Task DeleteAsync(BlobName name, CancellationToken cancellation);

    /// <summary>The exchanges of which anything is left, half-written archives and soft-deleted copies included, with the time of the oldest write.</summary>
    IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation);

    /// <summary>How many copies of this exchange are left, in whatever form the store knows.</summary>
    Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation);
}

/// <summary>Something of an exchange that a store still holds.</summary>
public readonly record struct StoredCopy(ExchangeId Exchange, DateTimeOffset Since);
