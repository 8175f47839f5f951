using Gegevensdeling.Stores;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>Kinds of exchange of which both sides see the same in a pack, each exchange with the names of its signed documents.</summary>
public interface IPackedKinds
{
    /// <summary>Their words in the register.</summary>
    IReadOnlySet<string> Words { get; }

    /// <summary>What a pack says of one; null where it never was complete: nothing left or arrived.</summary>
    /// <param name="head">Of one of these kinds.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<PackedExchange?> FindAsync(ExchangeHead head, CancellationToken cancellation);
}

/// <summary>One exchange for a pack.</summary>
/// <param name="Receipts">The receipts that it may have, as the evidence store names them.</param>
/// <param name="Line">Of the names in the pack of receipts and of certificates.</param>
public sealed record PackedExchange(IReadOnlyList<string> Receipts, bool Erased, Func<IReadOnlyList<string>, IReadOnlyList<string>, PackExchange> Line);
