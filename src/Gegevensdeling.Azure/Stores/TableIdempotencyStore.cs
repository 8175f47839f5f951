using System.Text.Json;
using Azure.Data.Tables;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>Idempotency rows in a table, each in a partition of its own. A row knows the call that wrote it, so that a lost acknowledgement is told from a lost race.</summary>
public sealed class TableIdempotencyStore(TableClient table) : IIdempotencyStore
{
    private const string Row = "claim";

    public async Task<IdempotencyRow?> InsertAsync(IdempotencyRow row, CancellationToken cancellation)
    {
        var mine = Of(row);
        while (!await table.TryAddAsync(mine, cancellation))
        {
            if (await FindAsync(row.Key, cancellation) is { } known)
                return IsSame(known, mine) ? null : To(known);
        }

        return null;
    }

    public async Task<bool> ReplaceAsync(IdempotencyRow read, IdempotencyRow row, CancellationToken cancellation)
    {
        var mine = Of(row);
        while (await FindAsync(read.Key, cancellation) is { } known && IsStill(known, read))
        {
            if (await table.TryReplaceAsync(mine, known.ETag, cancellation)
                || (await FindAsync(read.Key, cancellation) is { } stands && IsSame(stands, mine)))
                return true;
        }

        return false;
    }

    public async Task DeleteAsync(IdempotencyRow read, CancellationToken cancellation)
    {
        while (await FindAsync(read.Key, cancellation) is { } known && IsStill(known, read))
        {
            if (await table.TryDeleteAsync(known.PartitionKey, Row, known.ETag, cancellation))
                return;
        }
    }

    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var purged = 0;
        var old = await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"Since lt {before.Text()}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellation).ToListAsync(cancellation);

        // As it was read: a row that was claimed anew meanwhile has a term of its own.
        await foreach (var gone in old.InOrder(row => table.TryDeleteAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation)))
            purged += gone ? 1 : 0;
        return purged;
    }

    private Task<TableEntity?> FindAsync(string key, CancellationToken cancellation) => table.FindAsync(StoreKeys.Safe(key), Row, cancellation);

    private static bool IsStill(TableEntity known, IdempotencyRow read) => known.Number("Attempt") == read.Attempt && known.GetString("Holder") == read.Holder;

    private static bool IsSame(TableEntity known, TableEntity mine) => known.GetString("Call") == mine.GetString("Call");

    private static TableEntity Of(IdempotencyRow row) => new TableEntity(StoreKeys.Safe(row.Key), Row)
    {
        ["Content"] = row.Content,
        ["Reservation"] = row.Reservation,
        ["Attempt"] = row.Attempt,
        ["Since"] = row.Since.Text(),
        ["ClaimedAt"] = row.ClaimedAt.Text(),
        ["Done"] = row.Done,
        ["Call"] = TableTexts.NewAttempt(),
    }.With("Holder", row.Holder).With("Answer", row.Answer is null ? null : JsonSerializer.Serialize(row.Answer));

    private static IdempotencyRow To(TableEntity row) => new(
        row.PartitionKey, row.Required("Content"), row.Required("Reservation"), row.Number("Attempt"), row.GetString("Holder"), row.Instant("Since"), row.Instant("ClaimedAt"),
        row.Flag("Done"), row.GetString("Answer") is { } answer ? JsonSerializer.Deserialize<StoredAnswer>(answer) : null);
}
