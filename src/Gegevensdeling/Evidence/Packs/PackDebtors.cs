using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>The months and the sealed copies of a debtor protocol. The list itself holds nothing: its versions are copies.</summary>
public sealed class PackDebtors(ExchangeFile<CycleState, CycleCommand> cycles, ExchangeFile<CopyState, CopyCommand> copies) : IPackedKinds
{
    public IReadOnlySet<string> Words { get; } = new HashSet<string> { CycleKind.Name, CopyKind.Name, ListKind.Name };

    public async Task<PackedExchange?> FindAsync(ExchangeHead head, CancellationToken cancellation) => head.Kind switch
    {
        CycleKind.Name => await cycles.FindAsync(head.Id, cancellation) is { } cycle
            ? new([], cycle.State.Erased is not null, (_, certificates) => DebtorProof.Of(cycle, certificates))
            : null,
        CopyKind.Name => await copies.FindAsync(head.Id, cancellation) is { State.File: not null } copy
            ? new([DebtorReceipts.Name], copy.State.Erased is not null, (receipts, certificates) => DebtorProof.Of(copy, receipts, certificates))
            : null,
        _ => null,
    };
}
