using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Evaluations;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance;

/// <summary>
/// What the calendar and the files open and no person: evaluations (R16), reviews of access (G21), and the notice that a new version changed the processors
/// (G14). The sweep asks for it, so that nothing depends on one timer that must live for a year; done again, it changes nothing.
/// </summary>
public sealed class RecurringDossiers(
    ProtocolLives lives, DossierFile file, ProtocolCatalog protocols, EvaluationKind evaluations, AccessReviewKind reviews, NoticeKind notices, TimeProvider clock)
{
    /// <summary>Their words: an evaluation that nobody holds and a list that nobody reads keep no key of a protocol that ended.</summary>
    public static IReadOnlySet<string> Kinds { get; } = new HashSet<string> { EvaluationKind.Name, AccessReviewKind.Name, NoticeKind.Name };

    /// <param name="protocol">The latest version.</param>
    /// <param name="engine">Hears of what was opened.</param>
    /// <param name="cancellation">Stops in between.</param>
    public async Task KeepAsync(Protocol protocol, IOrchestrationClient engine, CancellationToken cancellation)
    {
        var life = await lives.StateAsync(protocol.Id, cancellation);
        var today = LegalCalendar.DateOf(clock.GetUtcNow());
        if (life.Facts.OfType<LifeFact.Registered>().FirstOrDefault() is not { } first || life.WoundUp is not null)
            return;
        if (life.LastDay(protocols.VersionsOf(protocol.Id)) is { } last && today > last)
            return; // G7, G8: what ended is not evaluated or reviewed any more

        var known = LegalCalendar.DateOf(first.At);
        if (EvaluationCalendar.DueOn(protocol, protocols.VersionsOf(protocol.Id)[0].Duration.Start.Date, known, today) is { } due)
            await OpenAsync(evaluations, protocol, EvaluationCalendar.IdOf(protocol.Id, due), new EvaluationCommand.Open(due), engine, cancellation);
        if (AccessReviewCalendar.Last(today) is var period && known <= period.Until)
        {
            foreach (var party in protocol.Parties.Select(party => party.Id))
                await OpenAsync(reviews, protocol, AccessReviewCalendar.IdOf(protocol, party, period), new AccessReviewCommand.Open(party, period), engine, cancellation);
        }

        await TellProcessorsAsync(protocol.Id, life, engine, cancellation);
    }

    /// <summary>G14: a change of processors is a new version of the file; what changed before this system knew the protocol is no news.</summary>
    private async Task TellProcessorsAsync(ProtocolId protocol, LifeState life, IOrchestrationClient engine, CancellationToken cancellation)
    {
        foreach (var (before, after) in protocols.VersionsOf(protocol).Zip(protocols.VersionsOf(protocol).Skip(1)))
        {
            if (SeenOn(life, before) is not { } earlier || SeenOn(life, after) is not { } later || later <= earlier)
                continue;
            foreach (var party in ProcessorOverview.Changed(before, after).Where(party => NoticeDecisions.DutyOf(after, party, NoticeSubject.Processors) is not null))
            {
                await OpenAsync(
                    notices, after, NoticeKind.IdOf(after, party),
                    new NoticeCommand.Give(party, NoticeSubject.Processors, [], null, $"protocol {protocol} versie {after.Version}"), engine, cancellation);
            }
        }
    }

    private static DateOnly? SeenOn(LifeState life, Protocol version) =>
        life.Facts.OfType<LifeFact.Registered>().FirstOrDefault(seen => seen.Version == version.Version) is { } seen ? LegalCalendar.DateOf(seen.At) : null;

    private async Task OpenAsync<TState, TCommand>(
        DossierKind<TState, TCommand> kind, Protocol protocol, ExchangeId dossier, TCommand command, IOrchestrationClient engine, CancellationToken cancellation)
        where TState : class
    {
        if (await file.FindAsync(dossier, cancellation) is null)
            await new DossierDesk<TState, TCommand>(kind, file, engine, clock).DoAsync(SystemActor.Value, protocol, dossier, command, References.NewFact(), cancellation);
    }
}
