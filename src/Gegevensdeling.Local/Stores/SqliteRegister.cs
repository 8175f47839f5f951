using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Stores;

/// <summary>The register in SQLite.</summary>
public sealed class SqliteRegister(LocalDatabase database) : IRegister
{
    private const string Head = """
        SELECT id, kind, protocol, version, sender, receiver, state, created_at, erase_after, erased_at, purged_at, pseudonyms, salt, links, revision
        FROM exchanges LEFT JOIN people.persons ON exchange = id
        """;

    /// <summary>Both in the order of their key (a CROSS JOIN keeps the order of its tables): the other way round nearly each lead costs a page that is not in memory.</summary>
    private const string Lead = """
        SELECT persons.exchange, persons.salt, persons.pseudonyms FROM people.persons CROSS JOIN exchanges ON id = persons.exchange
        WHERE protocol = $protocol AND erased_at IS NULL AND persons.salt IS NOT NULL AND persons.exchange > $after ORDER BY persons.exchange LIMIT $most
        """;
    private const int LeadPage = 1000;
    private const int Page = 5000;
    private const string Fact = "SELECT exchange, sequence, id, at, json, wakes, handled, audited FROM facts";
    private const string Given = "(SELECT value FROM json_each($exchanges))";
    private const string Update = """
        UPDATE exchanges SET state = $state, erase_after = $erase_after, erased_at = $erased_at, purged_at = $purged_at,
            revision = $revision WHERE id = $id AND revision = $revision - 1
        """;

    public Task<bool> InsertAsync(ExchangeHead head, FactRow first, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) =>
        {
            var inserted = connection.Execute(transaction, """
                INSERT INTO exchanges (id, kind, protocol, version, sender, receiver, state, created_at, erase_after, erased_at, purged_at, revision)
                VALUES ($id, $kind, $protocol, $version, $sender, $receiver, $state, $created_at, $erase_after, $erased_at, $purged_at, $revision)
                ON CONFLICT (id) DO NOTHING
                """, Parameters(head)) == 1;
            if (inserted)
            {
                KeepPerson(connection, transaction, head);
                Insert(connection, transaction, first);
            }

            return inserted;
        }, cancellation);

    public async Task<ExchangeHead?> FindAsync(ExchangeId exchange, CancellationToken cancellation) =>
        (await database.ReadAsync($"{Head} WHERE id = $id", ReadHead, cancellation, ("$id", exchange.Value))).SingleOrDefault();

    public Task<IReadOnlyList<FactRow>> FactsAsync(ExchangeId exchange, CancellationToken cancellation) =>
        database.ReadAsync($"{Fact} WHERE exchange = $id ORDER BY sequence", ReadFact, cancellation, ("$id", exchange.Value));

    public async Task<ILookup<ExchangeId, FactRow>> FactsOfAllAsync(IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation) =>
        (await database.ReadAsync($"{Fact} WHERE exchange IN {Given} ORDER BY exchange, sequence", ReadFact, cancellation, ("$exchanges", JsonSerializer.Serialize(exchanges)))).ToLookup(fact => fact.Exchange);

    public Task<bool> AppendAsync(ExchangeHead head, FactRow fact, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) =>
        {
            var known = connection.First(transaction, $"{Fact} WHERE exchange = $exchange AND id = $fact", ReadFact, ("$exchange", fact.Exchange.Value), ("$fact", fact.Id));
            if (known is not null || connection.Execute(transaction, Update, Parameters(head)) == 0)
                return false;
            KeepPerson(connection, transaction, head);
            Insert(connection, transaction, fact);
            return true;
        }, cancellation);

    public Task MarkHandledAsync(ExchangeId exchange, string factId, CancellationToken cancellation) =>
        MarkAsync("UPDATE facts SET handled = 1 WHERE exchange = $exchange AND id = $fact", exchange, factId, cancellation);

    public Task MarkAuditedAsync(ExchangeId exchange, string factId, CancellationToken cancellation) =>
        MarkAsync("UPDATE facts SET audited = 1 WHERE exchange = $exchange AND id = $fact", exchange, factId, cancellation);

    public IAsyncEnumerable<FactRow> UnfinishedAsync(DateTimeOffset before, CancellationToken cancellation) =>
        StreamAsync($"{Fact} WHERE ((wakes = 1 AND handled = 0) OR audited = 0) AND at < $before ORDER BY at", ReadFact, cancellation, ("$before", before.UtcTicks));

    public IAsyncEnumerable<ExchangeHead> DueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        StreamAsync($"{Head} WHERE erased_at IS NULL AND erase_after <= $now ORDER BY erase_after", ReadHead, cancellation, ("$now", now.UtcTicks));

    public IAsyncEnumerable<ExchangeHead> OfProtocolAsync(ProtocolId protocol, bool liveOnly, CancellationToken cancellation) =>
        PagesAsync($"protocol = $protocol{(liveOnly ? " AND erased_at IS NULL" : "")}", cancellation, ("$protocol", protocol.Value));

    public IAsyncEnumerable<ExchangeHead> OfKindAsync(ProtocolId protocol, string kind, bool liveOnly, CancellationToken cancellation) =>
        PagesAsync($"protocol = $protocol AND kind = $kind{(liveOnly ? " AND erased_at IS NULL" : "")}", cancellation, ("$protocol", protocol.Value), ("$kind", kind));

    public IAsyncEnumerable<ExchangeHead> UnpurgedAsync(DateTimeOffset before, CancellationToken cancellation) =>
        StreamAsync($"{Head} WHERE erased_at IS NOT NULL AND purged_at IS NULL AND erased_at < $before ORDER BY erased_at", ReadHead, cancellation, ("$before", before.UtcTicks));

    public IAsyncEnumerable<PersonLead> LeadsAsync(ProtocolId protocol, CancellationToken cancellation) => PagesAhead.InOrderAsync<PersonLead>(
        last => database.ReadAsync(Lead, ReadLead, cancellation, ("$protocol", protocol.Value), ("$after", last?.Exchange.Value ?? string.Empty), ("$most", LeadPage)), LeadPage, cancellation);

    public Task<bool> RenewPersonAsync(ExchangeHead head, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.Execute(
            transaction, "UPDATE people.persons SET pseudonyms = $pseudonyms, salt = $salt, links = $links WHERE exchange = $id",
            ("$id", head.Id.Value), ("$pseudonyms", JsonSerializer.Serialize(head.Pseudonyms)), ("$salt", head.Salt), ("$links", JsonSerializer.Serialize(head.Links))) == 1, cancellation);

    public Task UnlinkAsync(ExchangeId exchange, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.Execute(transaction, """
            UPDATE people.persons SET links = (SELECT json_group_array(value) FROM json_each(links) WHERE value <> $exchange)
            WHERE EXISTS (SELECT 1 FROM json_each(links) WHERE value = $exchange)
            """, ("$exchange", exchange.Value)), cancellation);

    public async Task<int> CountLinksToAsync(ExchangeId exchange, CancellationToken cancellation) => (await database.ReadAsync(
        "SELECT COUNT(*) FROM people.persons WHERE EXISTS (SELECT 1 FROM json_each(links) WHERE value = $exchange)", row => row.Int(0), cancellation, ("$exchange", exchange.Value))).Single();

    public Task ScrubAsync(CancellationToken cancellation) => database.ScrubAsync(cancellation);

    public Task<IReadOnlyList<ExchangeId>> UnclaimedAsync(IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation) => database.ReadAsync(
        "SELECT value FROM json_each($exchanges) WHERE NOT EXISTS (SELECT 1 FROM exchanges WHERE id = value AND erased_at IS NULL)", row => new ExchangeId(row.GetString(0)), cancellation,
        ("$exchanges", JsonSerializer.Serialize(exchanges)));

    public Task<DateTimeOffset> OrphanSeenAsync(ExchangeId exchange, DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) =>
        {
            connection.Execute(transaction, "INSERT INTO orphans (exchange, since) VALUES ($exchange, $now) ON CONFLICT DO NOTHING", ("$exchange", exchange.Value), ("$now", now.UtcTicks));
            return new DateTimeOffset(long.Parse(connection.First(
                transaction, "SELECT CAST(since AS TEXT) FROM orphans WHERE exchange = $exchange", row => row.GetString(0), ("$exchange", exchange.Value))!, CultureInfo.InvariantCulture), TimeSpan.Zero);
        }, cancellation);

    public Task OrphanGoneAsync(ExchangeId exchange, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.Execute(transaction, "DELETE FROM orphans WHERE exchange = $exchange", ("$exchange", exchange.Value)), cancellation);

    private Task MarkAsync(string sql, ExchangeId exchange, string factId, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.Execute(transaction, sql, ("$exchange", exchange.Value), ("$fact", factId)), cancellation);

    private async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, Func<SqliteDataReader, T> row, [EnumeratorCancellation] CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        foreach (var item in await database.ReadAsync(sql, row, cancellation, parameters))
            yield return item;
    }

    /// <summary>Oldest first, page by page: years of exchanges are never in memory at once.</summary>
    private async IAsyncEnumerable<ExchangeHead> PagesAsync(string where, [EnumeratorCancellation] CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        for (var (after, id) = (long.MinValue, string.Empty); ;)
        {
            var page = await database.ReadAsync(
                $"{Head} WHERE {where} AND (created_at, id) > ($after, $id) ORDER BY created_at, id LIMIT {Page}", ReadHead, cancellation, [.. parameters, ("$after", after), ("$id", id)]);
            foreach (var head in page)
                yield return head;
            if (page.Count < Page)
                yield break;
            (after, id) = (page[^1].CreatedAt.UtcTicks, page[^1].Id.Value);
        }
    }

    /// <summary>What leads to the person, in the file beside; nothing once there is nothing left to lead.</summary>
    private static void KeepPerson(SqliteConnection connection, SqliteTransaction transaction, ExchangeHead head)
    {
        var leads = head.Pseudonyms.Count > 0 || head.Links.Count > 0 || head.Salt is not null;
        connection.Execute(
            transaction,
            leads
                ? "INSERT INTO people.persons (exchange, pseudonyms, salt, links) VALUES ($id, $pseudonyms, $salt, $links) ON CONFLICT (exchange) DO NOTHING"
                : "DELETE FROM people.persons WHERE exchange = $id",
            leads
                ? [("$id", head.Id.Value), ("$pseudonyms", JsonSerializer.Serialize(head.Pseudonyms)), ("$salt", head.Salt), ("$links", JsonSerializer.Serialize(head.Links))]
                : [("$id", head.Id.Value)]);
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, FactRow fact) => connection.Execute(
        transaction,
        "INSERT INTO facts (exchange, sequence, id, at, json, wakes, handled, audited) VALUES ($exchange, $sequence, $id, $at, $json, $wakes, $handled, $audited)",
        ("$exchange", fact.Exchange.Value), ("$sequence", fact.Sequence), ("$id", fact.Id), ("$at", fact.At.UtcTicks), ("$json", fact.Json),
        ("$wakes", fact.Wakes), ("$handled", fact.Handled), ("$audited", fact.Audited));

    private static (string Name, object? Value)[] Parameters(ExchangeHead head) =>
    [
        ("$id", head.Id.Value), ("$kind", head.Kind), ("$protocol", head.Protocol.Value), ("$version", head.ProtocolVersion),
        ("$sender", head.Sender.Value), ("$receiver", head.Receiver.Value), ("$state", head.State), ("$created_at", head.CreatedAt.UtcTicks),
        ("$erase_after", head.EraseAfter.Ticks()), ("$erased_at", head.ErasedAt.Ticks()), ("$purged_at", head.PurgedAt.Ticks()),
        ("$revision", head.Revision),
    ];

    private static ExchangeHead ReadHead(SqliteDataReader row) => new(
        new(row.GetString(0)), row.GetString(1), new(row.GetString(2)), row.Int(3), new(row.GetString(4)), new(row.GetString(5)), row.GetString(6),
        row.Instant(7), row.InstantOrNull(8), row.InstantOrNull(9), row.InstantOrNull(10),
        List<string>(row.TextOrNull(11)), row.TextOrNull(12), List<ExchangeId>(row.TextOrNull(13)), row.Int(14));

    private static PersonLead ReadLead(SqliteDataReader row) => new(new(row.GetString(0)), row.GetString(1), List<string>(row.GetString(2)));

    private static List<T> List<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<T>>(json)!;

    private static FactRow ReadFact(SqliteDataReader row) => new(
        new(row.GetString(0)), row.Int(1), row.GetString(2), row.Instant(3), row.GetString(4), row.Flag(5), row.Flag(6), row.Flag(7));
}
