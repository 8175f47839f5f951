using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>What became of a command.</summary>
public abstract record DossierResult
{
    private DossierResult()
    {
    }

    /// <summary>The refusal of everything that comes after the end.</summary>
    public static Refusal Closed { get; } = new("al-afgesloten", "art. 8 §1", "Dit dossier is afgesloten. Er kan niets meer aan gewijzigd worden.");

    /// <summary>Recorded, or already so.</summary>
    public sealed record Ok(ExchangeId Dossier) : DossierResult;

    public sealed record Refused(Refusal Refusal) : DossierResult;
}

/// <summary>
/// Takes what people do to a dossier: reads the register, asks the pure decision, records the fact and only then wakes the
/// orchestration. A lost message is sent again by the sweep.
/// </summary>
public sealed class DossierDesk<TState, TCommand>(DossierKind<TState, TCommand> kind, DossierFile file, IOrchestrationClient engine, TimeProvider clock)
    where TState : class
{
    /// <param name="actor">Who does it; authority was checked before.</param>
    /// <param name="protocol">The version that the command is about; a dossier that does not exist yet is opened under it.</param>
    /// <param name="dossier">The reference; reserved for this request where it is opened.</param>
    /// <param name="command">What is done.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of one request: it is recorded once.</param>
    /// <param name="cancellation">Stops waiting; what was recorded stays.</param>
    public async Task<DossierResult> DoAsync(ActedBy actor, Protocol protocol, ExchangeId dossier, TCommand command, string factId, CancellationToken cancellation)
    {
        while (true)
        {
            var known = await file.FindAsync(dossier, cancellation);
            if (known?.Facts.Any(fact => fact.Id == factId) == true)
                return await OkAsync(dossier, factId, cancellation);
            if (known is { Closed: true })
                return new DossierResult.Refused(DossierResult.Closed);
            var now = clock.GetUtcNow();
            var context = new DossierContext(dossier, protocol, factId, now, LegalCalendar.DateOf(now), actor);
            switch (kind.Decide(known is null ? null : kind.StateOf(known.Facts), command, context))
            {
                case DossierDecision.Refuse refuse:
                    return new DossierResult.Refused(refuse.Refusal);
                case DossierDecision.Already:
                    return new DossierResult.Ok(dossier);
                case DossierDecision.Record { Fact: var fact }:
                    if (await (known is null ? file.OpenAsync(kind, dossier, protocol, fact, cancellation) : file.RecordAsync(known, fact, cancellation)) is not null)
                        return await OkAsync(dossier, factId, cancellation);
                    continue; // somebody else recorded something in between: decide again
                case var other:
                    throw new InvalidOperationException(other.GetType().Name);
            }
        }
    }

    private async Task<DossierResult> OkAsync(ExchangeId dossier, string factId, CancellationToken cancellation)
    {
        await DossierFile.WakeAsync(engine, dossier, factId, cancellation);
        return new DossierResult.Ok(dossier);
    }
}
