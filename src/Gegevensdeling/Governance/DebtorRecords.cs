using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance;

/// <summary>What the register's heads say of the list of a debtor protocol: which of it lives, and since when it has its last version.</summary>
public sealed class DebtorRecords(IRegister register, ExchangeFile<ListState, ListCommand> lists)
{
    /// <summary>The list or a month of this protocol; null where the reference is of anything else, whoever has it.</summary>
    public async Task<ExchangeHead?> FindAsync(ProtocolId protocol, ExchangeId reference, CancellationToken cancellation) =>
        await register.FindAsync(reference, cancellation) is { } head && head.Protocol == protocol && DebtorKindNames.IsSubject(head.Kind) ? head : null;

    /// <summary>No list and no month lives any more: there is nothing left that could be wrong. Between two months the list lives on.</summary>
    public async Task<bool> IsOverAsync(ProtocolId protocol, CancellationToken cancellation) =>
        !await register.OfProtocolAsync(protocol, liveOnly: true, cancellation).AnyAsync(head => DebtorKindNames.IsSubject(head.Kind), cancellation);

    /// <summary>When the list last changed; null where it never had a version.</summary>
    public async Task<DateTimeOffset?> LastVersionAsync(ProtocolId protocol, CancellationToken cancellation) =>
        (await lists.FindAsync(ListKind.IdOf(protocol), cancellation))?.State.Current?.At;
}
