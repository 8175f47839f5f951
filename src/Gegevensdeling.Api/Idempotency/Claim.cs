using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Idempotency;

/// <summary>What the ledger says to a POST.</summary>
internal abstract record Claim
{
    private Claim()
    {
    }

    /// <summary>Run the handler, under this row's reservation.</summary>
    public sealed record Held(IdempotencyRow Row) : Claim;

    /// <summary>Done before: the same answer again.</summary>
    public sealed record Replay(StoredAnswer Answer) : Claim;

    /// <summary>Done before, for a file: whether it was the same one is known when this one was read, see <see cref="IdempotencyLedger.Repeat(IdempotencyRow, string)"/>.</summary>
    public sealed record Compare(IdempotencyRow Row) : Claim;

    public sealed record Refused(Refusal Refusal) : Claim;
}
