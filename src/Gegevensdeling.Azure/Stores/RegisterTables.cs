using Azure.Data.Tables;

namespace Gegevensdeling.Azure.Stores;

/// <summary>The tables of the register.</summary>
/// <param name="Exchanges">A partition an exchange: its head, its facts, and the ids of those facts.</param>
/// <param name="Persons">What leads to a person, apart: a partition a protocol, a row a live exchange.</param>
/// <param name="Index">Every exchange of a protocol, and which ones still ask for work.</param>
/// <param name="Orphans">What was found that no head claims.</param>
public sealed record RegisterTables(TableClient Exchanges, TableClient Persons, TableClient Index, TableClient Orphans)
{
    public static RegisterTables In(TableServiceClient service) =>
        new(service.GetTableClient("uitwisselingen"), service.GetTableClient("personen"), service.GetTableClient("index"), service.GetTableClient("wezen"));

    /// <summary>Makes the tables that are absent.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        foreach (var table in new[] { Exchanges, Persons, Index, Orphans })
            await table.CreateIfNotExistsAsync(cancellation);
    }
}
