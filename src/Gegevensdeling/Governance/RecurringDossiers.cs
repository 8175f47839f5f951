using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Evaluations;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance;

/// <summary>
/// What the calendar opens and no person: evaluations (R16). The sweep asks for it, so that nothing depends on one timer that must live for a year; done
/// again, it changes nothing.
/// </summary>
public sealed class RecurringDossiers(ProtocolLives lives, DossierFile file, ProtocolCatalog protocols, EvaluationKind evaluations, TimeProvider clock)
{
    /// <summary>Their words: an evaluation that nobody holds keeps no key of a protocol that ended.</summary>
    public static IReadOnlySet<string> Kinds { get; } = new HashSet<string> { EvaluationKind.Name };

    /// <param name="protocol">The latest version.</param>
    public async Task KeepAsync(Protocol protocol, IOrchestrationClient engine, CancellationToken cancellation)
    {
        var (now, life) = (clock.GetUtcNow(), await lives.StateAsync(protocol.Id, cancellation));
        var today = LegalCalendar.DateOf(now);
        if (life.Facts.OfType<LifeFact.Registered>().FirstOrDefault() is not { } first)
            return;
        if (life.WoundUp is not null || (ProtocolRules.LastDay(life.Applied(protocol)) is { } last && today > last))
            return; // G7, G8: what ended is not evaluated any more
        var known = LegalCalendar.DateOf(first.At);
        if (EvaluationCalendar.DueOn(protocol, protocols.VersionsOf(protocol.Id)[0].Duration.Start.Date, known, today) is { } due)
            await OpenAsync(evaluations, protocol, EvaluationCalendar.IdOf(protocol.Id, due), new EvaluationCommand.Open(due), engine, cancellation);
    }

    private async Task OpenAsync<TState, TCommand>(
        DossierKind<TState, TCommand> kind, Protocol protocol, ExchangeId dossier, TCommand command, IOrchestrationClient engine, CancellationToken cancellation)
        where TState : class
    {
        if (await file.FindAsync(dossier, cancellation) is null)
            await new DossierDesk<TState, TCommand>(kind, file, engine, clock).DoAsync(SystemActor.Value, protocol, dossier, command, References.NewFact(), cancellation);
    }
}
