using Gegevensdeling.Audit;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges;

/// <summary>
/// Records facts: first in the register, which is the truth, then as an event in the audit chain. Killed in between, the sweep adds
/// the event; an event that stands there twice carries the same correlation twice.
/// </summary>
public sealed class ExchangeLedger(IRegister register, IAuditLog audit, ProtocolCatalog protocols)
{
    /// <summary>Begins an exchange: insert-if-absent.</summary>
    /// <param name="wakes">An orchestration must hear of it.</param>
    /// <returns>False when it existed.</returns>
    public async Task<bool> BeginAsync(ExchangeHead head, ExchangeFact first, CancellationToken cancellation, bool wakes = false)
    {
        var row = RowOf(head, first, wakes);
        return await register.InsertAsync(head, row, cancellation) && await AuditAsync(head, row, first, cancellation);
    }

    /// <summary>Appends a fact and the head that follows from it.</summary>
    /// <param name="head">The new head; its revision is one more than the stored one.</param>
    /// <param name="fact">What happened.</param>
    /// <param name="wakes">An orchestration must hear of it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when somebody else recorded something first: read again, decide again.</returns>
    public async Task<bool> AppendAsync(ExchangeHead head, ExchangeFact fact, bool wakes, CancellationToken cancellation)
    {
        var row = RowOf(head, fact, wakes);
        return await register.AppendAsync(head, row, cancellation) && await AuditAsync(head, row, fact, cancellation);
    }

    /// <summary>Adds the audit event that a killed process left out.</summary>
    public async Task AuditAgainAsync(FactRow row, CancellationToken cancellation)
    {
        if (await register.FindAsync(row.Exchange, cancellation) is { } head)
            await AuditAsync(head, row, FactJson.Read(row.Json), cancellation);
    }

    private async Task<bool> AuditAsync(ExchangeHead head, FactRow row, ExchangeFact fact, CancellationToken cancellation)
    {
        await audit.AppendAsync(FactAudit.EventFor(head, fact, protocols.Of(head)), cancellation);
        await register.MarkAuditedAsync(row.Exchange, row.Id, cancellation);
        return true;
    }

    private static FactRow RowOf(ExchangeHead head, ExchangeFact fact, bool wakes) =>
        new(head.Id, head.Revision, fact.Id, fact.At, FactJson.Write(fact), wakes, Handled: false, Audited: false);
}
