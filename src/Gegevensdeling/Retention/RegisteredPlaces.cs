using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>
/// Every place where a copy can be, taken from what a host registers (F2): a port can hold something of an exchange and then has its place, or it cannot and says why.
/// A port that nobody thought of stops the host at start; a place that a host adds stands in every certificate from then on.
/// </summary>
public static class RegisteredPlaces
{
    private static readonly IReadOnlyDictionary<Type, Func<Ports, ExchangeLedger, TimeProvider, ICopyPlace>> WithCopies = new Dictionary<Type, Func<Ports, ExchangeLedger, TimeProvider, ICopyPlace>>
    {
        [typeof(IKeyStore)] = (ports, _, _) => new KeyPlace(ports.Keys),
        [typeof(IBlobStore)] = (ports, _, _) => new ArchivePlace(ports.Blobs),
        [typeof(IOutbox)] = (ports, _, _) => new OutboxPlace(ports.Outbox),
        [typeof(IDropStore)] = (ports, _, _) => new DropPlace(ports.Drop),
        [typeof(IRegister)] = (ports, ledger, clock) => new RegisterPlace(ports.Register, ledger, clock),
    };

    /// <summary>Ports that never get anything of a person concerned or a key of an exchange, and why.</summary>
    public static IReadOnlyDictionary<Type, string> WithoutCopies { get; } = new Dictionary<Type, string>
    {
        [typeof(ISystemKeys)] = "keys of the system; the pseudonym key has a salt of the exchange beside it, which dies in the register",
        [typeof(IStaffDirectory)] = "members of staff, on a term of their own (W23)",
        [typeof(IEvidenceStore)] = "signed documents without personal data; they outlive the data (F1)",
        [typeof(IAuditLog)] = "events on references, without personal data (F9)",
        [typeof(IIdempotencyStore)] = "keyed hashes of requests, no bodies",
    };

    /// <exception cref="InvalidOperationException">A port has neither a place nor a reason.</exception>
    public static IReadOnlyList<ICopyPlace> Of(Ports ports, ExchangeLedger ledger, TimeProvider clock) =>
    [
        .. typeof(Ports).GetProperties().Where(property => property.Name != nameof(Ports.MorePlaces)).Select(property => property.PropertyType).Where(type => !WithoutCopies.ContainsKey(type))
            .Select(type => WithCopies.TryGetValue(type, out var place) ? place(ports, ledger, clock) : throw new InvalidOperationException($"A port without a place of erasure: {type.Name}")),
        .. ports.MorePlaces,
    ];
}
