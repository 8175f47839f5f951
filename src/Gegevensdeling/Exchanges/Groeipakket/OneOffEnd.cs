using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>P20: once the data of its one request are destroyed, at both sides, the protocol has ended by law. Looked at by the orchestrations and by the sweep.</summary>
public sealed class OneOffEnd(IRegister register, ExchangeFile<RequestState, RequestCommand> requests, DossierFile dossiers, ProtocolCatalog protocols, TimeProvider clock)
{
    public async Task EndAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        if (await register.FindAsync(exchange, cancellation) is { } head)
            await EndAsync(protocols.Of(head), cancellation);
    }

    /// <param name="protocol">Of any kind: only a one-off request ends its protocol.</param>
    public async Task EndAsync(Protocol protocol, CancellationToken cancellation)
    {
        if (protocol.Groeipakket is null || await dossiers.FindAsync(LifeKind.IdOf(protocol.Id), cancellation) is not { } life || LifeState.Of(life.Facts).Termination is not null)
            return;

        // W14: a request that was given up, replaced or never completed is none yet; another may come.
        var all = await requests.ListAsync(protocol.Id, liveOnly: false, cancellation);
        if (all.LastOrDefault(one => one.State.Exists) is not { State.End: ErasureReason.ReceiptConfirmed or ErasureReason.TermEnded or null } last)
            return;
        if (await register.OfProtocolAsync(protocol.Id, liveOnly: true, cancellation).AnyAsync(head => head.Kind is RequestKind.Name or AnswerKind.Name, cancellation))
            return;
        var now = clock.GetUtcNow();
        await dossiers.RecordOnceAsync(
            life.Id,
            new LifeFact.Terminated(
                References.FactOf($"{protocol.Id} vernietigd"), now, SystemActor.Value, protocol.Service(), EndCause.DataDestroyed, LegalCalendar.DateOf(now), last.Id.Value),
            cancellation);
    }
}
