using System.Globalization;
using System.Security.Cryptography;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Audit;

/// <summary>Chains events: each carries the hash of the one before, so that none can be changed, left out or moved unseen (F9).</summary>
public static class AuditChain
{
    /// <summary>What the first entry of a chain carries as the hash before it.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>The chain that an event belongs to: one a protocol and a (UTC) month, for example <c>mechelen-2024/2026-03</c>.</summary>
    public static string NameOf(AuditEvent draft) => NameOf(draft.Protocol, draft.At);

    public static string NameOf(ProtocolId protocol, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{protocol.Value}/{at.UtcDateTime:yyyy-MM}");

    /// <summary>The entry that follows; a store only has to keep it, provided that no other writer was first.</summary>
    /// <param name="previous">The tip of the chain that <see cref="NameOf(AuditEvent)"/> names, or null where that chain is new.</param>
    public static ChainedAuditEvent Next(AuditTip? previous, AuditEvent draft)
    {
        var chain = NameOf(draft);
        if (previous is { } tip && tip.Chain != chain)
            throw new ArgumentException("the tip is of another chain than the event", nameof(previous));
        if (!draft.HasCorrelation)
            throw new ArgumentException("a correlation is 16 bytes in lower-case hex", nameof(draft)); // both registers ask for it
        var sequence = (previous?.Sequence ?? 0) + 1;
        var before = previous?.Hash ?? Origin;
        var kept = AuditJson.AsKept(draft);
        return new ChainedAuditEvent(chain, sequence, before, kept, HashOf(new CanonicalWriter(), chain, sequence, before, kept));
    }

    /// <summary>Verifies a whole chain in the order given.</summary>
    /// <param name="entries">Every entry of one chain.</param>
    /// <param name="head">A signed head of that chain, whose signature was verified; null where there is none.</param>
    public static AuditVerdict Verify(IEnumerable<ChainedAuditEvent> entries, AuditHead? head = null)
    {
        var verifier = new AuditVerifier(head);
        foreach (var entry in entries)
            verifier.Add(entry);
        return verifier.Finish();
    }

    /// <summary>The same of a chain that is read from a store.</summary>
    /// <param name="chain">Its name.</param>
    /// <param name="entries">Every entry of one chain; an <see cref="InvalidDataException"/> while reading is an entry that cannot be read.</param>
    /// <param name="heads">Signed heads of that chain, each verified before.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<AuditVerdict> VerifyAsync(string chain, IAsyncEnumerable<ChainedAuditEvent> entries, IReadOnlyCollection<AuditHead> heads, CancellationToken cancellation)
    {
        var verifier = new AuditVerifier(heads, chain);
        try
        {
            await foreach (var entry in entries.WithCancellation(cancellation))
            {
                if (!verifier.Add(entry))
                    break;
            }
        }
        catch (InvalidDataException)
        {
            verifier.AddUnreadable();
        }

        return verifier.Finish();
    }

    internal static string HashOf(CanonicalWriter writer, string chain, long sequence, string previous, AuditEvent entry)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Digest(writer, chain, sequence, previous, entry, hash);
        return Convert.ToHexStringLower(hash);
    }

    internal static void Digest(CanonicalWriter writer, string chain, long sequence, string previous, AuditEvent entry, Span<byte> hash)
    {
        writer.Clear();
        AuditJson.WriteCanonical(writer, chain, sequence, previous, entry);
        SHA256.HashData(writer.Written, hash);
    }
}
