namespace Gegevensdeling.Stores;

/// <summary>
/// What is remembered of one POST, for a day. Both hashes are keyed (HMAC), so that the store tells nobody who asked what.
/// </summary>
/// <param name="Key">Keyed hash of party, person, route and the client's key; the row's own key.</param>
/// <param name="Content">Keyed hash of the path, the purpose and the body: the same key must come with the same question. Where the
/// body is a file, two hashes in a row: path, purpose and media type at the claim, and the file's own once it was read to its end.</param>
/// <param name="Reservation">The reference that the first attempt was given; every later attempt continues with it.</param>
/// <param name="Attempt">Counts the attempts; replacing a row needs the attempt that was read.</param>
/// <param name="Holder">The process that works on it now; null when no one does.</param>
/// <param name="Since">The first claim; rows older than their term are purged.</param>
/// <param name="ClaimedAt">The latest claim.</param>
/// <param name="Done">True once the attempt succeeded.</param>
/// <param name="Answer">The answer to give again; null while not done, and always for routes that reveal.</param>
public sealed record IdempotencyRow(
    string Key,
    string Content,
    string Reservation,
    int Attempt,
    string? Holder,
    DateTimeOffset Since,
    DateTimeOffset ClaimedAt,
    bool Done,
    StoredAnswer? Answer);

/// <summary>An answer that holds references only: no personal datum, no key.</summary>
public sealed record StoredAnswer(int Status, string? Location, string? Json);

/// <summary>Keeps <see cref="IdempotencyRow"/>s. Each call is one atomic step; the decisions are not here.</summary>
public interface IIdempotencyStore
{
    /// <summary>Writes the row unless one with its key exists.</summary>
    /// <returns>The row that existed, or null when this one was written.</returns>
    Task<IdempotencyRow?> InsertAsync(IdempotencyRow row, CancellationToken cancellation);

    /// <summary>Replaces the row with this key if its attempt and holder are still those of <paramref name="read"/>.</summary>
    /// <returns>False when another came first or the row is gone.</returns>
    Task<bool> ReplaceAsync(IdempotencyRow read, IdempotencyRow row, CancellationToken cancellation);

    /// <summary>Deletes the row if its attempt and holder are still those of <paramref name="read"/>.</summary>
    Task DeleteAsync(IdempotencyRow read, CancellationToken cancellation);

    /// <summary>Deletes every row whose <see cref="IdempotencyRow.Since"/> is before <paramref name="before"/>.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation);
}
