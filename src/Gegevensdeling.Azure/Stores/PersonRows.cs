using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>What leads from a person to an exchange.</summary>
internal sealed record Person(IReadOnlyList<string> Pseudonyms, string? Salt, IReadOnlyList<ExchangeId> Links)
{
    public static Person Nobody { get; } = new([], null, []);

    /// <summary>Prints nothing of it.</summary>
    public override string ToString() => nameof(Person);
}

/// <summary>The table of persons: as small as the number of live exchanges, so that all of a protocol are read in one go.</summary>
internal sealed class PersonRows(TableClient table)
{
    private static readonly string[] Leading = ["RowKey", "Salt", "Pseudonyms"];

    public Task KeepAsync(ExchangeHead head, CancellationToken cancellation) => head.Leads()
        ? table.UpsertEntityAsync(RowOf(head), TableUpdateMode.Replace, cancellation)
        : Task.CompletedTask;

    /// <summary>Only a row that is there is replaced: one that an erasure deleted meanwhile does not come back.</summary>
    public async Task<bool> RenewAsync(ExchangeHead head, CancellationToken cancellation)
    {
        while (await table.FindAsync(head.Protocol.Value, head.Id.Value, cancellation) is { } row)
        {
            if (await table.TryReplaceAsync(RowOf(head), row.ETag, cancellation))
                return true;
        }

        return false;
    }

    private static TableEntity RowOf(ExchangeHead head) =>
        new TableEntity(head.Protocol.Value, head.Id.Value) { ["Pseudonyms"] = JsonSerializer.Serialize(head.Pseudonyms) }.With("Salt", head.Salt).WithLinks(head.Links);

    public async Task<Person> FindAsync(ProtocolId protocol, ExchangeId exchange, CancellationToken cancellation) =>
        await table.FindAsync(protocol.Value, exchange.Value, cancellation) is { } row ? ToPerson(row) : Person.Nobody;

    public Task DeleteAsync(ProtocolId protocol, ExchangeId exchange, CancellationToken cancellation) =>
        table.TryDeleteAsync(protocol.Value, exchange.Value, ETag.All, cancellation);

    public async Task<IReadOnlyDictionary<ExchangeId, Person>> OfProtocolAsync(ProtocolId protocol, CancellationToken cancellation)
    {
        var persons = new Dictionary<ExchangeId, Person>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {protocol.Value}"), cancellationToken: cancellation))
            persons[new(row.RowKey)] = ToPerson(row);
        return persons;
    }

    /// <summary>The same without links, as they come from the table.</summary>
    public IAsyncEnumerable<PersonLead> LeadsAsync(ProtocolId protocol, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {protocol.Value}"), select: Leading, cancellationToken: cancellation)
            .Where(row => row.GetString("Salt") is not null)
            .Select(row => new PersonLead(new(row.RowKey), row.Required("Salt"), row.List<string>("Pseudonyms")));

    /// <summary>Takes the exchange out of the links of all others. What another writer changed or deleted meanwhile is read again.</summary>
    public async Task UnlinkAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        await foreach (var listed in LinkingToAsync(exchange, cancellation))
        {
            for (var row = listed; row is not null && LinksOf(row).Contains(exchange); row = await table.FindAsync(row.PartitionKey, row.RowKey, cancellation))
                await table.TryReplaceAsync(row.WithLinks([.. LinksOf(row).Where(link => link != exchange)]), row.ETag, cancellation);
        }
    }

    public async Task<int> CountLinksToAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await LinkingToAsync(exchange, cancellation).CountAsync(cancellation);

    private IAsyncEnumerable<TableEntity> LinkingToAsync(ExchangeId exchange, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>("HasLinks eq true", cancellationToken: cancellation).Where(row => LinksOf(row).Contains(exchange));

    private static Person ToPerson(TableEntity row) => new(row.List<string>("Pseudonyms"), row.GetString("Salt"), LinksOf(row));

    private static List<ExchangeId> LinksOf(TableEntity row) => row.List<ExchangeId>("Links");
}

/// <summary>Links, and the flag by which a query finds them.</summary>
internal static class LinkColumns
{
    public static TableEntity WithLinks(this TableEntity row, IReadOnlyList<ExchangeId> links) =>
        row.With("Links", JsonSerializer.Serialize(links)).With("HasLinks", links.Count > 0);
}
