using System.Text.Json;
using Gegevensdeling.Stores;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Stores;

/// <summary>What is remembered of POSTs, in SQLite.</summary>
public sealed class SqliteIdempotencyStore(LocalDatabase database) : IIdempotencyStore
{
    private const string Row = "SELECT key, content, reservation, attempt, holder, since, claimed_at, done, answer FROM idempotency WHERE key = $key";
    private const string StillThat = "key = $key AND attempt = $read_attempt AND holder IS $read_holder";

    public Task<IdempotencyRow?> InsertAsync(IdempotencyRow row, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) =>
        {
            var known = connection.First(transaction, Row, Read, ("$key", row.Key));
            if (known is null)
            {
                connection.Execute(transaction, """
                    INSERT INTO idempotency (key, content, reservation, attempt, holder, since, claimed_at, done, answer)
                    VALUES ($key, $content, $reservation, $attempt, $holder, $since, $claimed_at, $done, $answer)
                    """, Parameters(row));
            }

            return known;
        }, cancellation);

    public Task<bool> ReplaceAsync(IdempotencyRow read, IdempotencyRow row, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.Execute(transaction, $"""
                UPDATE idempotency SET content = $content, reservation = $reservation, attempt = $attempt, holder = $holder, since = $since,
                    claimed_at = $claimed_at, done = $done, answer = $answer WHERE {StillThat}
                """, [.. Parameters(row), ("$read_attempt", read.Attempt), ("$read_holder", read.Holder)]) == 1,
            cancellation);

    public Task DeleteAsync(IdempotencyRow read, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.Execute(
                transaction, $"DELETE FROM idempotency WHERE {StillThat}", ("$key", read.Key), ("$read_attempt", read.Attempt), ("$read_holder", read.Holder)),
            cancellation);

    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.Execute(transaction, "DELETE FROM idempotency WHERE since < $before", ("$before", before.UtcTicks)), cancellation);

    private static (string Name, object? Value)[] Parameters(IdempotencyRow row) =>
    [
        ("$key", row.Key), ("$content", row.Content), ("$reservation", row.Reservation), ("$attempt", row.Attempt), ("$holder", row.Holder),
        ("$since", row.Since.UtcTicks), ("$claimed_at", row.ClaimedAt.UtcTicks), ("$done", row.Done), ("$answer", row.Answer is null ? null : JsonSerializer.Serialize(row.Answer)),
    ];

    private static IdempotencyRow Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.Int(3), row.TextOrNull(4), row.Instant(5), row.Instant(6), row.Flag(7),
        row.TextOrNull(8) is { } answer ? JsonSerializer.Deserialize<StoredAnswer>(answer) : null);
}
