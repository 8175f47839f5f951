using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>What the register's head says after each step of an erasure, for every kind of exchange.</summary>
public static class ErasureHeads
{
    public static ExchangeHead After(ExchangeHead head, ErasureFact fact) => (fact switch
    {
        ErasureFact.Forgotten => head with { Pseudonyms = [], Salt = null, Links = [] },
        ErasureFact.StillFound => head,
        ErasureFact.Erased => head with { State = "gewist", EraseAfter = null, ErasedAt = fact.At },
        ErasureFact.HistoryPurged => head with { PurgedAt = fact.At },
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    }) with { Revision = head.Revision + 1 };
}
