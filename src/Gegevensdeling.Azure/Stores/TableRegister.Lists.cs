using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>The lists: the worklist says where to look, the heads and facts say what is there.</summary>
public sealed partial class TableRegister
{
    /// <summary>An exchange whose beginning was announced and that has not begun after this long will not: no request lives longer than minutes.</summary>
    private static readonly TimeSpan NeverBegan = TimeSpan.FromDays(1);

    private static readonly string[] WithoutFacts = ["PartitionKey", "RowKey", "Kind", "Protocol", "ProtocolVersion", "Sender", "Receiver", "State", "CreatedAt", "EraseAfter", "ErasedAt", "PurgedAt", "Revision", "Leads", "Wakes", "Handled", "Audited"];

    public async IAsyncEnumerable<FactRow> UnfinishedAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = new List<FactRow>();
        await foreach (var facts in (await worklist.UnfinishedAsync(cancellation)).InOrder(entry => UnfinishedOfAsync(entry, cancellation)))
            found.AddRange(facts.Where(fact => fact.At < before));
        foreach (var fact in found.OrderBy(fact => fact.At))
            yield return fact;
    }

    public async IAsyncEnumerable<ExchangeHead> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var heads = await HeadsAsync(await worklist.DueAsync(now, cancellation), head => head is { ErasedAt: null } && head.EraseAfter <= now, now, cancellation);
        foreach (var head in heads.OrderBy(head => head.EraseAfter))
            yield return head;
    }

    public async IAsyncEnumerable<ExchangeHead> UnpurgedAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var heads = await HeadsAsync(await worklist.UnpurgedAsync(before, cancellation), head => head is { PurgedAt: null } && head.ErasedAt < before, before, cancellation);
        foreach (var head in heads.OrderBy(head => head.ErasedAt))
            yield return head;
    }

    public IAsyncEnumerable<ExchangeHead> OfProtocolAsync(ProtocolId protocol, bool liveOnly, CancellationToken cancellation) => ListedAsync(protocol, kind: null, liveOnly, cancellation);

    public IAsyncEnumerable<ExchangeHead> OfKindAsync(ProtocolId protocol, string kind, bool liveOnly, CancellationToken cancellation) => ListedAsync(protocol, kind, liveOnly, cancellation);

    private async IAsyncEnumerable<ExchangeHead> ListedAsync(ProtocolId protocol, string? kind, bool liveOnly, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // The list before the persons, the persons before the heads: who is on the list has its person's row already, unless it is only beginning.
        var entries = await worklist.OfProtocolAsync(protocol, kind, liveOnly, cancellation);
        var known = entries.Count == 0 ? new Dictionary<ExchangeId, Person>() : await persons.OfProtocolAsync(protocol, cancellation);
        await foreach (var head in entries.InOrder(entry => WithPersonAsync(new(entry.RowKey), known, cancellation)))
        {
            if (head is not null && !(liveOnly && head.ErasedAt is not null))
                yield return head;
        }
    }

    public IAsyncEnumerable<PersonLead> LeadsAsync(ProtocolId protocol, CancellationToken cancellation) => persons.LeadsAsync(protocol, cancellation);

    /// <summary>What the signposts point at. One that points at nothing any more is taken down; a mark is somebody's.</summary>
    /// <param name="isMeant">The question.</param>
    private async Task<IReadOnlyList<ExchangeHead>> HeadsAsync(IReadOnlyList<Signpost> signposts, Func<ExchangeHead, bool> isMeant, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = new Dictionary<ExchangeId, ExchangeHead>();
        await foreach (var (signpost, head) in signposts.InOrder(async signpost => (signpost, await BegunAsync(signpost, now, cancellation))))
        {
            if (head is not null && isMeant(head))
                found.TryAdd(head.Id, head);
            else if (!signpost.IsMark)
                await worklist.TakeDownAsync(signpost, cancellation);
        }

        return [.. found.Values];
    }

    private async Task<ExchangeHead?> WithPersonAsync(ExchangeId exchange, IReadOnlyDictionary<ExchangeId, Person> known, CancellationToken cancellation)
    {
        if (await HeadRowAsync(exchange, cancellation) is not { } row)
            return null;
        var person = known.GetValueOrDefault(exchange);
        return ExchangeRows.ToHead(row, (person is not null) == row.Flag("Leads")
            ? person ?? Person.Nobody
            : await persons.FindAsync(new(row.Required("Protocol")), exchange, cancellation));
    }

    /// <summary>The head; null for an exchange that never began, of which nothing stays behind.</summary>
    private async Task<ExchangeHead?> BegunAsync(Signpost signpost, DateTimeOffset now, CancellationToken cancellation)
    {
        var exchange = new ExchangeId(signpost.Exchange);
        if (await FindAsync(exchange, cancellation) is { } head)
            return head;
        if (await worklist.FindAsync(signpost.Protocol, signpost.Exchange, cancellation) is { } entry && entry.Instant("CreatedAt") + NeverBegan < now)
        {
            await persons.DeleteAsync(new(signpost.Protocol), exchange, cancellation);
            await worklist.ForgetAsync(entry, cancellation);
        }

        return null;
    }

    /// <summary>The unfinished facts of one exchange; what the list says too much of it is mended.</summary>
    private async Task<IReadOnlyList<FactRow>> UnfinishedOfAsync(TableEntity entry, CancellationToken cancellation)
    {
        var rows = await exchanges.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {entry.RowKey}"), cancellationToken: cancellation).ToListAsync(cancellation);
        if (rows.SingleOrDefault(row => row.RowKey == ExchangeRows.Head) is not { } head)
            return [];
        var unfinished = rows.Where(ExchangeRows.IsFact).Where(ExchangeRows.IsUnfinished).Select(ExchangeRows.ToFact).ToList();

        // Whoever marked it may still be at work, or dead. Writing the head anew, unchanged, makes a write of theirs that is still to come fail
        // on its ETag: they read again and mark again. After that the mark is nobody's.
        if (entry.Flag("Changing"))
        {
            if (!await exchanges.TryReplaceAsync(head, head.ETag, cancellation))
                return unfinished;
            if (!head.Flag("Leads"))
                await persons.DeleteAsync(new(head.Required("Protocol")), new(entry.RowKey), cancellation);
        }

        if (entry.Flag("Changing") || unfinished.Count == 0)
            await worklist.SettleAsync(entry, head, unfinished.Count > 0, cancellation);
        return unfinished;
    }

    /// <summary>Takes note that a fact was finished. An entry that somebody marked is theirs.</summary>
    private async Task SettleAsync(string protocol, string exchange, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await worklist.FindAsync(protocol, exchange, cancellation) is not { } entry || entry.Flag("Changing"))
                return;
            var rows = await exchanges.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {exchange}"), select: WithoutFacts, cancellationToken: cancellation).ToListAsync(cancellation);
            var unfinished = rows.Where(ExchangeRows.IsFact).Any(ExchangeRows.IsUnfinished);
            if (unfinished == entry.Flag("Unfinished") || await worklist.SettleAsync(entry, rows.Single(row => row.RowKey == ExchangeRows.Head), unfinished, cancellation))
                return;
        }
    }
}
