using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Stores;

/// <summary>Signed documents in SQLite.</summary>
public sealed class SqliteEvidenceStore(LocalDatabase database) : IEvidenceStore
{
    public Task<bool> KeepAsync(ExchangeId exchange, string name, string document, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.Execute(
                transaction, "INSERT INTO evidence (exchange, name, document) VALUES ($exchange, $name, $document) ON CONFLICT DO NOTHING",
                ("$exchange", exchange.Value), ("$name", name), ("$document", document)) == 1,
            cancellation);

    public async Task<string?> FindAsync(ExchangeId exchange, string name, CancellationToken cancellation) =>
        (await database.ReadAsync(
            "SELECT document FROM evidence WHERE exchange = $exchange AND name = $name", row => row.GetString(0), cancellation,
            ("$exchange", exchange.Value), ("$name", name))).SingleOrDefault();

    public Task<IReadOnlyList<string>> NamesAsync(ExchangeId exchange, CancellationToken cancellation) =>
        database.ReadAsync("SELECT name FROM evidence WHERE exchange = $exchange ORDER BY name", row => row.GetString(0), cancellation, ("$exchange", exchange.Value));
}
