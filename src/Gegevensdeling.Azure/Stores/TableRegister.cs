using Azure;
using Azure.Data.Tables;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>
/// The register in tables. One exchange is one partition of <c>uitwisselingen</c>, so that its head and its facts change in one entity group
/// transaction; what leads to a person stands apart in <c>personen</c> (decision 12).
/// </summary>
public sealed partial class TableRegister : IRegister
{
    private const string OrphanRow = "wees";

    /// <summary>Each try after the first means that somebody else wrote in between; so many in a row mean that the table is not to be had now.</summary>
    private const int MostTries = 10;

    private readonly TableClient exchanges;
    private readonly TableClient orphans;
    private readonly PersonRows persons;
    private readonly Worklist worklist;

    public TableRegister(RegisterTables tables) =>
        (exchanges, orphans, persons, worklist) = (tables.Exchanges, tables.Orphans, new(tables.Persons), new(tables.Index));

    public async Task<bool> InsertAsync(ExchangeHead head, FactRow first, CancellationToken cancellation)
    {
        var row = ExchangeRows.Of(head);
        if (await HeadRowAsync(head.Id, cancellation) is not null)
            return false;
        var mark = await worklist.MarkAsync(head, cancellation);
        await Task.WhenAll(worklist.ListAsync(head, cancellation), persons.KeepAsync(head, cancellation));
        if (await SubmitAsync(new(TableTransactionActionType.Add, row), head, first, cancellation))
        {
            await worklist.SettleAsync(mark, row, cancellation);
            return true;
        }

        // Somebody else began it, and may have erased it since: what we wrote of the person must not come after that.
        if (await HeadRowAsync(head.Id, cancellation) is { } other && !other.Flag("Leads"))
            await persons.DeleteAsync(head.Protocol, head.Id, cancellation);
        return false;
    }

    public async Task<ExchangeHead?> FindAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await HeadRowAsync(exchange, cancellation) is { } row
            ? ExchangeRows.ToHead(row, await persons.FindAsync(new(row.Required("Protocol")), exchange, cancellation))
            : null;

    public async Task<IReadOnlyList<FactRow>> FactsAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {exchange.Value} and RowKey ge {ExchangeRows.FirstFact} and RowKey lt {ExchangeRows.AfterFacts}");
        return await exchanges.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Select(ExchangeRows.ToFact).ToListAsync(cancellation);
    }

    public async Task<ILookup<ExchangeId, FactRow>> FactsOfAllAsync(IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation) =>
        (await exchanges.InOrder(exchange => FactsAsync(exchange, cancellation)).ToListAsync(cancellation)).SelectMany(facts => facts).ToLookup(fact => fact.Exchange);

    public async Task<bool> AppendAsync(ExchangeHead head, FactRow fact, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await HeadRowAsync(head.Id, cancellation) is not { } stored || stored.Number("Revision") != head.Revision - 1)
                return false;
            var mark = await worklist.MarkAsync(head, cancellation);
            var row = ExchangeRows.Of(head);
            if (await SubmitAsync(new(TableTransactionActionType.UpdateReplace, row, stored.ETag), head, fact, cancellation))
            {
                // The head first: killed in between, the person's row is still found with the head, and is deleted by the next try. A
                // row is never written here: a writer that was overtaken by an erasure would bring the person back.
                if (!head.Leads())
                    await persons.DeleteAsync(head.Protocol, head.Id, cancellation);
                await worklist.SettleAsync(mark, row, cancellation);
                return true;
            }

            if (await exchanges.FindAsync(head.Id.Value, ExchangeRows.IdKey(fact.Id), cancellation) is not null)
                return false;
        }

        throw new IOException("Others keep changing this row of the register");
    }

    public Task MarkHandledAsync(ExchangeId exchange, string factId, CancellationToken cancellation) => MarkFactAsync(exchange, factId, "Handled", cancellation);

    public Task MarkAuditedAsync(ExchangeId exchange, string factId, CancellationToken cancellation) => MarkFactAsync(exchange, factId, "Audited", cancellation);

    public Task<bool> RenewPersonAsync(ExchangeHead head, CancellationToken cancellation) => persons.RenewAsync(head, cancellation);

    public Task UnlinkAsync(ExchangeId exchange, CancellationToken cancellation) => persons.UnlinkAsync(exchange, cancellation);

    public Task<int> CountLinksToAsync(ExchangeId exchange, CancellationToken cancellation) => persons.CountLinksToAsync(exchange, cancellation);

    /// <summary>Nothing to do: a deleted or replaced entity cannot be read by any request, and the service's disks are encrypted and not ours to overwrite.</summary>
    public Task ScrubAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<DateTimeOffset> OrphanSeenAsync(ExchangeId exchange, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = new TableEntity(StoreKeys.Safe(exchange.Value), OrphanRow).With("Since", now);
        while (!await orphans.TryAddAsync(row, cancellation))
        {
            if (await orphans.FindAsync(exchange.Value, OrphanRow, cancellation) is { } known)
                return known.Instant("Since");
        }

        return now;
    }

    public async Task<IReadOnlyList<ExchangeId>> UnclaimedAsync(IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation) =>
        await exchanges.InOrder(async exchange => (Exchange: exchange, Head: await HeadRowAsync(exchange, cancellation)))
            .Where(one => one.Head?.InstantOrNull("ErasedAt") is not null || one.Head is null).Select(one => one.Exchange).ToListAsync(cancellation);

    public Task OrphanGoneAsync(ExchangeId exchange, CancellationToken cancellation) => orphans.TryDeleteAsync(exchange.Value, OrphanRow, ETag.All, cancellation);

    private async Task<TableEntity?> HeadRowAsync(ExchangeId exchange, CancellationToken cancellation) =>
        StoreKeys.IsSafe(exchange.Value) ? await exchanges.FindAsync(exchange.Value, ExchangeRows.Head, cancellation) : null;

    /// <summary>Head, fact and the fact's id, all or nothing.</summary>
    /// <returns>True when it stands there, also when the acknowledgement was lost and the repetition was refused.</returns>
    private async Task<bool> SubmitAsync(TableTransactionAction head, ExchangeHead of, FactRow fact, CancellationToken cancellation)
    {
        var attempt = TableTexts.NewAttempt();
        TableTransactionAction[] all =
        [
            head, new(TableTransactionActionType.Add, ExchangeRows.Of(fact, attempt)), new(TableTransactionActionType.Add, ExchangeRows.IdOf(of, fact)),
        ];
        try
        {
            await exchanges.SubmitTransactionAsync(all, cancellation);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            return await exchanges.FindAsync(of.Id.Value, ExchangeRows.FactKey(fact.Sequence), cancellation) is { } stands && stands.GetString("Attempt") == attempt;
        }
    }

    private async Task MarkFactAsync(ExchangeId exchange, string factId, string column, CancellationToken cancellation)
    {
        if (await exchanges.FindAsync(exchange.Value, ExchangeRows.IdKey(factId), cancellation) is not { } id)
            return;
        var mark = new TableEntity(exchange.Value, ExchangeRows.FactKey(id.Number("Sequence"))) { [column] = true };
        await exchanges.UpdateEntityAsync(mark, ETag.All, TableUpdateMode.Merge, cancellation);
        await SettleAsync(id.Required("Protocol"), exchange.Value, cancellation);
    }
}
