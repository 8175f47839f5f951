using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Stores;

/// <summary>Signed receipts and certificates, kept after the data is gone (F1, F2). Written once, never changed.</summary>
public interface IEvidenceStore
{
    /// <summary>Keeps a signed document unless one of that name exists.</summary>
    /// <param name="exchange">The exchange that it proves something of.</param>
    /// <param name="name">For example <c>ontvangstbewijs</c> or <c>wisbewijs-1</c>.</param>
    /// <param name="document">The signed JSON document.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when one existed; it was left as it is.</returns>
    Task<bool> KeepAsync(ExchangeId exchange, string name, string document, CancellationToken cancellation);

    Task<string?> FindAsync(ExchangeId exchange, string name, CancellationToken cancellation);

    Task<IReadOnlyList<string>> NamesAsync(ExchangeId exchange, CancellationToken cancellation);
}
