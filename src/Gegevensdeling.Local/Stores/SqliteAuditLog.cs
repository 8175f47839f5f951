using System.Text.Json;
using Gegevensdeling.Audit;

namespace Gegevensdeling.Local.Stores;

/// <summary>The audit chains in SQLite: appended in one transaction with the look at the tip, never changed.</summary>
public sealed class SqliteAuditLog(LocalDatabase database) : IAuditLog
{
    /// <summary>Entries that are in memory at once: a month may have hundreds of thousands.</summary>
    private const int Page = 1000;

    public Task AppendAsync(AuditEvent draft, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) =>
        {
            var chain = AuditChain.NameOf(draft);
            var tip = connection.First(
                transaction, "SELECT entry, hash FROM audit WHERE chain = $chain ORDER BY sequence DESC LIMIT 1",
                row => Read(row.GetFieldValue<byte[]>(0), row.GetString(1)), ("$chain", chain));
            var entry = AuditChain.Next(tip?.Tip, draft);
            return connection.Execute(
                transaction, "INSERT INTO audit (chain, sequence, hash, entry) VALUES ($chain, $sequence, $hash, $entry)",
                ("$chain", chain), ("$sequence", entry.Sequence), ("$hash", entry.Hash), ("$entry", AuditJson.Write(entry)));
        }, cancellation);

    public IAsyncEnumerable<ChainedAuditEvent> ReadAsync(string chain, CancellationToken cancellation) => ReadKeptAsync(chain, cancellation).Select(row => Read(row.Entry, row.Hash));

    /// <summary>The entries of a chain as they stand, whatever that is.</summary>
    public IAsyncEnumerable<KeptEntry> ReadKeptAsync(string chain, CancellationToken cancellation) => PagesAhead.InOrderAsync<KeptEntry>(
        last => database.ReadAsync(
            "SELECT entry, hash, sequence FROM audit WHERE chain = $chain AND sequence > $after ORDER BY sequence LIMIT $most",
            row => new KeptEntry(row.GetFieldValue<byte[]>(0), row.GetString(1), row.GetInt64(2)), cancellation, ("$chain", chain), ("$after", last?.Sequence ?? long.MinValue), ("$most", Page)),
        Page, cancellation);

    public Task<IReadOnlyList<string>> ChainsAsync(CancellationToken cancellation) =>
        database.ReadAsync("SELECT DISTINCT chain FROM audit ORDER BY chain", row => row.GetString(0), cancellation);

    /// <summary>Without the cause: what stands there may be anything.</summary>
    private static ChainedAuditEvent Read(byte[] entry, string hash)
    {
        try
        {
            return AuditEntryReader.Read(entry, hash);
        }
        catch (JsonException)
        {
            throw new InvalidDataException("The audit log holds something that it did not write: the chain must be looked at before it goes on");
        }
    }
}

/// <summary>One row of a chain as it stands.</summary>
/// <param name="Entry">The bytes that the hash is over.</param>
public sealed record KeptEntry(byte[] Entry, string Hash, long Sequence);
