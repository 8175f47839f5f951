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

    public sealed record Refused(Refusal Refusal) : Claim;
}
