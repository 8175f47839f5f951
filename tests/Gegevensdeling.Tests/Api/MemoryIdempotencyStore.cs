using Gegevensdeling.Stores;

namespace Gegevensdeling.Tests.Api;

/// <summary>The port in memory. <see cref="Broken"/> makes every call fail as a full disk does.</summary>
internal sealed class MemoryIdempotencyStore : IIdempotencyStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, IdempotencyRow> rows = new(StringComparer.Ordinal);

    public bool Broken { get; set; }

    public IReadOnlyList<IdempotencyRow> Rows => [.. rows.Values];

    public Task<IdempotencyRow?> InsertAsync(IdempotencyRow row, CancellationToken cancellation) =>
        Step(() => rows.TryAdd(row.Key, row) ? null : rows[row.Key]);

    public Task<bool> ReplaceAsync(IdempotencyRow read, IdempotencyRow row, CancellationToken cancellation) => Step(() =>
    {
        var same = IsStill(read);
        if (same)
            rows[row.Key] = row;
        return same;
    });

    public Task DeleteAsync(IdempotencyRow read, CancellationToken cancellation) => Step(() => IsStill(read) && rows.Remove(read.Key));

    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation) => Step(() =>
    {
        var old = rows.Values.Where(row => row.Since < before).ToList();
        old.ForEach(row => rows.Remove(row.Key));
        return old.Count;
    });

    private bool IsStill(IdempotencyRow read) =>
        rows.TryGetValue(read.Key, out var known) && known.Attempt == read.Attempt && known.Holder == read.Holder;

    private Task<T> Step<T>(Func<T> step)
    {
        if (Broken)
            return Task.FromException<T>(new IOException("disk full"));
        lock (gate)
            return Task.FromResult(step());
    }
}
