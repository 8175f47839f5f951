namespace Gegevensdeling.Audit;

/// <summary>Keeps the chains. Entries are appended one after another and never changed.</summary>
public interface IAuditLog
{
    /// <summary>Chains and keeps the event (<see cref="AuditChain.Next"/>); it is durable when this returns.</summary>
    Task AppendAsync(AuditEvent draft, CancellationToken cancellation);

    /// <summary>All entries of one chain, in order.</summary>
    /// <exception cref="InvalidDataException">What stands there is no entry; those before it were given.</exception>
    IAsyncEnumerable<ChainedAuditEvent> ReadAsync(string chain, CancellationToken cancellation);

    /// <summary>The names of all chains, in order.</summary>
    Task<IReadOnlyList<string>> ChainsAsync(CancellationToken cancellation);
}
