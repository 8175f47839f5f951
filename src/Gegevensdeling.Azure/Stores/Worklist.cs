using System.Collections.Concurrent;
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
/// <para>Beside the entries, in the same partition, stand signposts (<see cref="Signposts"/>): each question is one range of row keys, and costs what it finds and not
/// what there is. They change in one transaction with the entry.</para>
/// </summary>
internal sealed class Worklist(TableClient index)
{
    private const string All = "alle|", Open = "lopend|", Protocols = "protocollen";

    /// <summary>Protocols that this process has announced: their partitions are found by name, since nothing lists partitions.</summary>
    private readonly ConcurrentDictionary<string, bool> announced = new(StringComparer.Ordinal);

    public async Task ListAsync(ExchangeHead head, CancellationToken cancellation) =>
        await index.UpsertEntityAsync(new TableEntity(All + head.Protocol.Value, head.Id.Value) { ["Kind"] = head.Kind }.With("CreatedAt", head.CreatedAt), TableUpdateMode.Replace, cancellation);

    /// <summary>Announces a change, after the head was read and before it is written.</summary>
    /// <returns>What this mark is known by.</returns>
    public async Task<ETag> MarkAsync(ExchangeHead head, CancellationToken cancellation)
    {
        if (!announced.ContainsKey(head.Protocol.Value))
        {
            await index.UpsertEntityAsync(new TableEntity(Protocols, StoreKeys.Safe(head.Protocol.Value)), TableUpdateMode.Replace, cancellation);
            announced.TryAdd(head.Protocol.Value, true);
        }

        var partition = Open + head.Protocol.Value;
        TableTransactionAction[] both =
        [
            new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, head.Id.Value) { ["Changing"] = true, ["Kind"] = head.Kind }.With("CreatedAt", head.CreatedAt)),
            new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, Signposts.Changing(head.Id.Value))),
        ];
        var marked = await index.SubmitTransactionAsync(both, cancellation);
        return marked.Value[0].Headers.ETag ?? throw new InvalidOperationException("The table service gave no ETag");
    }

    public Task<TableEntity?> FindAsync(string protocol, string exchange, CancellationToken cancellation) => index.FindAsync(Open + protocol, exchange, cancellation);

    /// <summary>Writes what is true after a change of our own.</summary>
    /// <param name="mark">Ours.</param>
    /// <param name="head">The row of the head, as it was written.</param>
    public Task<bool> SettleAsync(ETag mark, TableEntity head, CancellationToken cancellation) => SettleAsync(mark, head, unfinished: true, wasMarked: true, wasUnfinished: false, cancellation);

    /// <summary>Writes what is true, or takes the entry off the list when nothing is left to do; only if the entry is still the one that was read.</summary>
    /// <param name="entry">Read before <paramref name="head"/> was.</param>
    /// <param name="head">The row of the head.</param>
    /// <param name="unfinished">A fact is not handled or not audited.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when somebody was in between; the entry is then theirs.</returns>
    public async Task<bool> SettleAsync(TableEntity entry, TableEntity head, bool unfinished, CancellationToken cancellation)
    {
        // What a mark replaced is not known: whether its signpost stands there must be seen.
        var wasUnfinished = entry.Flag("Unfinished")
            || (entry.Flag("Changing") && !unfinished && await index.FindAsync(entry.PartitionKey, Signposts.Unfinished(entry.RowKey), cancellation) is not null);
        return await SettleAsync(entry.ETag, head, unfinished, entry.Flag("Changing"), wasUnfinished, cancellation);
    }

    /// <summary>Exchanges with a fact to finish, and those that somebody is changing or died over.</summary>
    public async Task<List<TableEntity>> UnfinishedAsync(CancellationToken cancellation)
    {
        var (found, seen) = (new List<TableEntity>(), new HashSet<string>(StringComparer.Ordinal));
        var signposts = (await SignpostsAsync(partition => [Signposts.UnfinishedIn(partition), Signposts.ChangingIn(partition)], cancellation)).Where(signpost => seen.Add(signpost.Exchange));
        await foreach (var entry in signposts.InOrder(signpost => index.FindAsync(signpost.Row.PartitionKey, signpost.Exchange, cancellation)))
        {
            if (entry is not null)
                found.Add(entry);
        }

        return found;
    }

    public Task<List<Signpost>> DueAsync(DateTimeOffset now, CancellationToken cancellation) => SignpostsAsync(partition => [Signposts.DueIn(partition, now), Signposts.ChangingIn(partition)], cancellation);

    public Task<List<Signpost>> UnpurgedAsync(DateTimeOffset before, CancellationToken cancellation) =>
        SignpostsAsync(partition => [Signposts.ErasedIn(partition, before), Signposts.ChangingIn(partition)], cancellation);

    /// <summary>Entries of one protocol, oldest first.</summary>
    /// <param name="kind">Null for every kind.</param>
    public async Task<List<TableEntity>> OfProtocolAsync(ProtocolId protocol, string? kind, bool liveOnly, CancellationToken cancellation)
    {
        var partition = (liveOnly ? Open : All) + protocol.Value;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {Signposts.First}") + (liveOnly ? " and (Live eq true or Changing eq true)" : "")
            + (kind is null ? "" : TableClient.CreateQueryFilter($" and Kind eq {kind}"));
        var found = await index.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ToListAsync(cancellation);
        return [.. found.OrderBy(row => row.Required("CreatedAt"), StringComparer.Ordinal).ThenBy(row => row.RowKey, StringComparer.Ordinal)];
    }

    /// <summary>Takes down a signpost that points at nothing; only if nobody put it up again since it was read.</summary>
    public Task TakeDownAsync(Signpost signpost, CancellationToken cancellation) => index.TryDeleteAsync(signpost.Row.PartitionKey, signpost.Row.RowKey, signpost.Row.ETag, cancellation);

    /// <summary>Takes an exchange off both lists that never began; only if its entry is still the one that was read.</summary>
    public async Task ForgetAsync(TableEntity entry, CancellationToken cancellation)
    {
        await index.TryDeleteAsync(All + ProtocolOf(entry), entry.RowKey, ETag.All, cancellation);
        await TrySubmitAsync(
            [
                new(TableTransactionActionType.Delete, entry, entry.ETag),
                new(TableTransactionActionType.Delete, new TableEntity(entry.PartitionKey, Signposts.Changing(entry.RowKey)), ETag.All),
            ], cancellation);
    }

    public static string ProtocolOf(TableEntity entry) => entry.PartitionKey[(entry.PartitionKey.IndexOf('|', StringComparison.Ordinal) + 1)..];

    private Task<bool> SettleAsync(ETag read, TableEntity head, bool unfinished, bool wasMarked, bool wasUnfinished, CancellationToken cancellation)
    {
        var (partition, id, erased, purged) = (Open + head.Required("Protocol"), head.PartitionKey, head.InstantOrNull("ErasedAt"), head.InstantOrNull("PurgedAt"));
        var entry = new TableEntity(partition, id) { ["Changing"] = false, ["Live"] = erased is null, ["Unfinished"] = unfinished, ["CreatedAt"] = head.Required("CreatedAt"), ["Kind"] = head.Required("Kind") };
        var isDone = purged is not null && !unfinished;
        List<TableTransactionAction> all = [new(isDone ? TableTransactionActionType.Delete : TableTransactionActionType.UpdateReplace, entry, read)];
        void Stands(string row) => all.Add(new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, row)));
        void Goes(string row) => all.Add(new(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All));
        if (wasMarked)
            Goes(Signposts.Changing(id));
        if (unfinished)
            Stands(Signposts.Unfinished(id));
        else if (wasUnfinished)
            Goes(Signposts.Unfinished(id));

        // Those of an earlier term stay: they are taken down by who comes by and finds nothing.
        if (erased is null && head.InstantOrNull("EraseAfter") is { } term)
            Stands(Signposts.Due(term, id));
        if (erased is { } at && purged is null)
            Stands(Signposts.Erased(at, id));
        return TrySubmitAsync(all, cancellation);
    }

    /// <returns>False when one of them was gone or had changed: then none of them was written.</returns>
    private async Task<bool> TrySubmitAsync(IEnumerable<TableTransactionAction> all, CancellationToken cancellation)
    {
        try
        {
            await index.SubmitTransactionAsync(all, cancellation);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 412)
        {
            return false;
        }
    }

    private async Task<List<Signpost>> SignpostsAsync(Func<string, IEnumerable<string>> ranges, CancellationToken cancellation)
    {
        var found = new List<Signpost>();
        await foreach (var protocol in index.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Protocols}"), cancellationToken: cancellation))
        {
            foreach (var range in ranges(Open + protocol.RowKey))
                found.AddRange(await index.QueryAsync<TableEntity>(range, cancellationToken: cancellation).Select(row => new Signpost(row)).ToListAsync(cancellation));
        }

        return found;
    }
}
