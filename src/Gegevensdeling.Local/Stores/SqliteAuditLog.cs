using System.Runtime.CompilerServices;
using Gegevensdeling.Audit;

namespace Gegevensdeling.Local.Stores;

/// <summary>The audit chains in SQLite: appended in one transaction with the look at the tip, never changed.</summary>
public sealed class SqliteAuditLog(LocalDatabase database) : IAuditLog
{
    public Task AppendAsync(AuditEvent draft, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) =>
        {
            var chain = AuditChain.NameOf(draft);
            var tip = connection.First(
                transaction, "SELECT entry, hash FROM audit WHERE chain = $chain ORDER BY sequence DESC LIMIT 1",
                row => AuditEntryReader.Read(row.GetString(0), row.GetString(1)), ("$chain", chain));
            var entry = AuditChain.Next(tip?.Tip, draft);
            return connection.Execute(
                transaction, "INSERT INTO audit (chain, sequence, hash, entry) VALUES ($chain, $sequence, $hash, $entry)",
                ("$chain", chain), ("$sequence", entry.Sequence), ("$hash", entry.Hash), ("$entry", AuditJson.Write(entry)));
        }, cancellation);

    public async IAsyncEnumerable<ChainedAuditEvent> ReadAsync(string chain, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            "SELECT entry, hash FROM audit WHERE chain = $chain ORDER BY sequence", row => (Entry: row.GetString(0), Hash: row.GetString(1)), cancellation, ("$chain", chain));
        foreach (var (entry, hash) in rows)
            yield return AuditEntryReader.Read(entry, hash);
    }

    public Task<IReadOnlyList<string>> ChainsAsync(CancellationToken cancellation) =>
        database.ReadAsync("SELECT DISTINCT chain FROM audit ORDER BY chain", row => row.GetString(0), cancellation);
}
