using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>
/// Which exchanges there are, and which ones still ask for work. A table has no second index and no transaction over two partitions, so an
/// entry is a hint: it says where to look, never what is there.
/// <para>Whoever changes an exchange marks its entry as changing first, and writes what is true afterwards only if nobody marked it in between.
/// So an entry is either true or marked; a writer that is killed or overtaken leaves a mark, which only means that the head is looked at.</para>
/// </summary>
internal sealed class Worklist(TableClient index)
{
    private const string All = "alle|", Open = "lopend|", AfterOpen = "lopend}";

    public async Task ListAsync(ExchangeHead head, CancellationToken cancellation) =>
        await index.UpsertEntityAsync(new TableEntity(All + head.Protocol.Value, head.Id.Value).With("CreatedAt", head.CreatedAt), TableUpdateMode.Replace, cancellation);

    /// <summary>Announces a change, after the head was read and before it is written.</summary>
    /// <returns>What this mark is known by.</returns>
    public async Task<ETag> MarkAsync(ExchangeHead head, CancellationToken cancellation)
    {
        var row = new TableEntity(Open + head.Protocol.Value, head.Id.Value) { ["Changing"] = true }.With("CreatedAt", head.CreatedAt);
        var marked = await index.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        return marked.Headers.ETag ?? throw new InvalidOperationException("The table service gave no ETag");
    }

    public Task<TableEntity?> FindAsync(string protocol, string exchange, CancellationToken cancellation) => index.FindAsync(Open + protocol, exchange, cancellation);

    /// <summary>Writes what is true, or takes the entry off the list when nothing is left to do; only if the entry is still the one that was read.</summary>
    /// <param name="read">Of a mark of our own or of the entry, read before <paramref name="head"/> was.</param>
    /// <param name="head">The row of the head.</param>
    /// <param name="unfinished">A fact is not handled or not audited.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when somebody was in between; the entry is then theirs.</returns>
    public Task<bool> SettleAsync(ETag read, TableEntity head, bool unfinished, CancellationToken cancellation)
    {
        var (partition, erased, purged) = (Open + head.Required("Protocol"), head.InstantOrNull("ErasedAt"), head.InstantOrNull("PurgedAt"));
        if (purged is not null && !unfinished)
            return index.TryDeleteAsync(partition, head.PartitionKey, read, cancellation);
        var entry = new TableEntity(partition, head.PartitionKey) { ["Changing"] = false, ["Live"] = erased is null, ["Unfinished"] = unfinished, ["CreatedAt"] = head.Required("CreatedAt") }
            .With("EraseAfter", erased is null ? head.GetString("EraseAfter") : null)
            .With("ErasedAt", purged is null ? head.GetString("ErasedAt") : null);
        return index.TryReplaceAsync(entry, read, cancellation);
    }

    public Task<List<TableEntity>> UnfinishedAsync(CancellationToken cancellation) => OpenAsync($"Unfinished eq true", cancellation);

    public Task<List<TableEntity>> DueAsync(DateTimeOffset now, CancellationToken cancellation) => OpenAsync($"EraseAfter le {now.Text()}", cancellation);

    public Task<List<TableEntity>> UnpurgedAsync(DateTimeOffset before, CancellationToken cancellation) => OpenAsync($"ErasedAt lt {before.Text()}", cancellation);

    /// <summary>Entries of one protocol, oldest first.</summary>
    public async Task<List<TableEntity>> OfProtocolAsync(ProtocolId protocol, bool liveOnly, CancellationToken cancellation)
    {
        var partition = (liveOnly ? Open : All) + protocol.Value;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}") + (liveOnly ? " and (Live eq true or Changing eq true)" : "");
        var found = await index.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ToListAsync(cancellation);
        return [.. found.OrderBy(row => row.Required("CreatedAt"), StringComparer.Ordinal).ThenBy(row => row.RowKey, StringComparer.Ordinal)];
    }

    /// <summary>Takes an exchange off both lists that never began; only if its entry is still the one that was read.</summary>
    public async Task ForgetAsync(TableEntity entry, CancellationToken cancellation)
    {
        await index.TryDeleteAsync(All + ProtocolOf(entry), entry.RowKey, ETag.All, cancellation);
        await index.TryDeleteAsync(entry.PartitionKey, entry.RowKey, entry.ETag, cancellation);
    }

    public static string ProtocolOf(TableEntity entry) => entry.PartitionKey[(entry.PartitionKey.IndexOf('|', StringComparison.Ordinal) + 1)..];

    private async Task<List<TableEntity>> OpenAsync(FormattableString hint, CancellationToken cancellation)
    {
        var bounds = TableClient.CreateQueryFilter($"PartitionKey ge {Open} and PartitionKey lt {AfterOpen}");
        var filter = string.Create(CultureInfo.InvariantCulture, $"{bounds} and (Changing eq true or {TableClient.CreateQueryFilter(hint)})");
        return await index.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ToListAsync(cancellation);
    }
}
